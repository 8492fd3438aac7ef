"""A work list as a workbook: official cells locked, inputs open, ready to be printed.

The same list gives the same bytes: no clock goes into it.
"""

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension

from plan_cli.ledgers import manifest
from plan_cli.ledgers.layout import Column, Ledger, Row, Sheet
from plan_cli.ledgers.measures import BODY, column_width, header_height, height_of, row_height
from plan_cli.ledgers.texts import checked

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT: Final = "@"
_SONG: Final = "宋体"
_HEI: Final = "黑体"
_TITLE: Final = 16
_THIN: Final = Side(style="thin", color="808080")
_HEADER_FILL: Final = PatternFill("solid", fgColor="DCE6F1")
_INPUT_FILL: Final = PatternFill("solid", fgColor="FFF8DC")
_CLOSED_FILL: Final = PatternFill("solid", fgColor="F2F2F2")
_A4: Final = 9
_MARGIN: Final = 0.25  # inches
_CLOCK: Final = (1980, 1, 1, 0, 0, 0)  # the first day that a zip archive knows
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def workbook_bytes(ledger: Ledger) -> bytes:
    """Return the bytes of the workbook of a work list.

    Raises:
        UnfitTextError: a text that a workbook cannot hold.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
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


def _write_sheet(page: "Worksheet", ledger: Ledger, sheet: Sheet) -> None:
    _write_top(page, sheet)
    header = sheet.header_row
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column_width(column)
        cell = page.cell(header, number)
        _put(cell, column.header)
        cell.font = Font(name=_HEI, size=BODY, bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        cell.fill, cell.border = _HEADER_FILL, _border(top=True)
    page.row_dimensions[header].height = header_height(sheet.columns)
    for place, row in enumerate(sheet.rows):
        last = place + 1 == len(sheet.rows) or sheet.rows[place + 1].first
        _write_row(page, header + 1 + place, sheet.columns, row, last=last)
    _add_choices(page, sheet)
    _protect(page)
    _set_up_page(page, ledger, sheet)


def _write_top(page: "Worksheet", sheet: Sheet) -> None:
    """Write title and lines above the table; they run over the empty cells beside them."""
    title = page.cell(1, 1)
    _put(title, sheet.title)
    title.font = Font(name=_HEI, size=_TITLE, bold=True)
    for number in range(1, len(sheet.columns) + 1):
        page.cell(1, number).alignment = Alignment("centerContinuous", "center")
    page.row_dimensions[1].height = height_of(2)
    for number, line in enumerate(sheet.lines, 2):
        cell = page.cell(number, 1)
        _put(cell, line)
        cell.font = Font(name=_SONG, size=BODY)
        cell.alignment = Alignment("left", "center")
        page.row_dimensions[number].height = height_of(1)


def _write_row(
    page: "Worksheet", number: int, columns: tuple[Column, ...], row: Row, *, last: bool
) -> None:
    for place, column in enumerate(columns, 1):
        cell = page.cell(number, place)
        _put(cell, row.text(column.key))
        cell.font = Font(name=_SONG, size=BODY)
        horizontal = "center" if column.center else "left"
        cell.alignment = Alignment(horizontal, "center" if column.center else "top", wrap_text=True)
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
    return Border(
        left=_THIN, right=_THIN, top=_THIN if top else None, bottom=_THIN if bottom else None
    )


def _put(cell: "Cell", text: str) -> None:
    """Write a text as a text, whatever it looks like: never a formula, a figure or a date."""
    cell.number_format = _TEXT
    if text:
        cell.value = checked(text)
        cell.data_type = "s"


def _add_choices(page: "Worksheet", sheet: Sheet) -> None:
    for number, column in enumerate(sheet.columns, 1):
        if not column.choices:
            continue
        choices = DataValidation(
            type="list",
            formula1=f'"{",".join(column.choices)}"',
            allow_blank=True,
            showErrorMessage=column.strict,
            errorTitle=column.header,
            error=f"请从列表中选择：{'、'.join(column.choices)}。" if column.strict else None,
        )
        letter = get_column_letter(number)
        for place, row in enumerate(sheet.rows, sheet.header_row + 1):
            if column.key in row.open:
                choices.add(f"{letter}{place}")
        page.add_data_validation(choices)


def _protect(page: "Worksheet") -> None:
    """Lock the sheet without a password; filters, widths and heights stay free."""
    page.protection.sheet = True
    for action in ("autoFilter", "formatColumns", "formatRows"):
        setattr(page.protection, action, False)  # False: not locked


def _set_up_page(page: "Worksheet", ledger: Ledger, sheet: Sheet) -> None:
    header, last = sheet.header_row, sheet.header_row + len(sheet.rows)
    letter = get_column_letter(len(sheet.columns))
    page.freeze_panes = page.cell(header + 1, 3)
    page.auto_filter.ref = f"A{header}:{letter}{last}"
    page.print_title_rows = f"{header}:{header}"
    page.print_area = f"A1:{letter}{last}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    margins.left = margins.right = _MARGIN
    margins.top, margins.bottom = 0.4, 0.5
    margins.header = margins.footer = 0.2
    page.oddFooter.left.text = f"{ledger.department}　{sheet.name}"
    page.oddFooter.right.text = "第 &P 页，共 &N 页"


def _write_manifest(page: "Worksheet", ledger: Ledger) -> None:
    for number, line in enumerate(manifest.lines(ledger), 1):
        _put(page.cell(number, 1), line)
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
