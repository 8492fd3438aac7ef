"""A work list as a paper, to be read and filed; only a workbook comes back filled in."""

from typing import Final

from plan_cli.ledgers.layout import GOAL_KEYS, Column, Ledger, Row, Sheet
from plan_cli.papers import blocks

_ALIGN: Final[dict[bool, blocks.Align]] = {True: "center", False: "left"}


def papers(ledger: Ledger) -> list[blocks.Paper]:
    """Return a paper a sheet, with what the plan says and the goals of the year."""
    return [_paper(sheet, first=place == 0) for place, sheet in enumerate(ledger.sheets)]


def _paper(sheet: Sheet, *, first: bool) -> blocks.Paper:
    columns = [column for column in sheet.columns if not column.input or column.key in GOAL_KEYS]
    table = blocks.Table(
        columns=tuple(blocks.Column(one.header, one.width, _ALIGN[one.center]) for one in columns),
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
