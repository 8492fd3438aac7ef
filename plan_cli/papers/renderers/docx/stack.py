"""The chart of counts in parts: a bar a row."""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import Part, Stack, StackChart
from plan_cli.papers.renderers.docx.charts import STYLE, area, chart
from plan_cli.papers.renderers.docx.tables import above, cell, paragraphs, row, shared
from plan_cli.papers.renderers.docx.xml import element, paragraph, properties, runs
from plan_cli.papers.scale import cells
from plan_cli.papers.tones import COLOURS

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
    for part, number, size in zip(
        parts, one.counts, cells(one.counts, most, len(grid)), strict=True
    ):
        if not size:
            continue
        colour = COLOURS[part.tone]
        text = str(number) if size >= len(str(number)) else ""
        width = sum(grid[begun : begun + size])
        yield area(width, size, colour.fill, text=text, ink=colour.ink)
        begun += size
    if begun < len(grid):
        yield area(sum(grid[begun:]), len(grid) - begun, "")


def _key(parts: Sequence[Part]) -> BaseOxmlElement:
    """Return what the colours mean, as a line."""
    found = element("w:p", properties(STYLE))
    for part in parts:
        found.extend(runs("■", ink=COLOURS[part.tone].fill))
        found.extend(runs(f" {part.label}   "))
    return found
