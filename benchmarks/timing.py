"""How long programs take beside each other, from start to end."""

import subprocess
import time
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple


class Pair(NamedTuple):
    """Medians over pairs of runs: the seconds of both, and how many times the other ours took."""

    ours: float
    other: float
    ratio: float


def compare(ours: Sequence[str], other: Sequence[str], rounds: int) -> Pair:
    """Time two programs in pairs, each of them first in every other one.

    Each runs once before that, so that files are in memory and caches are made.
    """
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds + 1):
        for ours_first in (number % 2 == 0, number % 2 == 1):
            times[ours_first].append(seconds(ours if ours_first else other))
    pairs = list(zip(times[True], times[False], strict=True))[1:]
    return Pair(
        median(one for one, _other in pairs),
        median(other for _one, other in pairs),
        median(one / other for one, other in pairs),
    )


def seconds(command: Sequence[str]) -> float:
    """Return the seconds that a run takes."""
    none = subprocess.DEVNULL
    start = time.perf_counter()
    subprocess.run(command, stdout=none, stderr=none, check=True)  # noqa: S603
    return time.perf_counter() - start
