"""Tables of a Word document, and charts, which are tables whose bars are shaded cells.

Widths are in twips and fixed, the header is repeated on every page, no row is torn apart.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import (
    COLOURS,
    Align,
    Bar,
    BarChart,
    PaperTable,
    Segment,
    bar_cells,
    column_widths,
)
from plan_cli.papers.docx_xml import (
    cell,
    element,
    frame,
    paragraph,
    paragraphs,
    properties,
    row,
    runs,
)
from plan_cli.text import clean

Elements = list[BaseOxmlElement]

_CELL: Final = "Paper Cell"
_SMALL_CELL: Final = "Paper Small Cell"
LETTERS: Final = {_CELL: 10.5, _SMALL_CELL: 9}  # points
_HEADER_FILL: Final = "F0F0F0"


def table(block: PaperTable, width: int) -> Elements:
    style = _SMALL_CELL if block.is_small else _CELL
    widths = _shared(column_widths(block, width / 20 / LETTERS[style]), width)
    aligns = [column.align for column in block.columns]
    headers = [
        cell(
            paragraphs(column.header, style, "center", bold=True, keep=True), one, fill=_HEADER_FILL
        )
        for column, one in zip(block.columns, widths, strict=True)
    ]
    rows = [
        row(_cells(block.rows, number, widths, aligns, style)) for number in range(len(block.rows))
    ]
    found = frame(widths, [row(headers, header=True), *rows])
    above = paragraph("Paper Gap", element("w:keepNext"))
    return [above, found, paragraph("Paper Gap")]


def _cells(
    rows: Sequence[Sequence[str | None]],
    number: int,
    widths: Sequence[int],
    aligns: Sequence[Align],
    style: str,
) -> Iterable[BaseOxmlElement]:
    below = rows[number + 1] if number + 1 < len(rows) else [""] * len(widths)
    for place, text in enumerate(rows[number]):
        merge = "continue" if text is None else "restart" if below[place] is None else ""
        # What is joined with the next row stays on a page with it.
        keep = None in below
        content = paragraphs(text or "", style, aligns[place], keep=keep)
        yield cell(content, widths[place], merge=merge)


def _shared(parts: Sequence[float], width: int) -> list[int]:
    """Divide a width; the widths add up to it exactly."""
    whole, found, begun = sum(parts), [], 0.0
    for part in parts:
        ended = begun + part
        found.append(round(ended / whole * width) - round(begun / whole * width))
        begun = ended
    return found


_AXIS_CELLS: Final = 40  # of the grid that bars to both sides of an axis are drawn on
_BAR_CELLS: Final = 48
_ONE_PAGE: Final = 20  # rows of a chart that is kept on one page
_WHITE: Final = "FFFFFF"
_GAP: Final = 24  # above and below a bar, in eighths of a point


def bar_chart(block: BarChart, width: int) -> Elements:
    """A table whose bars are shaded cells, with the chart's text for those who cannot see it."""
    widths = _shared([column.width for column in block.columns], width)
    cells = _BAR_CELLS if block.sides is None else _AXIS_CELLS
    grid = _shared([1] * cells, widths[block.place])
    rows = [
        *_chart_headers(block, widths, grid),
        *(_bar_row(bar, block, widths, grid) for bar in block.bars),
    ]
    place = block.place
    found = frame([*widths[:place], *grid, *widths[place + 1 :]], rows, lines=False)
    if len(rows) <= _ONE_PAGE:
        for one in rows[:-1]:
            for looks in one.iter(qn("w:pPr")):
                looks.insert(1, element("w:keepNext"))
    found[0].append(element("w:tblDescription", val=clean(block.text)))
    return [paragraph("Caption", block.caption), found, paragraph("Paper Gap")]


