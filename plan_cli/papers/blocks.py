"""What a paper is made of. Every text is in the reader's language already; none is escaped.

A line break in a text is a line break on the page, in a paragraph the beginning of the next one.
Renderers see to everything else that a format
could take for something else, so texts of the data can be put in as they are.
"""

from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["good", "fair", "bad", "idle", "ended", "blank"]


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


Align = Literal["left", "center", "right"]

_MANY: Final = 7
"""A table with more columns than this is in smaller print."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the paper; level 1 is the highest."""

    text: str
    level: Literal[1, 2, 3] = 1


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
class Items:
    """A list; `numbered` ones count from 1."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its part of the table's width, beside those of the others."""

    header: str
    width: float = 1
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its header is repeated on every page, and no row is torn apart.

    Attributes:
        columns: its columns.
        rows: a text a column; None joins a cell with the one above it.
        caption: the line above the table.
        small: in smaller print, for long lists; tables of many columns are so by themselves.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | None, ...], ...]
    caption: str = ""
    small: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it is in smaller print."""
        return self.small or len(self.columns) > _MANY


@dataclass(frozen=True, slots=True)
class Pace:
    """A bar of a pace chart.

    Attributes:
        label: what is measured.
        figures: the value and what was planned, in words.
        share: how much better than planned, as a share of what was planned: -0.2 is a fifth worse.
            None where it cannot be said.
        verdict: in words.
        tone: of the verdict.
    """

    label: str
    figures: str
    share: float | None
    verdict: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PaceChart:
    """How far values are from what was planned: bars to the right are better, to the left worse.

    Attributes:
        caption: the line above the chart.
        headers: of the four columns: label, figures, bars, verdict.
        worse: what a bar to the left means; `better` likewise.
        bars: the bars, in their order.
        text: what the chart shows, for whoever cannot see it.
    """

    caption: str
    headers: tuple[str, str, str, str]
    worse: str
    better: str
    bars: tuple[Pace, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of every bar of a stack chart."""

    label: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar of a stack chart: how many there are of every part, in the order of the parts."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StackChart:
    """Counts in parts, a bar a row, all to one scale.

    Attributes:
        caption: the line above the chart.
        headers: of the columns for label and total.
        parts: what the bars are divided into.
        stacks: the bars, in their order.
        text: what the chart shows, for whoever cannot see it.
    """

    caption: str
    headers: tuple[str, str]
    parts: tuple[Part, ...]
    stacks: tuple[Stack, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Chart = PaceChart | StackChart
Block = Heading | Paragraph | Note | Items | Table | Chart | PageBreak


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
