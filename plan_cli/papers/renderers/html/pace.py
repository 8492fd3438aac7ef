"""The chart of values against the plan: bars to both sides of an axis."""

from collections.abc import Iterable
from typing import Final

from plan_cli.papers.blocks import Pace, PaceChart
from plan_cli.papers.renderers.html.drawing import (
    BAR,
    GAP,
    LINE,
    SIZE,
    WIDTH,
    area,
    figure,
    folded,
    lines,
    words,
)
from plan_cli.papers.scale import longest_share

_LABEL: Final = 190
_FIGURES: Final = 210
_VERDICT: Final = 84
_AREA: Final = WIDTH - _LABEL - _FIGURES - _VERDICT - 2 * GAP


def pace_chart(block: PaceChart) -> str:
    """Return bars to both sides of where the plan would have the values."""
    longest, middle = longest_share(block.bars), _LABEL + _FIGURES + GAP + _AREA / 2
    verdict = WIDTH - _VERDICT
    label, figures, bars, verdicts = block.headers
    top = 2 * LINE + GAP
    drawn = [
        words(0, LINE, label, strong=True),
        words(_LABEL, LINE, figures, strong=True),
        words(middle, LINE, bars, anchor="middle", strong=True),
        words(verdict, LINE, verdicts, strong=True),
        words(middle - GAP, 2 * LINE, f"← {block.worse}", anchor="end"),
        words(middle + GAP, 2 * LINE, f"{block.better} →"),
    ]
    for bar in block.bars:
        height = _height(bar)
        drawn += _pace(bar, top, height, (middle, longest))
        top += height
    axis = f'<line x1="{middle:g}" x2="{middle:g}" y1="{2 * LINE + GAP}" y2="{top}" class="axis"/>'
    return figure(block.caption, block.text, [*drawn, axis], top + GAP)


def _pace(bar: Pace, top: int, height: int, scale: tuple[float, float]) -> Iterable[str]:
    middle, longest = scale
    base = top + (height + SIZE) / 2 - 2
    yield f'<line x1="0" x2="{WIDTH}" y1="{top}" y2="{top}" class="rule"/>'
    yield from lines(0, top, height, folded(bar.label, _LABEL))
    yield from lines(_LABEL, top, height, folded(bar.figures, _FIGURES))
    yield words(WIDTH - _VERDICT, base, bar.verdict)
    if bar.share and longest:
        length = min(abs(bar.share) / longest, 1) * _AREA / 2
        left = middle if bar.share > 0 else middle - length
        yield area(left, top + (height - BAR) / 2, length, bar.tone)


def _height(bar: Pace) -> int:
    most = max(len(folded(bar.label, _LABEL)), len(folded(bar.figures, _FIGURES)))
    return most * LINE + GAP
