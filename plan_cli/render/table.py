"""Tables for people: Chinese text is folded, and never cut without an ellipsis that says so."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from plan_cli.render.fold import fold
from plan_cli.render.frame import ASCII, BARE, RULED, Shape, draw
from plan_cli.render.listing import Column, Listing, Page, Row
from plan_cli.render.text import visible
from plan_cli.render.width import width

_SHORTENED: Final = 3  # lines that a shortened text may take
_GAP: Final = 2  # cells between two columns
_EDGE: Final = 2  # cells of the frame's edges
_NARROWEST: Final = 4  # cells of a column, however small the page: two characters
_ELLIPSIS: Final = "…"


def render(listings: Sequence[Listing], page: Page) -> str:
    """Return the listings as tables, as wide as the page."""
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
        listing.columns,
        cells,
        page,
        rules=listing.layout != "compact",
        parallel=listing.parallel,
    )


def _record(columns: tuple[Column, ...], row: Row, page: Page) -> str:
    """Return a table of two columns: what the columns are called, and what the row has there."""
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
    frame = BARE if not rules else ASCII if page.plain else RULED
    shape = Shape(widths, [column.right for column in columns])
    headings = [_fold(column.header, wide) for column, wide in zip(columns, widths, strict=True)]
    spaced = heading and any(len(lines) > 1 for row in folded for lines in row)
    return draw(frame, shape, headings if heading else None, folded, spaced=spaced)


def _row(
    texts: list[str], widths: list[int], shorten: list[bool], *, parallel: bool
) -> list[list[str]]:
    """Return the lines of a row's cells; if they are parallel, what belongs together is level."""
    told = [text.split("\n") if parallel else [text] for text in texts]
    lines: list[list[str]] = [[] for _text in texts]
    for parts in zip_longest(*told, fillvalue=""):
        blocks = [
            _lines(part, wide, shorten=short)
            for part, wide, short in zip(parts, widths, shorten, strict=True)
        ]
        height = max(map(len, blocks)) if parallel else 0
        for cell, block in zip(lines, blocks, strict=True):
            cell += [*block, *[""] * (height - len(block))]
    return lines


def _fold(text: str, wide: int) -> list[str]:
    return fold(text, wide, width)


def _lines(text: str, wide: int, *, shorten: bool) -> list[str]:
    lines = _fold(text, wide)
    if shorten and len(lines) > _SHORTENED:
        last = lines[_SHORTENED - 1]
        while width(last + _ELLIPSIS) > wide:
            last = last[:-1]
        lines = [*lines[: _SHORTENED - 1], last + _ELLIPSIS]
    return lines


def _widths(columns: tuple[Column, ...], cells: list[list[str]], total: int) -> list[int]:
    """Share out `total` cells: what columns need at most, what is scarce in proportion."""
    needed = [
        max(width(line) for text in (column.header, *texts) for line in text.split("\n"))
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
