"""CSV for spreadsheets: headed by the JSON keys, with a mark by which Excel knows UTF-8.

A list of names is one cell, 、 between them; a list of records is one cell of JSON. A text that a
spreadsheet would run as a formula gets an apostrophe before it, unless the page is `raw`.
"""

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from typing import Final

from plan_cli.render.json import exact_number
from plan_cli.render.listing import Listing, Page
from plan_cli.render.text import visible

_BYTE_ORDER_MARK: Final = "\ufeff"
# Excel takes the full-width forms for formulas too where its language is Chinese.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN_NAMES: Final = "、"


def render(listings: Sequence[Listing], page: Page) -> str:
    """Return a table of the first listing's rows, lines ended by CR LF.

    Raises:
        ValueError: several listings were given; CSV has one table.
    """
    (listing,) = listings
    written = StringIO()
    if not page.screen:
        written.write(_BYTE_ORDER_MARK)
    writer = csv.writer(written, lineterminator="\r\n")
    rows = listing.rows if listing.lines is None else listing.lines
    keys = list(dict.fromkeys(key for row in rows for key in row))
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
    if not isinstance(value, str | list | dict):
        return str(value)
    text = _text(value)
    if text.startswith(_FORMULA) and not page.raw:
        text = f"'{text}"
    return visible(text) if page.screen else text


def _text(value: str | list[object] | dict[str, object]) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return _BETWEEN_NAMES.join(str(entry) for entry in value)
    return json.dumps(value, ensure_ascii=False, default=exact_number)
