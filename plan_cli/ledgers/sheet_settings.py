"""What a sheet has beside its cells: choices, protection, what stays in view, how it is printed."""

from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from plan_cli.ledgers.layout import Column, Ledger, Sheet

_A4: Final = 9
_MARGIN: Final = 0.25  # inches
_FREE: Final = ("autoFilter", "formatColumns", "formatRows")


def add_choices(page: Worksheet, sheet: Sheet) -> None:
    """Let the inputs that have choices be filled in from a list."""
    for number, column in enumerate(sheet.columns, 1):
        if not column.choices:
            continue
        choices = _choices(column)
        letter = get_column_letter(number)
        for place, row in enumerate(sheet.rows, sheet.header_row + 1):
            if column.key in row.open:
                choices.add(f"{letter}{place}")
        page.add_data_validation(choices)


def _choices(column: Column) -> DataValidation:
    listed = "、".join(column.choices)
    return DataValidation(
        type="list",
        formula1=f'"{",".join(column.choices)}"',
        allow_blank=True,
        showErrorMessage=column.strict,
        errorTitle=column.header,
        error=f"请从列表中选择：{listed}。" if column.strict else None,
    )


def protect(page: Worksheet) -> None:
    """Lock the sheet without a password; filters, widths and heights stay free."""
    page.protection.sheet = True
    for action in _FREE:
        setattr(page.protection, action, False)  # False: not locked


def set_up_page(page: Worksheet, ledger: Ledger, sheet: Sheet) -> None:
    """Let the headings stay in view, and have the sheet printed on A4, as wide as the page."""
    header, last = sheet.header_row, sheet.header_row + len(sheet.rows)
    letter = get_column_letter(len(sheet.columns))
    page.freeze_panes = f"C{header + 1}"
    page.auto_filter.ref = f"A{header}:{letter}{last}"
    page.print_title_rows = f"{header}:{header}"
    page.print_area = f"A1:{letter}{last}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    margins.left = margins.right = _MARGIN
    margins.top, margins.bottom = 0.4, 0.5
    margins.header = margins.footer = 0.2
    _write_footer(page.oddFooter, f"{ledger.department}　{sheet.name}")


def _write_footer(footer: HeaderFooterItem | None, left: str) -> None:
    if footer is None:
        return
    footer.left.text = left.replace("&", "&&")
    footer.right.text = "第 &P 页，共 &N 页"
