"""Listings: rows with their columns, and the renderers that turn them into text."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Literal, NamedTuple

Row = Mapping[str, Any]


class Column(NamedTuple):
    """`share` is its part of the width that the others leave; 0 for as much as the content needs.

    `shorten`: in a terminal, long text may be cut with an ellipsis.
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
    gets in their place, `parts` what people see in place of the columns. `name` is its key where
    several listings make one answer. `records` is a small table a row, a `compact` table has no
    rules. `remarks` go to standard error. `parallel`: the nth lines of a row's cells belong
    together and start at the same height. `failed`: the command ends with status 1. `keys` are
    the header of a spreadsheet without rows.
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

    `screen`: a terminal, which would obey control characters; `plain`: one without line-drawing
    characters; `raw`: formulas stay in CSV cells.
    """

    width: int = 80
    shorten: bool = False
    screen: bool = False
    plain: bool = False
    raw: bool = False


Renderer = Callable[[Sequence[Listing], Page], str]


FORMATS: Final = {
    "table": "plan_cli.listings.table:as_table",
    "json": "plan_cli.listings.plain:as_json",
    "csv": "plan_cli.listings.plain:as_csv",
    "markdown": "plan_cli.listings.plain:as_markdown",
}


def renderer(name: str) -> Renderer:
    module, function = FORMATS[name].split(":")
    chosen: Renderer = getattr(import_module(module), function)
    return chosen
