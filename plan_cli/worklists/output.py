"""A work list as a file: a workbook to be filled in, or a paper to be read."""

import re
from typing import Final

from plan_cli.i18n import speaking
from plan_cli.papers import blocks
from plan_cli.papers.formats import need
from plan_cli.worklists.sheet import GOAL_KEYS, Sheet, SheetColumn, SheetRow, WorkList

WORKBOOK: Final = ".xlsx"
_PAPERS: Final = {".docx": "docx", ".md": "markdown", ".html": "html"}
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
SUFFIXES: Final = (WORKBOOK, *_PAPERS)


def content(work_list: WorkList, suffix: str) -> bytes:
    """Bytes of a file, in Chinese whatever the program speaks.

    Raises:
        OfficePackageMissingError: the format needs a package that is not installed.
        UnfitTextError: a text that a workbook cannot hold.
    """
    if suffix == WORKBOOK:
        need("openpyxl", "openpyxl")
        from plan_cli.worklists.workbook import workbook_bytes

        return workbook_bytes(work_list)
    from plan_cli.papers.formats import paper_renderer

    with speaking("zh"):
        return paper_renderer(_PAPERS[suffix])(papers(work_list))


def file_name(work_list: WorkList) -> str:
    """Default name of a workbook, without separators of paths."""
    department = _NOT_IN_NAMES.sub("_", work_list.department)
    return f"{department}{work_list.year}年工作清单{WORKBOOK}"


def papers(work_list: WorkList) -> list[blocks.Paper]:
    """The sheets as papers, with the plan's own columns and the goals of the year."""
    return [_paper(sheet, first=place == 0) for place, sheet in enumerate(work_list.sheets)]


def _paper(sheet: Sheet, *, first: bool) -> blocks.Paper:
    columns = [column for column in sheet.columns if not column.input or column.key in GOAL_KEYS]
    table = blocks.PaperTable(
        columns=tuple(
            blocks.TableColumn(one.header, one.width, "center" if one.center else "left")
            for one in columns
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
        continues=not first,
    )


def _text(column: SheetColumn, row: SheetRow) -> str | None:
    """None joins the cell with the one above, of the same item."""
    once = column.key == "item" or (column.of == "item" and not column.input)
    return None if once and not row.first else row.text(column.key)
