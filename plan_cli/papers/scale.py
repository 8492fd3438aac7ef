"""The scale of charts."""

from collections.abc import Sequence
from typing import Final

from plan_cli.papers.blocks import Pace

_LONGEST: Final = 1.0
"""A bar that is longer than what was planned is cut there, so that the others can be seen."""


def longest_share(bars: Sequence[Pace]) -> float:
    """Return the share that the longest bar stands for; 0 where there is none."""
    return min(max((abs(bar.share) for bar in bars if bar.share), default=0.0), _LONGEST)


def cells(counts: Sequence[int], most: int, width: int) -> list[int]:
    """Share a bar out over whole cells: `most` fills `width`, and what there is has a cell.

    Args:
        counts: the parts of the bar.
        most: what the longest bar adds up to.
        width: cells of the longest bar.
    """
    total = sum(counts)
    if not total:
        return [0 for _number in counts]
    there = sum(number > 0 for number in counts)
    free = max(round(total * width / most), there) - there
    found = [1 + free * number // total if number else 0 for number in counts]
    found[max(range(len(counts)), key=lambda place: counts[place])] += free + there - sum(found)
    return found
