"""The frame of a table: rules above, between and below its rows, cells side by side."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from plan_cli.render.width import width

Lines = Sequence[str]
"""The lines of a cell, folded to its column's width."""


class Rule(NamedTuple):
    """A line across the table: its start, what it is made of, where columns meet, its end."""

    start: str
    stroke: str
    meeting: str
    end: str


class Frame(NamedTuple):
    """What a table is drawn with; None for no such rule."""

    edge: str
    gap: str
    top: Rule | None = None
    below_heading: Rule | None = None
    between: Rule | None = None
    bottom: Rule | None = None


class Shape(NamedTuple):
    """The widths of the columns in cells, and which of them stand to the right."""

    widths: Sequence[int]
    right: Sequence[bool]


_DRAWN: Final = Rule(" ", "─", "─", " ")
_ASCII_END: Final = Rule("+", "-", "-", "+")
_ASCII_MIDDLE: Final = Rule("|", "-", "+", "|")

RULED: Final = Frame(" ", "  ", _DRAWN, _DRAWN, _DRAWN, _DRAWN)
ASCII: Final = Frame("|", " |", _ASCII_END, _ASCII_MIDDLE, _ASCII_MIDDLE, _ASCII_END)
BARE: Final = Frame("", "  ")


def draw(
    frame: Frame,
    shape: Shape,
    heading: Sequence[Lines] | None,
    rows: Sequence[Sequence[Lines]],
    *,
    spaced: bool,
) -> str:
    """Return a table; `spaced` has a rule between the rows."""
    lines: list[str] = [*_rule(frame.top, frame, shape)]
    if heading is not None:
        lines += _row(_sunk(heading), frame, shape)
        lines += _rule(frame.below_heading, frame, shape)
    for number, row in enumerate(rows):
        if number and spaced:
            lines += _rule(frame.between, frame, shape)
        lines += _row(row, frame, shape)
    lines += _rule(frame.bottom, frame, shape)
    return "".join(line.rstrip(" ") + "\n" for line in lines)


def _sunk(cells: Sequence[Lines]) -> list[Lines]:
    """Return headings that all end in the last line."""
    height = max(map(len, cells))
    return [
        [*[""] * (height - len(lines)), *(line.rstrip(" ") for line in lines)] for lines in cells
    ]


def _rule(rule: Rule | None, frame: Frame, shape: Shape) -> Iterator[str]:
    if rule is None:
        return
    *others, last = (rule.stroke * wide for wide in shape.widths)
    room = rule.stroke * (len(frame.gap) - 1)  # of the gap, all but where the columns meet
    yield rule.start + rule.meeting.join([*(other + room for other in others), last]) + rule.end


def _row(cells: Iterable[Lines], frame: Frame, shape: Shape) -> Iterator[str]:
    for line in zip_longest(*cells, fillvalue=""):
        filled = map(_filled, line, shape.widths, shape.right)
        yield frame.edge + frame.gap.join(filled) + frame.edge


def _filled(text: str, wide: int, right: bool) -> str:
    room = " " * (wide - width(text))
    return room + text if right else text + room
