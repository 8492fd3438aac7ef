"""The chart of counts in parts: a bar a row, with a key above."""

from collections.abc import Iterable, Sequence
from typing import Final

from plan_cli.papers.blocks import Part, Stack, StackChart
from plan_cli.papers.renderers.html.drawing import (
    BAR,
    GAP,
    LINE,
    SIZE,
    WIDTH,
    area,
    figure,
    folded,
    length_of,
    lines,
    words,
)
from plan_cli.papers.tones import COLOURS

_STACK_LABEL: Final = 150
_TOTAL: Final = 44


def stack_chart(block: StackChart) -> str:
    """Return a bar for every row, divided into its parts, with a key above."""
    label, total = block.headers
    key, top = _key(block.parts)
    top += LINE
    drawn = [*key, words(0, top, label, strong=True)]
    drawn.append(words(WIDTH, top, total, anchor="end", strong=True))
    top += GAP
    most = max((sum(one.counts) for one in block.stacks), default=0)
    for one in block.stacks:
        names = folded(one.label, _STACK_LABEL)
        height = len(names) * LINE + GAP
        drawn += lines(0, top, height, names)
        drawn += _stack(one, block.parts, top + (height - BAR) / 2, most)
        drawn.append(
            words(WIDTH, top + (height + SIZE) / 2 - 2, str(sum(one.counts)), anchor="end")
        )
        top += height
    return figure(block.caption, block.text, drawn, top)


def _stack(one: Stack, parts: Sequence[Part], top: float, most: int) -> Iterable[str]:
    left: float = _STACK_LABEL
    for part, number in zip(parts, one.counts, strict=True):
        if not number:
            continue
        length = number / most * (WIDTH - _STACK_LABEL - _TOTAL)
        yield area(left, top, length, part.tone)
        if length > length_of(str(number)) + 2:
            ink = COLOURS[part.tone].ink
            yield words(
                left + length / 2, top + SIZE - 1, str(number), anchor="middle", fill=f"#{ink}"
            )
        left += length


def _key(parts: Sequence[Part]) -> tuple[list[str], int]:
    """Return what the colours mean, and where it ends."""
    drawn, left, top = [], 0.0, 0
    for part in parts:
        length = SIZE + GAP + length_of(part.label) + 2 * GAP
        if left and left + length > WIDTH:
            left, top = 0.0, top + LINE
        drawn.append(area(left, top + 2, SIZE, part.tone, height=SIZE))
        drawn.append(words(left + SIZE + GAP, top + SIZE, part.label))
        left += length
    return drawn, top + LINE + GAP
