"""Markdown tables: what people see in a table, whole, for a page or a document."""

import re
from collections.abc import Sequence
from typing import Final

from plan_cli.render.listing import Column, Listing, Page, Row
from plan_cli.render.text import visible

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]|~#!])")


def render(listings: Sequence[Listing], page: Page) -> str:
    """Return every listing as a title and a table, or as a table a row for records."""
    del page
    return "\n".join(_listing(listing) for listing in listings)


def _listing(listing: Listing) -> str:
    title = f"**{escaped(listing.title)}**\n" if listing.title else ""
    if listing.parts:
        return "\n".join([title, *map(_listing, listing.parts)])
    if not listing.rows:
        return title
    if listing.layout == "records":
        return "\n".join([title, *(_record(listing.columns, row) for row in listing.rows)])
    columns = listing.columns
    lines = [
        _line([column.header for column in columns]),
        _line(["---:" if column.right else "---" for column in columns]),
        *(_line([escaped(column.cell(row)) for column in columns]) for row in listing.rows),
    ]
    return "\n".join([title, *lines, ""])


def _record(columns: tuple[Column, ...], row: Row) -> str:
    cells = [(column.header, column.cell(row)) for column in columns]
    (_header, first), *rest = cells
    lines = [_line(["", escaped(first)]), _line(["---", "---"])]
    lines += [_line([header, escaped(text)]) for header, text in rest if text]
    return "\n".join([*lines, ""])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return text that a Markdown reader shows as it is, whatever it holds."""
    plain = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", plain).replace("\n", "<br>")
