"""Listings: rows with their columns, and the renderers that turn them into text."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Literal, NamedTuple, Protocol

Row = Mapping[str, Any]


class Column(NamedTuple):
    """A column of a table.

    `share` is its part of the width that the others leave; 0 for as much as the content needs.
    `right`: aligned to the right; `shorten`: in a terminal, long text may be cut with an ellipsis.
    """

    header: str
    cell: Callable[[Row], str]
    share: int = 0
    right: bool = False
    shorten: bool = False


def number_column(header: str, key: str) -> Column:
    """A column of numbers, empty for zero and None."""
    return Column(header, lambda row: str(row[key] or ""), right=True)


class Listing(NamedTuple):
    """Rows, and how people read them.

    `rows` are what programs get, with the keys of the JSON contract; `lines` what a spreadsheet
    gets in their place, where rows hold lists of records; `parts` what people see in place of the
    columns, where it takes several tables. `name` is its key where several listings make one
    answer. A `compact` table has no rules; `records` is a small table a row. `remarks` go to
    standard error. `parallel`: the lines of a row's cells belong together, and each starts at the
    same height. `failed`: the command ends with status 1.
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


class Page(NamedTuple):
    """What the text is for.

    `shorten`: long text may be cut with an ellipsis; `screen`: a terminal, which would obey control
    characters; `plain`: it has no line-drawing characters; `raw`: leave formulas in CSV cells.
    """

    width: int = 80
    shorten: bool = False
    screen: bool = False
    plain: bool = False
    raw: bool = False


class Renderer(Protocol):
    def __call__(self, listings: Sequence[Listing], page: Page) -> str:
        """The text of `listings`, ending in a line break."""


FORMATS: Final = {
    "table": "plan_cli.listings.table:as_table",
    "json": "plan_cli.listings.plain:as_json",
    "csv": "plan_cli.listings.plain:as_csv",
    "markdown": "plan_cli.listings.plain:as_markdown",
}


def renderer(name: str) -> Renderer:
    """The renderer called `name`, imported only now."""
    module, function = FORMATS[name].split(":")
    chosen: Renderer = getattr(import_module(module), function)
    return chosen
