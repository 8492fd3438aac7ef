"""The tables that are printed, and that `docs/performance.md` carries as last run."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.timing import Pair

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_MARKED: Final = re.compile(
    r"(?<=<!-- begin: python -m benchmarks -->\n).*?(?=<!-- end -->)", re.DOTALL
)
_MEBIBYTE: Final = 2**20


@dataclass(frozen=True, slots=True)
class Line:
    """A measured case."""

    what: str
    by: str
    pair: Pair
    limit: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the ratio is within its limit."""
        return self.limit is None or self.pair.ratio <= self.limit


@dataclass(frozen=True, slots=True)
class Memory:
    """The peak memory of a command, in bytes, and its limit in MiB."""

    what: str
    peak: int
    limit: int | None = None


def ratio_table(lines: Iterable[Line]) -> str:
    """Return medians, ratios and limits."""
    rows = [
        (
            line.what,
            line.by,
            seconds(line.pair.ours),
            seconds(line.pair.yardstick),
            f"{line.pair.ratio:.2f}",
            "" if line.limit is None else f"≤ {line.limit:g}{'' if line.is_met else ' **missed**'}",
        )
        for line in lines
    ]
    return _table(("what", "by", "takes", "the other", "ratio", "limit"), rows)


def memory_table(lines: Iterable[Memory]) -> str:
    """Return peaks of memory and their limits."""
    rows = [
        (
            line.what,
            f"{line.peak / _MEBIBYTE:.0f} MiB",
            ""
            if line.limit is None
            else f"≤ {line.limit}{'' if line.peak <= line.limit * _MEBIBYTE else ' **missed**'}",
        )
        for line in lines
    ]
    return _table(("what", "peak memory", "limit"), rows)


def seconds(value: float) -> str:
    """Return a time in a unit that it is easy to read in."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def put_in(page: str, text: str) -> str:
    """Return a page with `text` where it carries what was last measured."""
    return _MARKED.sub(lambda _match: f"\n{text}\n", page)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
