"""What renderers are given: rows for programs, columns for people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TextIO

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        header: its heading.
        cell: gives the text of a row's cell.
        share: its part of the width that the others leave; 0 for a column that takes what its
            content needs.
        right: numbers stand to the right.
        shorten: in a terminal, long text may be cut with an ellipsis.
    """

    header: str
    cell: Callable[[Row], str]
    share: int = 0
    right: bool = False
    shorten: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows, and how people read them."""

    rows: Sequence[Row]
    columns: tuple[Column, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Output:
    """Where to write, and whether long text is shown whole."""

    stream: TextIO
    wide: bool = False


class Renderer(Protocol):
    """Writes a listing."""

    def __call__(self, listing: Listing, output: Output) -> None:
        """Write `listing` to `output`."""
