"""A work list as a workbook: official cells locked, inputs open, ready to be printed.

The same list gives the same bytes: no clock goes into it.
"""

import re
import zipfile
from io import BytesIO
from math import ceil
from typing import Final
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from plan_cli.text import fold
from plan_cli.worklists.manifest import SHEET_NAME, manifest_lines
from plan_cli.worklists.sheet import Sheet, SheetColumn, SheetRow, WorkList, checked

_TEXT: Final = "@"
_SONG: Final = "宋体"
_HEI: Final = "黑体"
_THIN: Final = Side(style="thin", color="808080")
_HAIR: Final = Side(style="hair", color="C0C0C0")
_HEADER_FILL: Final = PatternFill("solid", fgColor="DCE6F1")
_INPUT_FILL: Final = PatternFill("solid", fgColor="FFF8DC")
_CLOSED_FILL: Final = PatternFill("solid", fgColor="F2F2F2")
_CLOCK: Final = (1980, 1, 1, 0, 0, 0)  # the first day that a zip archive knows
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def workbook_bytes(work_list: WorkList) -> bytes:
    """Raise UnfitTextError for a text that a workbook cannot hold."""
    book = Workbook()
    book.remove(book.worksheets[0])
    # Column widths are counted in the default font: one that Chinese systems have.
    default = Font(name=_SONG, size=11)
    book._fonts[0] = default  # type: ignore[attr-defined]  # noqa: SLF001  (no public way)
    book._named_styles["Normal"].font = default  # type: ignore[attr-defined]  # noqa: SLF001
    for sheet in work_list.sheets:
        _write_sheet(book.create_sheet(sheet.name), work_list, sheet)
    manifest = book.create_sheet(SHEET_NAME)
    for number, line in enumerate(manifest_lines(work_list), 1):
        _put(manifest, number, 1, line)
    manifest.sheet_state = "hidden"
    manifest.protection.sheet = True
    book.active = 0
    book.security.lockStructure = True
    book.properties.title = checked(work_list.title)
    book.properties.creator = ""
    file = BytesIO()
    book.save(file)
    return _without_clock(file.getvalue())


def _write_sheet(page: Worksheet, work_list: WorkList, sheet: Sheet) -> None:
    _write_top(page, sheet)
    _write_header(page, sheet)
    for place, row in enumerate(sheet.rows):
        last = place + 1 == len(sheet.rows) or sheet.rows[place + 1].first
        _write_row(page, sheet.header_row + 1 + place, sheet.columns, row, last=last)
    _add_choices(page, sheet)
    page.protection.sheet = True  # without a password
    for action in ("autoFilter", "formatColumns", "formatRows"):
        setattr(page.protection, action, False)  # False: not locked
    _set_up_page(page, work_list, sheet)


def _write_top(page: Worksheet, sheet: Sheet) -> None:
    """Write title and lines above the table; they run over the empty cells beside them."""
    title = _put(page, 1, 1, sheet.title)
    title.font = Font(name=_HEI, size=16, bold=True)
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
        page.column_dimensions[get_column_letter(number)].width = _width(column)
        cell = _put(page, header, number, column.header)
        cell.font = Font(name=_HEI, size=BODY, bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        cell.fill, cell.border = _HEADER_FILL, _border(top=True)
    lines = max(_lines(column, column.header) for column in sheet.columns)
    page.row_dimensions[header].height = height_of(lines)


def _write_row(
    page: Worksheet, number: int, columns: tuple[SheetColumn, ...], row: SheetRow, *, last: bool
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
    lines = max(_FEWEST, *(_lines(column, row.text(column.key)) for column in columns))
    page.row_dimensions[number] = _GrowingRow(page, index=number, ht=height_of(lines))


class _GrowingRow(RowDimension):
    """A row whose computed height grows with what is typed into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  (the name in the format)
        """False: the height is not what somebody has chosen."""
        return False


def _border(*, top: bool, bottom: bool = True) -> Border:
    """Hairlines between the rows of an item."""
    above, below = _THIN if top else _HAIR, _THIN if bottom else _HAIR
    return Border(left=_THIN, right=_THIN, top=above, bottom=below)


def _put(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text as a text, whatever it looks like: never a formula, a figure or a date."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  (nothing is merged)
    cell.number_format = _TEXT
    if text:
        cell.value = checked(text)
        cell.data_type = "s"
    return cell


def _without_clock(content: bytes) -> bytes:
    """Set every time in the archive to the same."""
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


_MARGIN: Final = 0.25  # inches


def _add_choices(page: Worksheet, sheet: Sheet) -> None:
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


def _set_up_page(page: Worksheet, work_list: WorkList, sheet: Sheet) -> None:
    """Keep the headings in view, and print on A4, as wide as the page."""
    header, last = sheet.header_row, sheet.header_row + len(sheet.rows)
    letter = get_column_letter(len(sheet.columns))
    page.freeze_panes = f"C{header + 1}"
    page.auto_filter.ref = f"A{header}:{letter}{last}"
    page.print_title_rows = f"{header}:{header}"
    page.print_area = f"A1:{letter}{last}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    margins.left = margins.right = _MARGIN
    margins.top, margins.bottom = 0.4, 0.5
    margins.header = margins.footer = 0.2
    if (footer := page.oddFooter) is not None:
        footer.left.text = f"{work_list.department}　{sheet.name}".replace("&", "&&")
        footer.right.text = "第 &P 页，共 &N 页"


BODY: Final = 10  # points

_LINE: Final = 14.5  # points; enough for the fonts that replace 宋体
_PADDING: Final = 5.0  # points above and below the text
_FEWEST: Final = 2  # lines; room to write in
_HIGHEST: Final = 409.0  # points; no row of Excel is higher

_WIDE, _NARROW = 100, 58  # hundredths of the body's size; fonts differ in their figures

_PIXELS_A_UNIT: Final = 8  # a column's width is counted in figures of the default font: 宋体 11
_CELL_PADDING: Final = 6  # pixels


def height_of(lines: int) -> float:
    """In points."""
    return min(lines * _LINE + _PADDING, _HIGHEST)


def _width(column: SheetColumn) -> float:
    """In the unit of a workbook."""
    pixels = column.width * BODY * 96 / 72 + _CELL_PADDING
    return ceil(pixels) / _PIXELS_A_UNIT


def _lines(column: SheetColumn, text: str) -> int:
    return len(fold(text, int(column.width * _WIDE), _measure))


def _measure(text: str) -> int:
    return sum(_WIDE if east_asian_width(one) in "WFA" else _NARROW for one in text)
