"""Tables for people: Chinese text is folded, and never cut without an ellipsis that says so."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from plan_cli.listings.listing import Column, Listing, Page, Row
from plan_cli.text import cells, fold, visible

_SHORTENED: Final = 3  # lines that a shortened text may take
_GAP: Final = 2  # cells between two columns
_EDGE: Final = 2  # cells of the table's edges
_NARROWEST: Final = 4  # cells of a column, however small the page: two characters
_ELLIPSIS: Final = "…"


class _Frame(NamedTuple):
    """The edge of a row, the line of a rule, and what is where a rule meets edges."""

    edge: str
    line: str
    crossing: str
    corner: str


_DRAWN: Final = _Frame(" ", "─", "─", " ")
_ASCII: Final = _Frame("|", "-", "+", "+")


def as_table(listings: Sequence[Listing], page: Page) -> str:
    """Return the listings as tables, as wide as the page."""
    return "\n".join(_listing(listing, page) for listing in listings)


def _listing(listing: Listing, page: Page) -> str:
    lines = fold(visible(listing.title), page.width) if listing.title else []
    title = "".join(f"{line}\n" for line in lines)
    if listing.parts:
        return "\n".join([title, *(_listing(part, page) for part in listing.parts)])
    if not listing.rows:
        return title
    if listing.layout == "records":
        return title + "\n".join(_record(listing.columns, row, page) for row in listing.rows)
    texts = [[column.cell(row) for column in listing.columns] for row in listing.rows]
    rules, parallel = listing.layout != "compact", listing.parallel
    return title + _table(listing.columns, texts, page, rules=rules, parallel=parallel)


def _record(columns: tuple[Column, ...], row: Row, page: Page) -> str:
    """Return a table of two columns: what the columns are called, and what the row has there."""
    pair = (Column("", str), Column("", str, share=1))
    texts = [[column.header, column.cell(row)] for column in columns]
    return _table(pair, [both for both in texts if both[1]], page, heading=False)


def _table(
    columns: tuple[Column, ...],
    texts: list[list[str]],
    page: Page,
    *,
    heading: bool = True,
    rules: bool = True,
    parallel: bool = False,
) -> str:
    texts = [[visible(text) for text in row] for row in texts]
    # Where a page is too narrow even so, the table is wider than it rather than cut.
    widths = _widths(columns, texts, page.width)
    shorten = [page.shorten and column.shorten for column in columns]
    rows = [_folded(row, widths, shorten, parallel=parallel) for row in texts]
    apart = heading and any(len(lines) > 1 for row in rows for lines in row)
    if heading:
        headers = [fold(one.header, width) for one, width in zip(columns, widths, strict=True)]
        height = max(map(len, headers))
        rows.insert(0, [[""] * (height - len(lines)) + lines for lines in headers])
    frame = _ASCII if page.plain else _DRAWN
    edge, between = (frame.edge, f" {frame.edge}") if rules else ("", " " * _GAP)
    drawn = [
        "".join(
            f"{edge}{line}{edge}".rstrip(" ") + "\n"
            for line in _lines(row, columns, widths, between)
        )
        for row in rows
    ]
    if not rules:
        return "".join(drawn)
    spans = [frame.line * (width + 1) for width in widths[:-1]] + [frame.line * widths[-1]]
    inner = f"{edge}{frame.crossing.join(spans)}{edge}".rstrip(" ") + "\n"
    outer = f"{frame.corner}{frame.line.join(spans)}{frame.corner}".rstrip(" ") + "\n"
    head, body = ([drawn[0]], drawn[1:]) if heading else ([], drawn)
    return (
        outer
        + "".join(f"{row}{inner}" for row in head)
        + (inner if apart else "").join(body)
        + outer
    )


def _lines(
    row: list[list[str]], columns: tuple[Column, ...], widths: list[int], between: str
) -> Iterator[str]:
    """Yield the lines of a row: every cell filled up to the width of its column."""
    for texts in zip_longest(*row, fillvalue=""):
        parts = []
        for text, column, width in zip(texts, columns, widths, strict=True):
            room = " " * (width - cells(text))
            parts.append(room + text if column.right else text + room)
        yield between.join(parts)


def _folded(
    texts: list[str], widths: list[int], shorten: list[bool], *, parallel: bool
) -> list[list[str]]:
    """Return the lines of a row's cells; if they are parallel, what belongs together is level."""
    parts = [text.split("\n") if parallel else [text] for text in texts]
    lines: list[list[str]] = [[] for _text in texts]
    for level in zip_longest(*parts, fillvalue=""):
        blocks = [
            _shortened(fold(part, width), width) if short else fold(part, width)
            for part, width, short in zip(level, widths, shorten, strict=True)
        ]
        height = max(map(len, blocks)) if parallel else 0
        for cell, block in zip(lines, blocks, strict=True):
            cell += [*block, *[""] * (height - len(block))]
    return lines


def _shortened(lines: list[str], width: int) -> list[str]:
    if len(lines) <= _SHORTENED:
        return lines
    last = lines[_SHORTENED - 1]
    while cells(last + _ELLIPSIS) > width:
        last = last[:-1]
    return [*lines[: _SHORTENED - 1], last + _ELLIPSIS]


def _widths(columns: tuple[Column, ...], texts: list[list[str]], total: int) -> list[int]:
    """Share out `total` cells: what columns need at most, what is scarce in proportion."""
    needed = [
        max(cells(line) for text in (column.header, *own) for line in text.split("\n"))
        for column, *own in zip(columns, *texts, strict=True)
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
