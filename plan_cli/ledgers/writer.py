"""A work list as a workbook: official cells locked, inputs open, ready to be printed.

The same list gives the same bytes: no clock goes into it.
"""

import re
import zipfile
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from plan_cli.ledgers import manifest
from plan_cli.ledgers.layout import Column, Ledger, Row, Sheet
from plan_cli.ledgers.measures import BODY, column_width, header_height, height_of, row_height
from plan_cli.ledgers.sheet_settings import add_choices, protect, set_up_page
from plan_cli.ledgers.texts import checked

_TEXT: Final = "@"
_SONG: Final = "宋体"
_HEI: Final = "黑体"
_TITLE: Final = 16
_DEFAULT: Final = 11
_THIN: Final = Side(style="thin", color="808080")
_HAIR: Final = Side(style="hair", color="C0C0C0")
_HEADER_FILL: Final = PatternFill("solid", fgColor="DCE6F1")
_INPUT_FILL: Final = PatternFill("solid", fgColor="FFF8DC")
_CLOSED_FILL: Final = PatternFill("solid", fgColor="F2F2F2")
_CLOCK: Final = (1980, 1, 1, 0, 0, 0)  # the first day that a zip archive knows
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def workbook_bytes(ledger: Ledger) -> bytes:
    """Return the bytes of the workbook of a work list.

    Raises:
        UnfitTextError: a text that a workbook cannot hold.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _set_default_font(book)
    for sheet in ledger.sheets:
        _write_sheet(book.create_sheet(sheet.name), ledger, sheet)
    _write_manifest(book.create_sheet(manifest.SHEET_NAME), ledger)
    book.active = 0
    book.security.lockStructure = True
    book.properties.title = checked(ledger.title)
    book.properties.creator = ""
    file = BytesIO()
    book.save(file)
    return _without_clock(file.getvalue())


def _set_default_font(book: Workbook) -> None:
    """Set the font that widths of columns are counted in to one that whoever reads Chinese has."""
    default = Font(name=_SONG, size=_DEFAULT)
    # There is no public way.
    book._fonts[0] = default  # type: ignore[attr-defined]  # noqa: SLF001
    book._named_styles["Normal"].font = default  # type: ignore[attr-defined]  # noqa: SLF001


def _write_sheet(page: Worksheet, ledger: Ledger, sheet: Sheet) -> None:
    _write_top(page, sheet)
    _write_header(page, sheet)
    for place, row in enumerate(sheet.rows):
        last = place + 1 == len(sheet.rows) or sheet.rows[place + 1].first
        _write_row(page, sheet.header_row + 1 + place, sheet.columns, row, last=last)
    add_choices(page, sheet)
    protect(page)
    set_up_page(page, ledger, sheet)


def _write_top(page: Worksheet, sheet: Sheet) -> None:
    """Write title and lines above the table; they run over the empty cells beside them."""
    title = _put(page, 1, 1, sheet.title)
    title.font = Font(name=_HEI, size=_TITLE, bold=True)
    for number in range(1, len(sheet.columns) + 1):
        page.cell(1, number).alignment = Alignment("centerContinuous", "center")
    page.row_dimensions[1].height = height_of(2)
    for number, line in enumerate(sheet.lines, 2):
        cell = _put(page, number, 1, line)
        cell.font = Font(name=_SONG, size=BODY)
        cell.alignment = Alignment("left", "center")
        page.row_dimensions[number].height = height_of(1)


def _write_header(page: Worksheet, sheet: Sheet) -> None:
    header = sheet.header_row
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column_width(column)
        cell = _put(page, header, number, column.header)
        cell.font = Font(name=_HEI, size=BODY, bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        cell.fill, cell.border = _HEADER_FILL, _border(top=True)
    page.row_dimensions[header].height = header_height(sheet.columns)


def _write_row(
    page: Worksheet, number: int, columns: tuple[Column, ...], row: Row, *, last: bool
) -> None:
    for place, column in enumerate(columns, 1):
        cell = _put(page, number, place, row.text(column.key))
        cell.font = Font(name=_SONG, size=BODY)
        cell.alignment = Alignment("center" if column.center else "left", "center", wrap_text=True)
        joined = column.of == "item" and not column.input
        cell.border = _border(top=row.first or not joined, bottom=last or not joined)
        if not column.input:
            continue
        is_open = column.key in row.open
        cell.protection = Protection(locked=not is_open)
        cell.fill = _INPUT_FILL if is_open else _CLOSED_FILL
    height = row_height(columns, row)
    page.row_dimensions[number] = _GrowingRow(page, index=number, ht=height)


class _GrowingRow(RowDimension):
    """A row of a height that was worked out, and that grows with what is typed into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  (the name in the format)
        """False: the height is not what somebody has chosen."""
        return False


def _border(*, top: bool, bottom: bool = True) -> Border:
    """Return a border whose top and bottom are fine where a cell goes on."""
    return Border(
        left=_THIN, right=_THIN, top=_THIN if top else _HAIR, bottom=_THIN if bottom else _HAIR
    )


def _put(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text as a text, whatever it looks like: never a formula, a figure or a date."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  (nothing is merged)
    cell.number_format = _TEXT
    if text:
        cell.value = checked(text)
        cell.data_type = "s"
    return cell


def _write_manifest(page: Worksheet, ledger: Ledger) -> None:
    for number, line in enumerate(manifest.lines(ledger), 1):
        _put(page, number, 1, line)
    page.sheet_state = "hidden"
    page.protection.sheet = True


def _without_clock(content: bytes) -> bytes:
    """Return the archive with every time in it set to the same."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            info = zipfile.ZipInfo(name, _CLOCK)
            info.create_system = 0  # the same on every system
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return file.getvalue()
