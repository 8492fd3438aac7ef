"""The formats of a work list, by how their files end: a workbook comes back, the others do not."""

import re
from typing import Final

from plan_cli.i18n import speaking
from plan_cli.office import need
from plan_cli.papers import blocks
from plan_cli.worklists.sheet import GOAL_KEYS, Column, Ledger, Row, Sheet

WORKBOOK: Final = ".xlsx"
_PAPERS: Final = {".docx": "docx", ".md": "markdown", ".html": "html"}
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
SUFFIXES: Final = (WORKBOOK, *_PAPERS)


def content(ledger: Ledger, suffix: str) -> bytes:
    """Return the bytes of a work list's file, in Chinese whatever the program speaks.

    Raises:
        OfficePackageMissingError: the format needs a package that is not installed.
        UnfitTextError: a text that a workbook cannot hold.
    """
    if suffix == WORKBOOK:
        need("openpyxl", "openpyxl")
        from plan_cli.worklists.workbook import workbook_bytes

        return workbook_bytes(ledger)
    from plan_cli.papers.formats import paper_renderer

    with speaking("zh"):
        return paper_renderer(_PAPERS[suffix])(papers(ledger))


def file_name(ledger: Ledger) -> str:
    """Return the name of a workbook that nobody has named; it leads into no other folder."""
    department = _NOT_IN_NAMES.sub("_", ledger.department)
    return f"{department}{ledger.year}年工作清单{WORKBOOK}"


_ALIGN: Final[dict[bool, blocks.Align]] = {True: "center", False: "left"}


def papers(ledger: Ledger) -> list[blocks.Paper]:
    """Return a paper a sheet, with what the plan says and the goals of the year."""
    return [_paper(sheet, first=place == 0) for place, sheet in enumerate(ledger.sheets)]


def _paper(sheet: Sheet, *, first: bool) -> blocks.Paper:
    columns = [column for column in sheet.columns if not column.input or column.key in GOAL_KEYS]
    table = blocks.PaperTable(
        columns=tuple(
            blocks.TableColumn(one.header, one.width, _ALIGN[one.center]) for one in columns
        ),
        rows=tuple(tuple(_text(column, row) for column in columns) for row in sheet.rows),
    )
    remarks = (blocks.Note(remark) for remark in sheet.remarks)
    title, _dash, whose = sheet.title.rpartition("——")
    return blocks.Paper(
        title=title,
        subtitle=whose,
        lines=(sheet.heading,),
        blocks=(table, *remarks),
        landscape=True,
        goes_on=not first,
    )


def _text(column: Column, row: Row) -> str | None:
    """Return what stands in a cell; None joins it with the one above, of the same item."""
    once = column.key == "item" or (column.of == "item" and not column.input)
    return None if once and not row.first else row.text(column.key)
