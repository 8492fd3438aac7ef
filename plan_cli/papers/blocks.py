"""What a paper is made of. Papers are in Chinese; no text of theirs is escaped.

A line break in a text is a line break on the page, in a paragraph the beginning of the next one.
Renderers escape what their format could take for markup, so texts of the data can be put in as
they are.
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
    """The colour of an area, and of the figures on it, as six hexadecimal digits."""

    fill: str
    ink: str


COLOURS: Final[dict[Tone, Colour]] = {
    "good": Colour("1F4E79", "FFFFFF"),
    "fair": Colour("7FA7CF", "000000"),
    "bad": Colour("B3261E", "FFFFFF"),
    "idle": Colour("BFBFBF", "000000"),
    "ended": Colour("7F7F7F", "FFFFFF"),
    "blank": Colour("E9E9E9", "404040"),
}
"""`blank` is for what is not known: it is there, and says nothing."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the paper."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body.

    Attributes:
        text: what it says.
        align: `left` is the body's own: justified, the first line indented.
        indent: False for what begins at the margin, such as the name of whom a letter goes to.
    """

    text: str
    align: Align = "left"
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small print."""

    text: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; `width` is its part of the whole width, beside those of the other columns."""

    header: str
    width: float = 1
    align: Align = "left"


_MANY_COLUMNS: Final = 7
"""A table with more columns than this is in smaller print."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table. Its header is repeated on every page, and no row is torn apart.

    Attributes:
        columns: its columns.
        rows: a text a column; None joins a cell with the one above it.
        small: in smaller print, for long lists; tables of many columns are so by themselves.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str | None, ...], ...]
    small: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it is in smaller print."""
        return self.small or len(self.columns) > _MANY_COLUMNS


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar: below 0 it lies to the left of the axis.

    Attributes:
        length: in the unit of the chart.
        tone: its colour.
        figure: what it stands for, as text.
    """

    length: float
    tone: Tone
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: the texts of the columns, and the pieces of the bar."""

    texts: tuple[str, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """A table with a column of bars, all to one scale.

    Attributes:
        caption: the line above the chart.
        columns: its columns; the one at `place` is that of the bars and has no text in the rows.
        place: where the bars are.
        bars: the rows.
        text: what the chart shows, for whoever cannot see it.
        key: what the segments of every bar mean, in their order.
        sides: of a chart with an axis, what a bar to the left means and one to the right.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    place: int
    bars: tuple[Bar, ...]
    text: str
    key: tuple[tuple[str, Tone], ...] = ()
    sides: tuple[str, str] | None = None

    @property
    def longest(self) -> float:
        """The length of the longest bar; 0 where there is none."""
        return max((sum(abs(one.length) for one in bar.segments) for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Note | PaperTable | BarChart | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper. Of several in one file each begins on a page of its own.

    Attributes:
        title: the title.
        blocks: the body.
        subtitle: the line below the title.
        lines: who issues it, the day, and the like, each on a line below the title.
        landscape: the page lies on its side, for wide tables.
        goes_on: its pages are counted on from the paper before; else they begin with 1.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    landscape: bool = False
    goes_on: bool = False


_WORD: Final = re.compile(r"[\w.%()–—-]+", re.ASCII)
_LONGEST_WORD: Final = 14  # letters; what is longer, such as an address, may be broken
_BOLD: Final = 0.72  # width of a letter in a bold font that runs wide, in sizes of the letters
_PLAIN: Final = 0.68  # as wide as w and m in an id
_HEADER: Final = 2.0  # Chinese characters of a header that stand in a line at least
_MARGINS: Final = 0.9


def column_widths(table: PaperTable, room: float) -> list[float]:
    """Return the parts of a table's width that its columns have; they add up to 1.

    Every column has the width of its longest word, and what is left is shared as asked for.

    Args:
        table: the table.
        room: its width, in sizes of its letters.
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
    """Share a bar out over whole cells: `longest` fills `width`, and what there is has a cell."""
    total = sum(lengths)
    if not total:
        return [0 for _length in lengths]
    there = sum(length > 0 for length in lengths)
    free = max(round(total * width / longest), there) - there
    found = [1 + int(free * length // total) if length else 0 for length in lengths]
    found[max(range(len(lengths)), key=lambda place: lengths[place])] += free + there - sum(found)
    return found