def _chart_headers(block: BarChart, widths: Sequence[int], grid: Sequence[int]) -> Elements:
    place, half = block.place, len(grid) // 2
    first = [
        cell(paragraphs(one.header, _SMALL_CELL, one.align, bold=True), width)
        for one, width in zip(block.columns, widths, strict=True)
    ]
    if block.sides is None:
        first[place] = cell([_key(block)], widths[place], span=len(grid))
        return [row(first, header=True)]
    bars = block.columns[place]
    named = paragraphs(bars.header, _SMALL_CELL, bars.align, bold=True)
    first[place] = cell(named, widths[place], span=len(grid))
    second = [cell(paragraphs("", _SMALL_CELL), width) for width in widths]
    worse, better = block.sides
    second[place : place + 1] = [
        cell(paragraphs(f"← {worse}", _SMALL_CELL, "right"), sum(grid[:half]), span=half),
        cell(paragraphs(f"{better} →", _SMALL_CELL), sum(grid[half:]), span=half),
    ]
    return [row(first, header=True), row(second, header=True)]


def _key(block: BarChart) -> BaseOxmlElement:
    found = element("w:p", properties(_SMALL_CELL))
    for label, tone in block.key:
        found.extend(runs("■", ink=COLOURS[tone].fill))
        found.extend(runs(f" {label}   "))
    return found


def _bar_row(
    bar: Bar, block: BarChart, widths: Sequence[int], grid: Sequence[int]
) -> BaseOxmlElement:
    texts = [*bar.texts[: block.place], "", *bar.texts[block.place :]]
    found = [
        cell(paragraphs(text, _SMALL_CELL, column.align), width)
        for text, column, width in zip(texts, block.columns, widths, strict=True)
    ]
    found[block.place : block.place + 1] = _areas(bar, block, grid)
    return row(found)


def _areas(bar: Bar, block: BarChart, grid: Sequence[int]) -> Iterable[BaseOxmlElement]:
    half, begun = len(grid) // 2, 0
    for size, one in _pieces(bar, block, len(grid)):
        ended = begun + size
        axis = figure = ""
        if block.sides is not None:
            axis = "right" if ended == half else "left" if begun == half else ""
        elif one is not None and size >= len(one.figure):
            figure = one.figure
        yield _area(sum(grid[begun:ended]), size, one, figure, axis)
        begun = ended


def _pieces(bar: Bar, block: BarChart, cells: int) -> list[tuple[int, Segment | None]]:
    """Segments by their size in cells of the grid; None is the empty space beside them."""
    lengths = [abs(one.length) for one in bar.segments]
    found: list[tuple[int, Segment | None]]
    if block.sides is None:
        sizes = bar_cells(lengths, block.longest, cells)
        found = [*zip(sizes, bar.segments, strict=True), (cells - sum(sizes), None)]
    else:
        half = cells // 2
        sizes = bar_cells(lengths, block.longest, half)
        drawn = list(zip(sizes, bar.segments, strict=True))
        left = [(size, one) for size, one in drawn if one.length < 0]
        right = [(size, one) for size, one in drawn if one.length > 0]
        found = [
            (half - sum(size for size, _one in left), None),
            *left,
            *right,
            (half - sum(size for size, _one in right), None),
        ]
    return [(size, one) for size, one in found if size]


def _area(width: int, span: int, one: Segment | None, figure: str, axis: str) -> BaseOxmlElement:
    borders = element(
        "w:tcBorders",
        element("w:top", val="single", sz=_GAP, space=0, color=_WHITE),
        element("w:left", val="single", sz=8, space=0, color="000000") if axis == "left" else None,
        element("w:bottom", val="single", sz=_GAP, space=0, color=_WHITE),
        element("w:right", val="single", sz=8, space=0, color="000000")
        if axis == "right"
        else None,
    )
    margins = element(
        "w:tcMar", element("w:left", w=0, type="dxa"), element("w:right", w=0, type="dxa")
    )
    fill, ink = ("", "") if one is None else (COLOURS[one.tone].fill, COLOURS[one.tone].ink)
    content = paragraphs(figure, _SMALL_CELL, "center", ink=ink)
    return cell(content, width, span=span, fill=fill, borders=borders, margins=margins)
