"""Listings: rows with their columns, and the renderers that make text of them.

A renderer takes listings and a page and returns text; adding one is a function and a line in
`FORMATS`. Where the text goes, and in which encoding, is not its business.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Literal, NamedTuple, Protocol

Row = Mapping[str, Any]


class Column(NamedTuple):
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


def number_column(header: str, key: str) -> Column:
    """Return a column of numbers; nothing for none, so that the numbers stand out."""
    return Column(header, lambda row: str(row[key] or ""), right=True)


class Listing(NamedTuple):
    """Rows, and how people read them.

    Attributes:
        rows: what programs get, with the keys of the JSON contract.
        columns: what people see of a row.
        title: the line above the table.
        name: its key where several listings make one answer.
        layout: `table` has a line a row; `compact` the same without rules; `records` a small
            table a row, a line a column.
        remarks: what has to be said beside the result; not part of it.
        parallel: the lines of a row's cells belong together: the second of one stands beside the
            second of the others, however many lines of a table the first ones take.
        failed: it tells of something that is not right; the command ends with status 1.
        parts: what people see in place of the columns, where it takes several tables.
        lines: what a spreadsheet gets in place of the rows, where rows hold lists of records.
        keys: the head of that spreadsheet, which it has without a row too.
    """

    rows: Sequence[Row]
    columns: tuple[Column, ...]
    title: str
    name: str = ""
    layout: Literal["table", "compact", "records"] = "table"
    remarks: tuple[str, ...] = ()
    parallel: bool = False
    failed: bool = False
    parts: "tuple[Listing, ...]" = ()
    lines: Sequence[Row] | None = None
    keys: tuple[str, ...] = ()


def keys_of(kind: type[Any], *, optional: bool = True) -> tuple[str, ...]:
    """Return the keys of a `TypedDict`, with or without those that may be missing."""
    return tuple(key for key in kind.__annotations__ if optional or key in kind.__required_keys__)


class Page(NamedTuple):
    """What the text is for.

    Attributes:
        width: cells of a line.
        shorten: long text may be cut with an ellipsis, as a screen has little room.
        screen: the text goes to a terminal, which would obey control characters.
        plain: the console has no line-drawing characters.
        raw: cells of a spreadsheet are left as they are, formulas too.
    """

    width: int = 80
    shorten: bool = False
    screen: bool = False
    plain: bool = False
    raw: bool = False


class Renderer(Protocol):
    """Turns listings into text."""

    def __call__(self, listings: Sequence[Listing], page: Page) -> str:
        """Return the text of `listings`, ending in a line break."""


FORMATS: Final = {
    "table": "plan_cli.listings.table:as_table",
    "json": "plan_cli.listings.plain:as_json",
    "csv": "plan_cli.listings.plain:as_csv",
    "markdown": "plan_cli.listings.plain:as_markdown",
}


def renderer(name: str) -> Renderer:
    """Return the renderer called `name`; its module is imported only now."""
    module, function = FORMATS[name].split(":")
    chosen: Renderer = getattr(import_module(module), function)
    return chosen
