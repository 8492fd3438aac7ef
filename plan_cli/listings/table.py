"""Tables for people: Chinese text is folded, and only cut with an ellipsis."""

from collections.abc import Sequence
from io import StringIO
from itertools import zip_longest
from typing import Final

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.table import Table

from plan_cli.listings.listing import Column, Listing, Page, Row
from plan_cli.text import fold, visible

_SHORTENED: Final = 3  # lines that a shortened text may take
_GAP: Final = 2  # cells between two columns: the padding, and the box's divider
_EDGE: Final = 2  # cells of the table's edges
_NARROWEST: Final = 4  # cells of a column, however small the page: two characters
_ELLIPSIS: Final = "…"


def as_table(listings: Sequence[Listing], page: Page) -> str:
    return "\n".join(_listing(listing, page) for listing in listings)


def _listing(listing: Listing, page: Page) -> str:
    lines = _fold(visible(listing.title), page.width) if listing.title else []
    title = "".join(f"{line}\n" for line in lines)
    if listing.parts:
        return "\n".join([title, *(_listing(part, page) for part in listing.parts)])
    if not listing.rows:
        return title
    if listing.layout == "records":
        return title + "\n".join(_record(listing.columns, row, page) for row in listing.rows)
    cells = [[column.cell(row) for column in listing.columns] for row in listing.rows]
    return title + _table(
        listing.columns, cells, page, rules=listing.layout != "compact", parallel=listing.parallel
    )


def _record(columns: tuple[Column, ...], row: Row, page: Page) -> str:
    pair = (Column("", str), Column("", str, share=1))
    cells = [[column.header, column.cell(row)] for column in columns]
    return _table(pair, [cell for cell in cells if cell[1]], page, heading=False)


def _table(
    columns: tuple[Column, ...],
    cells: list[list[str]],
    page: Page,
    *,
    heading: bool = True,
    rules: bool = True,
    parallel: bool = False,
) -> str:
    cells = [[visible(text) for text in row] for row in cells]
    widths = _widths(columns, cells, page.width)
    shorten = [page.shorten and column.shorten for column in columns]
    folded = [_row(row, widths, shorten, parallel=parallel) for row in cells]
    # Rich would lay out every cell twice if it made the gaps: they are part of the lines.
    table = Table(
        box=None if not rules else box.ASCII if page.plain else box.HORIZONTALS,
        show_lines=heading and any(len(lines) > 1 for row in folded for lines in row),
        show_header=heading,
        padding=0,
        pad_edge=False,
    )
    gaps = [_GAP - 1 if rules else _GAP] * (len(widths) - 1) + [0]
    for column, width, gap in zip(columns, widths, gaps, strict=True):
        header = _Lines(_fold(column.header, width), width, column.right)
        table.add_column(header, width=width + gap)
    for row in folded:
        table.add_row(*map(_Lines, row, widths, [column.right for column in columns]))
    # Where a page is too narrow even so, the table is wider than it rather than cut.
    return _printed(table, max(page.width, sum(widths) + _GAP * (len(widths) - 1) + _EDGE))


def _printed(table: Table, width: int) -> str:
    """What Rich makes of a table, without colours and without blanks at line ends."""
    console = Console(
        file=StringIO(),
        width=width,
        markup=False,
        highlight=False,
        emoji=False,
        color_system=None,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip(" ") for line in capture.get().split("\n"))


class _Lines:
    """Folded lines; Rich would fold the text again, and slowly."""

    def __init__(self, lines: list[str], width: int, right: bool) -> None:
        self._lines = lines
        self._width = width
        self._right = right

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del console
        gap = " " * (options.max_width - self._width)
        for line in self._lines:
            room = " " * (self._width - cell_len(line))
            yield Segment(f"{room}{line}{gap}\n" if self._right else f"{line}{room}{gap}\n")


def _row(
    texts: list[str], widths: list[int], shorten: list[bool], *, parallel: bool
) -> list[list[str]]:
    """The lines of a row's cells; parallel parts start at the same height."""
    told = [text.split("\n") if parallel else [text] for text in texts]
    lines: list[list[str]] = [[] for _text in texts]
    for parts in zip_longest(*told, fillvalue=""):
        blocks = [
            _lines(part, width, shorten=short)
            for part, width, short in zip(parts, widths, shorten, strict=True)
        ]
        height = max(map(len, blocks)) if parallel else 0
        for cell, block in zip(lines, blocks, strict=True):
            cell += [*block, *[""] * (height - len(block))]
    return lines


def _fold(text: str, width: int) -> list[str]:
    return fold(text, width, cell_len)


def _lines(text: str, width: int, *, shorten: bool) -> list[str]:
    lines = _fold(text, width)
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
