"""Tables in HTML."""

from collections.abc import Sequence
from typing import Final

from plan_cli.papers.blocks import Column, Table
from plan_cli.papers.renderers.html.text import inline
from plan_cli.papers.widths import column_widths

_UPRIGHT: Final = 48
_SMALL: Final = 54
_LANDSCAPE: Final = 86
"""Widths of the printed page, in sizes of a table's letters; `_SMALL` in smaller print."""


def table(block: Table, *, landscape: bool = False) -> str:
    """Return a table with fixed widths and a header that is repeated in print."""
    room = _LANDSCAPE if landscape else _SMALL if block.is_small else _UPRIGHT
    widths = "".join(f'<col style="width:{one:.2%}">' for one in column_widths(block, room))
    headers = "".join(f'<th scope="col">{inline(one.header)}</th>' for one in block.columns)
    kind = " small" if block.is_small else ""
    return "\n".join(
        [
            f'<div class="table{kind}"><table>',
            *([f"<caption>{inline(block.caption)}</caption>"] if block.caption else []),
            f"<colgroup>{widths}</colgroup>",
            f"<thead><tr>{headers}</tr></thead>",
            *_bodies(block),
            "</table></div>",
        ]
    )


def _bodies(block: Table) -> list[str]:
    """Return the rows; those that are joined stand in a body of their own and stay together."""
    groups: list[list[int]] = []
    for number, row in enumerate(block.rows):
        if groups and None in row:
            groups[-1].append(number)
        else:
            groups.append([number])
    bodies = []
    for group in groups:
        rows = [block.rows[number] for number in group]
        lines = [_row(rows, number, block.columns) for number in range(len(rows))]
        bodies.append("\n".join(["<tbody>", *lines, "</tbody>"]))
    return bodies


def _row(rows: Sequence[Sequence[str | None]], number: int, columns: Sequence[Column]) -> str:
    cells = "".join(
        _cell(text, _span(rows, number, place), columns[place])
        for place, text in enumerate(rows[number])
        if text is not None
    )
    return f"<tr>{cells}</tr>"


def _span(rows: Sequence[Sequence[str | None]], number: int, place: int) -> int:
    """Return over how many rows a cell reaches."""
    span = 1
    while number + span < len(rows) and rows[number + span][place] is None:
        span += 1
    return span


def _cell(text: str, span: int, column: Column) -> str:
    rows = f' rowspan="{span}"' if span > 1 else ""
    kind = f' class="{column.align}"' if column.align != "left" else ""
    return f"<td{rows}{kind}>{inline(text)}</td>"
