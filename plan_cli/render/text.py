"""Text of the data, made fit for a terminal."""

import unicodedata
from collections.abc import Callable
from typing import Final

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, formats, line separators


def visible(text: str) -> str:
    r"""Return `text` with every control character spelled out: ESC becomes `\x1b`.

    What the data holds never drives the terminal, and never disappears on it. Line breaks stay.
    """
    return spelled_out(text, lambda hidden: hidden.encode("unicode_escape").decode("ascii"))


def spelled_out(text: str, spell: Callable[[str], str]) -> str:
    """Return `text` with every character that a terminal would hide or obey put through `spell`."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        spell(character)
        if character != "\n" and unicodedata.category(character) in _HIDDEN
        else character
        for character in text
    )
