"""Tables of a Word document, and charts, which are tables whose bars are shaded cells.

Widths are in twips and fixed, the header is repeated on every page, no row is torn apart.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import (
    COLOURS,
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
    headers = [
        cell(paragraphs(one.header, style, "center", bold=True, keep=True), size, fill=_HEADER_FILL)
        for one, size in zip(block.columns, widths, strict=True)
    ]
    rows = [row(headers, header=True)]
    for texts, below in zip_longest(block.rows, block.rows[1:], fillvalue=[""] * len(widths)):
        keep = None in below  # what is joined with the next row stays on a page with it
        cells = []
        for text, under, column, size in zip(texts, below, block.columns, widths, strict=True):
            merge = "continue" if text is None else "restart" if under is None else ""
            content = paragraphs(text or "", style, column.align, keep=keep)
            cells.append(cell(content, size, merge=merge))
        rows.append(row(cells))
    above = paragraph("Paper Gap", element("w:keepNext"))
    return [above, frame(widths, rows), paragraph("Paper Gap")]


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
_BLACK: Final = "000000"
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
    contents = [paragraphs(one.header, _SMALL_CELL, one.align, bold=True) for one in block.columns]
    if block.sides is None:
        contents[place] = [_key(block)]
    first = [
        cell(content, width, span=len(grid) if number == place else 1)
        for number, (content, width) in enumerate(zip(contents, widths, strict=True))
    ]
    if block.sides is None:
        return [row(first, header=True)]
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
    room = cells if block.sides is None else cells // 2
    sizes = bar_cells([abs(one.length) for one in bar.segments], block.longest, room)
    drawn = list(zip(sizes, bar.segments, strict=True))
    left = [(size, one) for size, one in drawn if one.length < 0]
    right = [(size, one) for size, one in drawn if one.length >= 0]
    found: list[tuple[int, Segment | None]] = [*left, *right]
    if block.sides is not None:
        found.insert(0, (room - sum(size for size, _one in left), None))
    found.append((room - sum(size for size, _one in right), None))
    return [(size, one) for size, one in found if size]


def _area(width: int, span: int, one: Segment | None, figure: str, axis: str) -> BaseOxmlElement:
    sizes = {"top": _GAP, "left": 8, "bottom": _GAP, "right": 8}
    lines = [
        element(
            f"w:{side}", val="single", sz=size, space=0, color=_WHITE if size == _GAP else _BLACK
        )
        for side, size in sizes.items()
        if side in {"top", "bottom", axis}
    ]
    borders = element("w:tcBorders", *lines)
    sides = [element(f"w:{side}", w=0, type="dxa") for side in ("left", "right")]
    fill, ink = ("", "") if one is None else (COLOURS[one.tone].fill, COLOURS[one.tone].ink)
    content = paragraphs(figure, _SMALL_CELL, "center", ink=ink)
    margins = element("w:tcMar", *sides)
    return cell(content, width, span=span, fill=fill, borders=borders, margins=margins)
