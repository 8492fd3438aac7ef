"""Tables: fixed widths, the header repeated on every page, no row torn apart."""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import COLOURS, Align, Pace, PaceChart, Part, Stack, StackChart, Table
from plan_cli.papers.docx_styles import size
from plan_cli.papers.docx_xml import element, paragraph, properties, runs
from plan_cli.papers.layout import bar_cells, column_widths, longest_share
from plan_cli.text import clean

_HEADER_FILL: Final = "F0F0F0"
_LINE: Final = "777777"


def table(block: Table, width: int) -> list[BaseOxmlElement]:
    """Return a table as wide as the text, its caption above it, and a gap below."""
    style = "Paper Small Cell" if block.is_small else "Paper Cell"
    widths = shared(column_widths(block, width / 20 / size(style)), width)
    aligns = [column.align for column in block.columns]
    headers = [
        cell(
            paragraphs(column.header, style, "center", bold=True, keep=True),
            one,
            fill=_HEADER_FILL,
        )
        for column, one in zip(block.columns, widths, strict=True)
    ]
    rows = [
        row(_cells(block.rows, number, widths, aligns, style)) for number in range(len(block.rows))
    ]
    found = frame(widths, [row(headers, header=True), *rows])
    return [above(block.caption), found, paragraph("Paper Gap")]


def above(caption: str) -> BaseOxmlElement:
    """Return the line above a table or a chart: its caption, else a gap."""
    if caption:
        return paragraph("Caption", caption)
    return paragraph("Paper Gap", element("w:keepNext"))


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


def shared(parts: Sequence[float], width: int) -> list[int]:
    """Share a width out; the widths add up to it exactly."""
    whole, found, begun = sum(parts), [], 0.0
    for part in parts:
        ended = begun + part
        found.append(round(ended / whole * width) - round(begun / whole * width))
        begun = ended
    return found


