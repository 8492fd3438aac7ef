"""The chart of values against the plan: bars to both sides of an axis."""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import Pace, PaceChart
from plan_cli.papers.renderers.docx.charts import STYLE, area, chart
from plan_cli.papers.renderers.docx.tables import above, cell, paragraphs, row, shared
from plan_cli.papers.renderers.docx.xml import paragraph
from plan_cli.papers.scale import longest_share
from plan_cli.papers.tones import COLOURS

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
