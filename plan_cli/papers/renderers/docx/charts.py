"""Charts drawn as tables: every bar is a row of shaded cells on a fine grid of columns.

Word, WPS and LibreOffice all show it alike, and it prints as sharp as text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import Pace, PaceChart, Part, Stack, StackChart
from plan_cli.papers.renderers.docx.tables import above, cell, frame, paragraphs, row, shared
from plan_cli.papers.renderers.docx.xml import element, paragraph, properties, runs
from plan_cli.papers.scale import cells, longest_share
from plan_cli.papers.text import clean
from plan_cli.papers.tones import COLOURS

_STYLE: Final = "Paper Small Cell"
_HALF: Final = 20  # cells on either side of a pace chart
_WIDE: Final = 48  # cells of the longest bar of a stack chart
_PACE: Final = (2.9, 4.4, 4.5, 1.7)  # widths of label, figures, bars, verdict
_STACK: Final = (3.0, 10.0, 1.0)  # of label, bars, total
_WHITE: Final = "FFFFFF"
_WHOLE: Final = 20  # rows of a chart that is kept on one page
_GAP: Final = 24  # above and below a bar, in eighths of a point


def pace_chart(block: PaceChart, width: int) -> list[BaseOxmlElement]:
    """Return bars to both sides of where the plan would have the values."""
    label, figures, area, verdict = shared(_PACE, width)
    grid = shared([1] * (2 * _HALF), area)
    longest = longest_share(block.bars)
    rows = _pace_headers(block, (label, figures, verdict), grid)
    for bar in block.bars:
        left, right = _halves(bar, longest)
        rows.append(
            row(
                [
                    cell(paragraphs(bar.label, _STYLE), label),
                    cell(paragraphs(bar.figures, _STYLE), figures),
                    *_bar(left, grid[:_HALF], bar, towards_axis=True),
                    *_bar(right, grid[_HALF:], bar, towards_axis=False),
                    cell(paragraphs(bar.verdict, _STYLE), verdict),
                ]
            )
        )
    widths = [label, figures, *grid, verdict]
    return [above(block.caption), _chart(widths, rows, block.text), paragraph("Paper Gap")]


def _pace_headers(
    block: PaceChart, widths: tuple[int, int, int], grid: Sequence[int]
) -> list[BaseOxmlElement]:
    """Return what the columns are, and below it what either side of the axis means."""
    label, figures, verdict = widths
    left, right = sum(grid[:_HALF]), sum(grid[_HALF:])
    first, second, area, last = block.headers
    names = [
        cell(paragraphs(first, _STYLE, bold=True), label),
        cell(paragraphs(second, _STYLE, bold=True), figures),
        cell(paragraphs(area, _STYLE, "center", bold=True), left + right, span=2 * _HALF),
        cell(paragraphs(last, _STYLE, bold=True), verdict),
    ]
    sides = [
        cell(paragraphs("", _STYLE), label),
        cell(paragraphs("", _STYLE), figures),
        cell(paragraphs(f"← {block.worse}", _STYLE, "right"), left, span=_HALF),
        cell(paragraphs(f"{block.better} →", _STYLE), right, span=_HALF),
        cell(paragraphs("", _STYLE), verdict),
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
        yield _area(width, number, fill, axis=axis if beside_axis else "")


def stack_chart(block: StackChart, width: int) -> list[BaseOxmlElement]:
    """Return a bar for every row, divided into its parts, with a key above."""
    label, area, total = shared(_STACK, width)
    grid = shared([1] * _WIDE, area)
    most = max((sum(one.counts) for one in block.stacks), default=0)
    headers = [
        cell(paragraphs(block.headers[0], _STYLE, bold=True), label),
        cell([_key(block.parts)], area, span=_WIDE),
        cell(paragraphs(block.headers[1], _STYLE, "right", bold=True), total),
    ]
    rows = [
        row(headers, header=True),
        *(
            row(
                [
                    cell(paragraphs(one.label, _STYLE), label),
                    *_stack(one, block.parts, grid, most),
                    cell(paragraphs(str(sum(one.counts)), _STYLE, "right"), total),
                ]
            )
            for one in block.stacks
        ),
    ]
    widths = [label, *grid, total]
    return [above(block.caption), _chart(widths, rows, block.text), paragraph("Paper Gap")]


def _stack(
    one: Stack, parts: Sequence[Part], grid: Sequence[int], most: int
) -> Iterable[BaseOxmlElement]:
    begun = 0
    for part, number, size in zip(
        parts, one.counts, cells(one.counts, most, len(grid)), strict=True
    ):
        if not size:
            continue
        colour = COLOURS[part.tone]
        text = str(number) if size >= len(str(number)) else ""
        width = sum(grid[begun : begun + size])
        yield _area(width, size, colour.fill, text=text, ink=colour.ink)
        begun += size
    if begun < len(grid):
        yield _area(sum(grid[begun:]), len(grid) - begun, "")


def _key(parts: Sequence[Part]) -> BaseOxmlElement:
    """Return what the colours mean, as a line."""
    found = element("w:p", properties(_STYLE))
    for part in parts:
        found.extend(runs("■", ink=COLOURS[part.tone].fill))
        found.extend(runs(f" {part.label}   "))
    return found


def _area(
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
    content = paragraphs(text, _STYLE, "center", ink=ink)
    return cell(content, width, span=span, fill=fill, borders=borders, margins=margins)


def _keep_together(found: BaseOxmlElement) -> None:
    """Keep every row on a page with the next one."""
    for row_ in found.findall(qn("w:tr"))[:-1]:
        for looks in row_.iter(qn("w:pPr")):
            looks.insert(1, element("w:keepNext"))


def _chart(widths: Sequence[int], rows: Iterable[BaseOxmlElement], text: str) -> BaseOxmlElement:
    found = frame(widths, rows, lines=False)
    if len(found.findall(qn("w:tr"))) <= _WHOLE:
        _keep_together(found)
    found[0].append(element("w:tblDescription", val=clean(text)))
    return found
