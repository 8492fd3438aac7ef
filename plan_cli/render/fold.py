"""Folds Chinese text into lines: a figure or a word stays whole, no line begins with 、 or 。."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

Measure = Callable[[str], int]

_OPENING: Final = "“‘《〈〔(（[【「『"
_CLOSING: Final = "”’》〉〕)）]】」』、。,，.．;；:：!！?？%％‰…"
# Marks that combine with the character before them, and may make it wider.
_MARKS: Final = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f"
_BEFORE: Final = f"[{re.escape(_OPENING)}]*"
_AFTER: Final = f"[{_MARKS}]*[{re.escape(_CLOSING)}]*"
# A run of letters and digits with what belongs to it (3-5, 1.5%, PM2.5, 10/15), or one character.
_PIECE: Final = re.compile(
    rf"{_BEFORE}(?:[A-Za-z0-9]+(?:[.\-/+~:][A-Za-z0-9]+)*|.){_AFTER}", re.DOTALL
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
    """Return the lines of `text`, each at most `width` cells wide; joined they are the text.

    Line breaks in the text are kept as such. A piece that is wider than a line is broken.
    """
    return [line for part in text.split("\n") for line in _fold_line(part, width, measure)]


def _fold_line(text: str, width: int, measure: Measure) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(text, width, measure):
        size = measure(piece)
        if line and used + size > width:
            yield line
            line, used = "", 0
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
