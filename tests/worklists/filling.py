"""Fills in work lists as people do, and damages them as programs and people do."""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Address = tuple[str, int, str, str]
"""Sheet, item, the first word of the target's cell, heading."""

_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")
_MADE: dict[tuple[bytes, str, str], bytes] = {}


def filled(content: bytes, values: Mapping[Address, Any], number_format: str = "") -> bytes:
    """Return a workbook with values in its cells; a format changes that of those cells."""
    key = (content, repr(values), number_format)  # many tests begin with the same cells
    if key in _MADE:
        return _MADE[key]

    def fill(book: Workbook) -> None:
        for (sheet, item, target, header), value in values.items():
            cell = cell_of(page_of(book, sheet), item, target, header)
            cell.value = _ESCAPED.sub(_escaped, value) if isinstance(value, str) else value
            if isinstance(value, str) and not number_format:
                cell.data_type = "s"
            if number_format:
                cell.number_format = number_format

    return _MADE.setdefault(key, edited(content, fill))


def _escaped(match: re.Match[str]) -> str:
    return "_x005F" + match[0]


def edited(content: bytes, edit: Callable[[Workbook], None]) -> bytes:
    """Return a workbook after something was done to it."""
    book = load_workbook(BytesIO(content))
    edit(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def page_of(book: Workbook, sheet: str) -> Worksheet:
    page = book[sheet]
    assert isinstance(page, Worksheet)
    return page


def header_row(page: Worksheet) -> int:
    return next(row for row in range(1, 20) if page.cell(row, 1).value == "序号")


def column_of(page: Worksheet, header: str) -> int:
    row = header_row(page)
    return next(number for number in range(1, 30) if page.cell(row, number).value == header)


def row_of(page: Worksheet, item: int, target: str) -> int:
    column = column_of(page, "目标")
    for row in range(header_row(page) + 1, page.max_row + 1):
        words = str(page.cell(row, column).value).split(" ", 1)
        if page.cell(row, 1).value == str(item) and words[0] == target:
            return row
    raise KeyError(item, target)


def cell_of(page: Worksheet, item: int, target: str, header: str) -> Cell:
    cell = page.cell(row_of(page, item, target), column_of(page, header))
    assert isinstance(cell, Cell)
    return cell


def with_parts(content: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """Return an archive with parts added, or put in place of those it has."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        had = {name: old.read(name) for name in old.namelist()}
        for name, part in parts.items():
            had[name] = part if isinstance(part, bytes) else part(had[name])
        for name, part_ in had.items():
            new.writestr(name, part_, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """Return what puts one text in the place of another in a part that has it."""

    def replace(part: bytes) -> bytes:
        assert old.encode() in part, part[:2000]
        return part.replace(old.encode(), new.encode(), 1)

    return replace
