"""Tables for people: Chinese text is folded, and never cut without an ellipsis that says so."""

from typing import Final

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from plan_cli.render.fold import fold
from plan_cli.render.listing import Column, Listing, Output
from plan_cli.render.text import visible

_SHORTENED: Final = 3  # lines that a shortened text may take
_GAP: Final = 2  # cells between two columns: the padding, and the box's divider
_EDGE: Final = 2  # cells of the table's edges
_NARROWEST: Final = 4  # cells of a column, however small the terminal: two characters
_ELLIPSIS: Final = "…"


def render(listing: Listing, output: Output) -> None:
    """Write a table as wide as the terminal (80 cells in a pipe, or what COLUMNS says).

    In a terminal, long wordings are shortened to a few lines unless `output.wide` is set; in a
    pipe or a file they are whole.
    """
    console = Console(file=output.stream, markup=False, highlight=False, emoji=False)
    title = Text("\n".join(fold(visible(listing.title), console.width - _EDGE)))
    if not listing.rows:
        console.print(title)
        return
    shorten = console.is_terminal and not output.wide
    table = Table(
        box=box.HORIZONTALS,
        show_lines=True,
        title=title,
        title_justify="left",
        padding=(0, _GAP - 1, 0, 0),
        pad_edge=False,
    )
    cells = [[visible(column.cell(row)) for column in listing.columns] for row in listing.rows]
    widths = _widths(listing.columns, cells, console.width)
    # Where a terminal is too narrow even so, the table is wider than it rather than cut.
    console.width = max(console.width, sum(widths) + _GAP * (len(widths) - 1) + _EDGE)
    for column, width in zip(listing.columns, widths, strict=True):
        table.add_column(
            Text(column.header), width=width, justify="right" if column.right else "left"
        )
    for row in cells:
        folded = (
            _Lines(_lines(text, width, shorten=shorten and column.shorten), column.right)
            for text, width, column in zip(row, widths, listing.columns, strict=True)
        )
        table.add_row(*folded)
    console.print(table)


class _Lines:
    """Lines that are folded already; Rich would fold a text once more, and slowly."""

    def __init__(self, lines: list[str], right: bool) -> None:
        self._lines = lines
        self._right = right

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del console
        for line in self._lines:
            room = " " * (options.max_width - cell_len(line))
            yield Segment(room + line + "\n" if self._right else line + room + "\n")


def _lines(text: str, width: int, *, shorten: bool) -> list[str]:
    lines = fold(text, width)
    if shorten and len(lines) > _SHORTENED:
        last = lines[_SHORTENED - 1]
        while cell_len(last + _ELLIPSIS) > width:
            last = last[:-1]
        lines = [*lines[: _SHORTENED - 1], last + _ELLIPSIS]
    return lines


def _widths(columns: tuple[Column, ...], cells: list[list[str]], total: int) -> list[int]:
    """Share out `total` cells: what columns need at most, what is scarce in proportion."""
    needed = [
        max(cell_len(line) for text in (column.header, *texts) for line in text.split("\n"))
        for column, *texts in zip(columns, *cells, strict=True)
    ]
    widths = {i: need for i, need in enumerate(needed) if not columns[i].share}
    left = total - _EDGE - _GAP * (len(columns) - 1) - sum(widths.values())
    while len(widths) < len(columns):
        open_ = [i for i in range(len(columns)) if i not in widths]
        shares = sum(columns[i].share for i in open_)
        parts = {i: max(left * columns[i].share // shares, _NARROWEST) for i in open_}
        # A column that needs less than its part leaves the rest to the others.
        settled = {i: needed[i] for i in open_ if needed[i] <= parts[i]} or parts
        widths |= settled
        left -= sum(settled.values())
    return [widths[i] for i in range(len(columns))]
