"""Folds Chinese text into lines: a figure or a word stays whole, no line begins with 、 or 。."""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

_OPENING: Final = "“‘《〈〔(（[【「『"
_CLOSING: Final = "”’》〉〕)）]】」』、。,，.．;；:：!！?？%％‰…"
# A run of letters and digits with what belongs to it (3-5, 1.5%, PM2.5, 10/15), or one character.
_PIECE: Final = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    r"(?:[A-Za-z0-9]+(?:[.\-/+~:][A-Za-z0-9]+)*|\s|.)"
    rf"[{re.escape(_CLOSING)}]*",
    re.DOTALL,
)


def fold(text: str, width: int) -> list[str]:
    """Return the lines of `text`, each at most `width` cells wide; joined they are the text.

    Line breaks in the text are kept as such. A piece that is wider than a line is broken.
    """
    return [line for part in text.split("\n") for line in _fold_line(part, width)]


def _fold_line(text: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(text, width):
        size = cell_len(piece)
        if line and used + size > width:
            yield line
            line, used = "", 0
        line += piece
        used += size
    yield line


def _pieces(text: str, width: int) -> Iterator[str]:
    for match in _PIECE.finditer(text):
        if cell_len(match[0]) <= width:
            yield match[0]
        else:
            yield from match[0]
