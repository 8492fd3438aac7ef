"""Text for a screen or a page: its width in cells, folding, hidden characters, near misses."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

Measure = Callable[[str], int]

_OPENING: Final = "“‘《〈〔(（[【「『"
_CLOSING: Final = "”’》〉〕)）]】」』、。,，.．;；:：!！?？%％‰…"
_BLANKS: Final = " \u3000"
# Marks that combine with the character before them, and may make it wider.
_MARKS: Final = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f"
_BEFORE: Final = f"[{re.escape(_OPENING)}]*"
_AFTER: Final = f"[{_MARKS}]*(?:[{_BLANKS}]*[{re.escape(_CLOSING)}]+)*"
# A full stop before a letter belongs to what follows: .xlsx.
_AFTER_WORD: Final = rf"[{_MARKS}]*(?:[{_BLANKS}]*(?:(?!\.[A-Za-z])[{re.escape(_CLOSING)}])+)*"
# A run of letters and digits with what belongs to it (3-5, 1.5%, PM2.5, 29=13.1, --all, .xlsx), or
# one character.
_PIECE: Final = re.compile(
    rf"{_BEFORE}(?:(?:--?|\.)?[A-Za-z0-9]+(?:[.\-/+~:='][A-Za-z0-9]+)*|.){_AFTER_WORD}", re.DOTALL
)
# What a piece that is wider than a line is broken into: characters with their punctuation.
_CHARACTER: Final = re.compile(rf"{_BEFORE}.{_AFTER}", re.DOTALL)


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """How many cells of a terminal `text` takes; Chinese characters take two."""
    return len(text) if text.isascii() else sum(map(_character_cells, text))


@lru_cache(maxsize=4096)
def _character_cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fold(text: str, width: int, measure: Measure = cells) -> list[str]:
    """The lines of `text`, each at most `width` cells; only blanks at line ends are lost."""
    return [line for part in text.split("\n") for line in _fold_line(part, width, measure)]


def _fold_line(text: str, width: int, measure: Measure) -> Iterator[str]:
    line, used, full = "", 0, False
    for piece in _pieces(text, width, measure):
        size = measure(piece)
        full = full or bool(line and used + size > width)
        if full and not piece.strip(_BLANKS):
            continue  # the end of the line stands for it
        if full:
            yield line.rstrip(_BLANKS) or line
            line, used, full = "", 0, False
        line += piece
        used += size
    yield line


def _pieces(text: str, width: int, measure: Measure) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        if measure(piece) <= width:
            yield piece
            continue
        for part in _CHARACTER.findall(piece):
            yield from [part] if measure(part) <= width else part


_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, formats, line separators


def visible(text: str) -> str:
    r"""`text` with control characters spelled out: ESC becomes `\x1b`; line breaks stay."""
    return spelled_out(text, lambda hidden: hidden.encode("unicode_escape").decode("ascii"))


def spelled_out(text: str, spell: Callable[[str], str]) -> str:
    """`text` with every character that a terminal would hide or obey put through `spell`."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        spell(character)
        if character != "\n" and unicodedata.category(character) in _HIDDEN
        else character
        for character in text
    )


# Blanks and marks that stand for nothing by themselves; fillers that are letters and show nothing.
_NOTHING: Final = _HIDDEN | {"Zs", "Mn", "Me"}
_FILLERS: Final = "\u115f\u1160\u3164\uffa0\u2800"
_SCRIPTS: Final = range(0x10000, 0x40000)  # Python may not know their newest characters yet


def shows_something(text: str) -> bool:
    """Whether anything of `text` can be seen: not only blanks and invisible characters."""
    return not all(map(_shows_nothing, text))


def _shows_nothing(character: str) -> bool:
    category = unicodedata.category(character)
    unknown = category == "Cn" and ord(character) not in _SCRIPTS
    return character in _FILLERS or category in _NOTHING or unknown


# What no XML document may hold; `visible` spells out all other characters that it may not.
_NONCHARACTERS: Final = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def clean(text: str) -> str:
    """Visible text with plain line breaks, tabs as blanks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return visible(plain).translate(_NONCHARACTERS)


def narrow(text: str) -> str:
    """Return what was typed in its plainest form: full-width characters are half-width.

    All others stay as they are: ringed, raised and Roman ones, and digits of other scripts.
    """
    return text if text.isascii() else "".join(map(_narrow, text))


_SAME: Final = ("<wide>", "<narrow>", "<small>")  # forms of a character that only look different
_RADICALS: Final = frozenset(map(chr, range(0x2F00, 0x2FD6)))  # copied from a PDF: ⽉ for 月
_BLANK_FORMS: Final = ("0020",)  # what blanks of any width are made of
_ODD: Final = frozenset({"Nd", "Nl", "No", "Mn", "Me", "Cf"})  # digits, marks, what is not seen


def _narrow(character: str) -> str:
    made_of = unicodedata.decomposition(character)
    same = (
        made_of.startswith(_SAME)
        or character in _RADICALS
        or made_of.split(" ")[1:] == [*_BLANK_FORMS]
    )
    return unicodedata.normalize("NFKC", character) if same else character


def odd_character(text: str) -> str | None:
    """The first character that looks like a plain one, or changes one, and is none: ① ² Ⅳ ㊤."""
    for character in narrow(text):
        odd = unicodedata.category(character) in _ODD
        if (
            not character.isascii()
            and character != "〇"
            and (odd or unicodedata.decomposition(character)[:1] == "<")
        ):
            return character
    return None


@lru_cache(maxsize=4096)
def closest(
    text: str, words: tuple[str, ...], most: int = 3, cutoff: float = 0.6
) -> tuple[str, ...]:
    """The words spelt like `text`, the closest first; cached, as files repeat their mistakes."""
    from difflib import get_close_matches  # only for what was mistyped

    return tuple(get_close_matches(text, words, n=most, cutoff=cutoff))
