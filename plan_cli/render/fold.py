"""Folds Chinese text into lines: a figure or a word stays whole, no line begins with 、 or 。.

Nor does a line begin with a blank, except where the text itself has one after a line break.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
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


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes, Chinese characters two each."""
    return sum(_character_cells(character) for character in text)


def _character_cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fold(text: str, width: int, measure: Measure = cells) -> list[str]:
    """Return the lines of `text`, each at most `width` cells wide.

    Joined they are the text, but for the blanks at which a line ends. Line breaks in the text are
    kept as such. A piece that is wider than a line is broken.
    """
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