def frame(
    widths: Sequence[int], rows: Iterable[BaseOxmlElement], *, lines: bool = True
) -> BaseOxmlElement:
    """Return a table of rows with columns of these widths, in twips."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element(
        "w:tblBorders",
        *(element(f"w:{side}", val="single", sz=4, space=0, color=_LINE) for side in sides),
    )
    margins = element(
        "w:tblCellMar",
        element("w:top", w=30, type="dxa"),
        element("w:left", w=70, type="dxa"),
        element("w:bottom", w=30, type="dxa"),
        element("w:right", w=70, type="dxa"),
    )
    looks = element(
        "w:tblPr",
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:jc", val="center"),
        borders if lines else None,
        element("w:tblLayout", type="fixed"),
        margins,
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element("w:tbl", looks, grid, *rows)


def row(cells: Iterable[BaseOxmlElement], *, header: bool = False) -> BaseOxmlElement:
    """Return a row that no page tears apart; a header comes again on every page."""
    looks = element("w:trPr", element("w:cantSplit"), element("w:tblHeader") if header else None)
    return element("w:tr", looks, *cells)


def cell(
    content: Iterable[BaseOxmlElement],
    width: int,
    *,
    span: int = 1,
    merge: str = "",
    fill: str = "",
    borders: BaseOxmlElement | None = None,
    margins: BaseOxmlElement | None = None,
) -> BaseOxmlElement:
    """Return a cell of paragraphs."""
    looks = element(
        "w:tcPr",
        element("w:tcW", w=width, type="dxa"),
        element("w:gridSpan", val=span) if span > 1 else None,
        element("w:vMerge", val=merge) if merge else None,
        borders,
        element("w:shd", val="clear", color="auto", fill=fill) if fill else None,
        margins,
        element("w:vAlign", val="center"),
    )
    return element("w:tc", looks, *content)


def paragraphs(
    text: str,
    style: str,
    align: Align = "left",
    *,
    bold: bool = False,
    keep: bool = False,
    ink: str = "",
) -> list[BaseOxmlElement]:
    """Return the lines of a text as paragraphs of a cell."""
    found = []
    for line in text.split("\n"):
        looks = properties(
            style,
            *([element("w:keepNext")] if keep else []),
            *([element("w:jc", val=align)] if align != "left" else []),
        )
        found.append(element("w:p", looks, *(runs(line, bold=bold, ink=ink) if line else ())))
    return found


STYLE: Final = "Paper Small Cell"
_WHITE: Final = "FFFFFF"
_WHOLE: Final = 20  # rows of a chart that is kept on one page
_GAP: Final = 24  # above and below a bar, in eighths of a point


def area(
    width: int, span: int, fill: str, *, text: str = "", ink: str = "", axis: str = ""
) -> BaseOxmlElement:
    """Return a piece of a bar, with white above and below, or of the paper beside it."""
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
    content = paragraphs(text, STYLE, "center", ink=ink)
    return cell(content, width, span=span, fill=fill, borders=borders, margins=margins)


def _keep_together(found: BaseOxmlElement) -> None:
    """Keep every row on a page with the next one."""
    for row_ in found.findall(qn("w:tr"))[:-1]:
        for looks in row_.iter(qn("w:pPr")):
            looks.insert(1, element("w:keepNext"))


def chart(widths: Sequence[int], rows: Iterable[BaseOxmlElement], text: str) -> BaseOxmlElement:
    """Return a chart of rows, with its words for whoever cannot see it."""
    found = frame(widths, rows, lines=False)
    if len(found.findall(qn("w:tr"))) <= _WHOLE:
        _keep_together(found)
    found[0].append(element("w:tblDescription", val=clean(text)))
    return found


_HALF: Final = 20  # cells on either side of the axis
_PACE: Final = (2.9, 4.4, 4.5, 1.7)  # widths of label, figures, bars, verdict


def pace_chart(block: PaceChart, width: int) -> list[BaseOxmlElement]:
    """Return bars to both sides of where the plan would have the values."""
    label, figures, middle, verdict = shared(_PACE, width)
    grid = shared([1] * (2 * _HALF), middle)
    longest = longest_share(block.bars)
    rows = _pace_headers(block, (label, figures, verdict), grid)
    for bar in block.bars:
        left, right = _halves(bar, longest)
        rows.append(
            row(
                [
                    cell(paragraphs(bar.label, STYLE), label),
                    cell(paragraphs(bar.figures, STYLE), figures),
                    *_bar(left, grid[:_HALF], bar, towards_axis=True),
                    *_bar(right, grid[_HALF:], bar, towards_axis=False),
                    cell(paragraphs(bar.verdict, STYLE), verdict),
                ]
            )
        )
    widths = [label, figures, *grid, verdict]
    return [above(block.caption), chart(widths, rows, block.text), paragraph("Paper Gap")]


def _pace_headers(
    block: PaceChart, widths: tuple[int, int, int], grid: Sequence[int]
) -> list[BaseOxmlElement]:
    """Return what the columns are, and below it what either side of the axis means."""
    label, figures, verdict = widths
    left, right = sum(grid[:_HALF]), sum(grid[_HALF:])
    first, second, third, last = block.headers
    names = [
        cell(paragraphs(first, STYLE, bold=True), label),
        cell(paragraphs(second, STYLE, bold=True), figures),
        cell(paragraphs(third, STYLE, "center", bold=True), left + right, span=2 * _HALF),
        cell(paragraphs(last, STYLE, bold=True), verdict),
    ]
    sides = [
        cell(paragraphs("", STYLE), label),
        cell(paragraphs("", STYLE), figures),
        cell(paragraphs(f"← {block.worse}", STYLE, "right"), left, span=_HALF),
        cell(paragraphs(f"{block.better} →", STYLE), right, span=_HALF),
        cell(paragraphs("", STYLE), verdict),
    ]
    return [row(names, header=True), row(sides, header=True)]


def _halves(bar: Pace, longest: float) -> tuple[int, int]:
    """Return how many cells of the bar are to the left and to the right of the axis."""
    if not bar.share or not longest:
        return 0, 0
    size = max(1, round(min(abs(bar.share) / longest, 1) * _HALF))
    return (size, 0) if bar.share < 0 else (0, size)


def _bar(
    size: int, grid: Sequence[int], bar: Pace, *, towards_axis: bool
) -> Iterable[BaseOxmlElement]:
    """Yield the cells of one side, the shaded ones next to the axis."""
    empty = len(grid) - size
    parts = [(empty, ""), (size, COLOURS[bar.tone].fill)]
    axis = "right" if towards_axis else "left"
    if not towards_axis:
        parts.reverse()
    parts = [(number, fill) for number, fill in parts if number]
    begun = 0
    for place, (number, fill) in enumerate(parts):
        beside_axis = place == (len(parts) - 1 if towards_axis else 0)
        width = sum(grid[begun : begun + number])
        begun += number
        yield area(width, number, fill, axis=axis if beside_axis else "")


_WIDE: Final = 48  # cells of the longest bar
_STACK: Final = (3.0, 10.0, 1.0)  # widths of label, bars, total


def stack_chart(block: StackChart, width: int) -> list[BaseOxmlElement]:
    """Return a bar for every row, divided into its parts, with a key above."""
    label, middle, total = shared(_STACK, width)
    grid = shared([1] * _WIDE, middle)
    most = max((sum(one.counts) for one in block.stacks), default=0)
    headers = [
        cell(paragraphs(block.headers[0], STYLE, bold=True), label),
        cell([_key(block.parts)], middle, span=_WIDE),
        cell(paragraphs(block.headers[1], STYLE, "right", bold=True), total),
    ]
    rows = [
        row(headers, header=True),
        *(
            row(
                [
                    cell(paragraphs(one.label, STYLE), label),
                    *_stack(one, block.parts, grid, most),
                    cell(paragraphs(str(sum(one.counts)), STYLE, "right"), total),
                ]
            )
            for one in block.stacks
        ),
    ]
    widths = [label, *grid, total]
    return [above(block.caption), chart(widths, rows, block.text), paragraph("Paper Gap")]


def _stack(
    one: Stack, parts: Sequence[Part], grid: Sequence[int], most: int
) -> Iterable[BaseOxmlElement]:
    begun = 0
    for part, number, length in zip(
        parts, one.counts, bar_cells(one.counts, most, len(grid)), strict=True
    ):
        if not length:
            continue
        colour = COLOURS[part.tone]
        text = str(number) if length >= len(str(number)) else ""
        width = sum(grid[begun : begun + length])
        yield area(width, length, colour.fill, text=text, ink=colour.ink)
        begun += length
    if begun < len(grid):
        yield area(sum(grid[begun:]), len(grid) - begun, "")


def _key(parts: Sequence[Part]) -> BaseOxmlElement:
    """Return what the colours mean, as a line."""
    found = element("w:p", properties(STYLE))
    for part in parts:
        found.extend(runs("■", ink=COLOURS[part.tone].fill))
        found.extend(runs(f" {part.label}   "))
    return found
