"""Text of the data, made fit for a terminal."""

import unicodedata
from typing import Final

_KEPT: Final = "\n"
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, formats, line separators


def visible(text: str) -> str:
    r"""Return `text` with every control character spelled out: ESC becomes `\x1b`.

    What the data holds never drives the terminal, and never disappears on it.
    """
    if text.isprintable():
        return text
    return "".join(
        character
        if character in _KEPT or unicodedata.category(character) not in _HIDDEN
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
