"""What a paper is made of. Papers are in Chinese; renderers escape the texts.

A line break in a text is a line break on the page; in a paragraph it begins the next one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from plan_cli.text import cells

Tone = Literal["good", "fair", "bad", "idle", "ended", "blank"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Colour:
    fill: str  # six hexadecimal digits
    ink: str


COLOURS: Final[dict[Tone, Colour]] = {
    "good": Colour("1F4E79", "FFFFFF"),
    "fair": Colour("7FA7CF", "000000"),
    "bad": Colour("B3261E", "FFFFFF"),
    "idle": Colour("BFBFBF", "000000"),
    "ended": Colour("7F7F7F", "FFFFFF"),
    "blank": Colour("E9E9E9", "404040"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    align: Align = "left"  # left: justified, the first line indented
    indent: bool = True  # False for a line that begins at the margin, such as a salutation


@dataclass(frozen=True, slots=True)
class Note:
    text: str  # in small print


@dataclass(frozen=True, slots=True)
class TableColumn:
    header: str
    width: float = 1  # relative to the other columns
    align: Align = "left"


_MANY_COLUMNS: Final = 7  # a table with more is in smaller print


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table whose header is repeated on every page and whose rows are never split."""

    columns: tuple[TableColumn, ...]
    rows: tuple[
        tuple[str | None, ...], ...
    ]  # a text a column; None joins a cell with the one above it
    small: bool = False

    @property
    def is_small(self) -> bool:
        return self.small or len(self.columns) > _MANY_COLUMNS


@dataclass(frozen=True, slots=True)
class Segment:
    length: float  # in the unit of the chart; negative to the left of the axis
    tone: Tone
    figure: str = ""  # the length as text


@dataclass(frozen=True, slots=True)
class Bar:
    texts: tuple[str, ...]  # of the columns without bars
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """A table with a column of bars, all to one scale."""

    caption: str
    columns: tuple[TableColumn, ...]
    place: int  # of the column of bars
    bars: tuple[Bar, ...]
    text: str  # for those who cannot see it
    key: tuple[tuple[str, Tone], ...] = ()  # what the segments of every bar mean, in their order
    sides: tuple[str, str] | None = (
        None  # what the left and the right of the axis mean; None without an axis
    )

    @property
    def longest(self) -> float:
        return max((sum(abs(one.length) for one in bar.segments) for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Note | PaperTable | BarChart | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    lines: tuple[str, ...] = ()  # issuer, day and the like, each on a line below the title
    landscape: bool = False
    continues: bool = False  # its page numbers continue those of the paper before


_WORD: Final = re.compile(r"[\w.%()–—-]+", re.ASCII)
_LONGEST_WORD: Final = 14  # letters; what is longer, such as an address, may be broken
_BOLD: Final = 0.72  # width of a letter in a bold font that runs wide, in sizes of the letters
_PLAIN: Final = 0.68  # as wide as w and m in an id
_HEADER: Final = 2.0  # least number of Chinese characters in a line of a header
_MARGINS: Final = 0.9


def column_widths(table: PaperTable, room: float) -> list[float]:
    """Shares of a table's width that its columns have; they add up to 1.

    Every column is as wide as its longest word; what is left is shared as asked for. `room` is the
    table's width in sizes of its letters.
    """
    asked = [column.width for column in table.columns]
    least = [_least_width(table, place) / room for place in range(len(asked))]
    if sum(least) >= 1:
        return [one / sum(least) for one in least]
    narrow: set[int] = set()
    while True:
        left = 1 - sum(least[place] for place in narrow)
        whole = sum(one for place, one in enumerate(asked) if place not in narrow)
        found = [
            least[place] if place in narrow else one / whole * left
            for place, one in enumerate(asked)
        ]
        more = {place for place, one in enumerate(found) if one < least[place]} - narrow
        if not more:
            return found
        narrow |= more


def _least_width(table: PaperTable, place: int) -> float:
    header = table.columns[place].header
    words = max(
        _longest_word([header]) * _BOLD,
        _longest_word(row[place] or "" for row in table.rows) * _PLAIN,
    )
    return max(words, min(_HEADER, cells(header) / 2)) + _MARGINS


def _longest_word(texts: Iterable[str]) -> int:
    words = (word for text in texts for word in _WORD.findall(text))
    return max((len(word) for word in words if len(word) <= _LONGEST_WORD), default=0)


def bar_cells(lengths: Sequence[float], longest: float, width: int) -> list[int]:
    """Divide a bar into whole cells: `longest` fills `width`, a length above 0 has at least one."""
    total = sum(lengths)
    if not total:
        return [0 for _length in lengths]
    there = sum(length > 0 for length in lengths)
    free = max(round(total * width / longest), there) - there
    found = [1 + int(free * length // total) if length else 0 for length in lengths]
    found[max(range(len(lengths)), key=lambda place: lengths[place])] += free + there - sum(found)
    return found
