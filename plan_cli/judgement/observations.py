"""Values that were reported, and which of several for one period holds."""

import re
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

Nature = Literal["estimate", "preliminary", "final"]

_RANK: Final = {"final": 0, "preliminary": 1, "estimate": 2}
_UNNAMED: Final = 1  # a value without a nature is no forecast, and no final figure either
_YEAR: Final = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Observation:
    """A reported value. Without a period it is the value on the report's day.

    Attributes:
        value: in the target's unit.
        report: id of the report.
        day: its date.
        period: what the value covers: `2023`, `2023H1`, `2023Q3`, `2023-05`.
        nature: how sure it is.
        place: of several reports of one day, the later one has the greater.
    """

    value: Decimal
    report: str
    day: date
    period: str | None = None
    nature: Nature | None = None
    place: int = 0

    @property
    def year(self) -> int:
        """The year that the value belongs to."""
        return int(self.period[:4]) if self.period else self.day.year

    @property
    def whole_year(self) -> bool:
        """Whether it covers a calendar year."""
        return self.period is not None and _YEAR.fullmatch(self.period) is not None

    @property
    def part_of_year(self) -> bool:
        """Whether it covers a half-year, a quarter or a month."""
        return self.period is not None and not self.whole_year

    @property
    def forecast(self) -> bool:
        """Whether it was a forecast (预计) when it was reported."""
        return self.nature == "estimate"

    @property
    def label(self) -> str:
        """What it is of: its period, else its day."""
        return self.period or self.day.isoformat()

    def elapsed(self, base: int) -> Decimal:
        """Return the years from the end of `base` to the end of the period, or to the day."""
        if self.period is not None:
            return Decimal(self.year - base)
        days = 366 if isleap(self.year) else 365
        return self.year - 1 - base + Decimal(self.day.timetuple().tm_yday) / days


def chosen(observations: Iterable[Observation]) -> list[Observation]:
    """Return one value a period, in the order of time, whatever order they come in.

    Final goes before preliminary before estimate, then the latest report.
    """
    best: dict[str, Observation] = {}
    for one in sorted(observations, key=_weakness, reverse=True):
        best[one.label] = one
    return sorted(best.values(), key=_time)


def _weakness(one: Observation) -> tuple[int, int, int, str, Decimal]:
    rank = _RANK.get(one.nature or "", _UNNAMED)
    return rank, -one.day.toordinal(), -one.place, one.report, one.value


def _time(one: Observation) -> tuple[int, bool, str]:
    """Order by year; a year as a whole ends after all its days and parts."""
    return one.year, one.whole_year, one.label
