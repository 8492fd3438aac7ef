"""Listings for programs and documents: JSON, CSV, Markdown."""

import csv
import json
import re
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from typing import Final

from plan_cli.listings.listing import Column, Listing, Page, Row
from plan_cli.text import spelled_out, visible


def as_json(listings: Sequence[Listing], page: Page) -> str:
    del page
    value: object = list(listings[0].rows)
    if len(listings) > 1:
        value = {listing.name: list(listing.rows) for listing in listings}
    text = json.dumps(value, ensure_ascii=False, indent=2, default=exact_number)
    # JSON may hold what a terminal obeys: C1 controls, marks that turn text round.
    return spelled_out(text, lambda hidden: json.dumps(hidden)[1:-1]) + "\n"


def exact_number(value: object) -> float:
    """An exact number for JSON; the models keep it to the 15 digits that are safe."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)


# Excel takes the full-width forms for formulas too where its language is Chinese.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(listings: Sequence[Listing], page: Page) -> str:
    """A table of the only listing's rows, lines ended by CR LF."""
    (listing,) = listings
    written = StringIO()
    if not page.screen:
        written.write("\ufeff")  # Excel takes a file without a byte order mark for no UTF-8
    writer = csv.writer(written, lineterminator="\r\n")
    rows = listing.rows if listing.lines is None else listing.lines
    keys = list(dict.fromkeys([*listing.keys, *(key for row in rows for key in row)]))
    writer.writerow(keys)
    for row in rows:
        writer.writerow([_cell(row.get(key), page) for key in keys])
    return written.getvalue()


def _cell(value: object, page: Page) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"  # 70, which Decimal itself may write 7E+1
    if isinstance(value, str):
        text = value
    elif isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        text = "、".join(value)
    elif isinstance(value, list | dict):
        text = json.dumps(value, ensure_ascii=False, default=exact_number)
    else:
        return str(value)
    if text.startswith(_FORMULA) and not page.raw:
        text = f"'{text}"
    return visible(text) if page.screen else text


_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]|~#!])")


def as_markdown(listings: Sequence[Listing], page: Page) -> str:
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
    lines = [_line(["", escaped(columns[0].cell(row))]), _line(["---", "---"])]
    rest = [(column.header, column.cell(row)) for column in columns[1:]]
    lines += [_line([header, escaped(text)]) for header, text in rest if text]
    return "\n".join([*lines, ""])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Text that a Markdown reader shows literally."""
    plain = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", plain).replace("\n", "<br>")
