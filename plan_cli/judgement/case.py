"""What is judged (threshold and reported values) and the judgement."""

import re
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from plan_cli.dataset.plan import Horizon

if TYPE_CHECKING:
    from plan_cli.dataset.rows import TargetRow


@dataclass(frozen=True, slots=True)
class Threshold:
    """The figure that a target asks for.

    `upper` is the upper end of `between`; `due` the year by whose end it is due (None: not stated);
    `about` the tolerance of an `about` figure, as a share of it.
    """

    id: str
    value: Decimal
    direction: str
    upper: Decimal | None = None
    unit: str | None = None
    due: int | None = None
    about: Decimal = Decimal(0)

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is."""
        return -1 if self.direction in ("at_most", "less_than") else 1

    @property
    def strict(self) -> bool:
        """Whether the figure itself is not enough (大于, 小于)."""
        return self.direction in ("more_than", "less_than")

    def better_by(self, value: Decimal, other: Decimal) -> Decimal:
        return self.sign * (value - other)

    def compare(self, value: Decimal, planned: Decimal) -> int:
        """1 better than planned, 0 as planned, -1 worse."""
        better, slack = self.better_by(value, planned), self.slack(planned)
        return (better > slack) - (better < -slack)

    def reached(self, value: Decimal) -> bool:
        """Whether a value meets the target; of a range the lower end is enough."""
        better = self.better_by(value, self.value) + self.slack(self.value)
        return better > 0 if self.strict else better >= 0

    def kept(self, value: Decimal) -> bool:
        """Whether a value is within what is to be kept: both ends of a range count."""
        if not self.reached(value):
            return False
        if self.direction == "between" and self.upper is not None:
            return value <= self.upper
        if self.direction == "about":
            return value <= self.value + self.slack(self.value)
        return True

    def slack(self, figure: Decimal) -> Decimal:
        return abs(figure) * self.about if self.direction == "about" else Decimal(0)


def threshold_of(target: "TargetRow", about: Decimal) -> Threshold | None:
    if target["value"] is None or target["direction"] is None:
        return None
    value, direction = Decimal(target["value"]), target["direction"]
    upper = None if target["upper"] is None else Decimal(target["upper"])
    return Threshold(target["id"], value, direction, upper, target["unit"], target["due"], about)


Nature = Literal["estimate", "preliminary", "final"]

# A value without a nature is no forecast, and no final figure either.
_RANK: Final = {"final": 0, "preliminary": 1, None: 1, "estimate": 2}
_YEAR: Final = re.compile("[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Observation:
    """A reported value, in the target's unit; without a period, the value on the report's day.

    `report` is the report's id, `day` its date. A period is written `2023`, `2023H1`, `2023Q3` or
    `2023-05`. Of several reports of one day, the later one has the greater `place`.
    """

    value: Decimal
    report: str
    day: date
    period: str | None = None
    nature: Nature | None = None
    place: int = 0

    @property
    def year(self) -> int:
        return int(self.period[:4]) if self.period else self.day.year

    @property
    def whole_year(self) -> bool:
        return re.fullmatch(r"\d{4}", self.period or "") is not None

    @property
    def part_of_year(self) -> bool:
        """Whether it covers a half-year, a quarter or a month."""
        return self.period is not None and not self.whole_year

    @property
    def forecast(self) -> bool:
        return self.nature == "estimate"

    @property
    def label(self) -> str:
        return self.period or self.day.isoformat()

    def elapsed(self, base: int) -> Decimal:
        """The years from the end of `base` to the end of the period, or to the day."""
        if self.period is not None:
            return Decimal(self.year - base)
        days = 366 if isleap(self.year) else 365
        return self.year - 1 - base + Decimal(self.day.timetuple().tm_yday) / days


def chosen(observations: Iterable[Observation]) -> list[Observation]:
    """One value a period, in the order of time, whatever the order of the input.

    Final goes before preliminary before estimate, then the latest report.
    """
    best = {one.label: one for one in sorted(observations, key=_weakness, reverse=True)}
    # A whole year ends after all its days and parts.
    return sorted(best.values(), key=lambda one: (one.year, one.whole_year, one.label))


def _weakness(one: Observation) -> tuple[int, int, int, str, Decimal]:
    return _RANK[one.nature], -one.day.toordinal(), -one.place, one.report, one.value


Verdict = Literal["early", "met", "ahead", "on_track", "behind", "missed", "unknown"]
PACE: Final[dict[int, Verdict]] = {1: "ahead", 0: "on_track", -1: "behind"}  # see `compare`


@dataclass(frozen=True, slots=True)
class Case:
    """A target with its figure, the values that decide, and the day of the judgement.

    `observations` hold one value a period in the order of time, none later than the due year;
    `first` is the first year that counts, `base` the value of the base year, `after` the last one
    from a day after the due year. `aside` are values for information only.
    """

    threshold: Threshold
    horizon: Horizon
    as_of: date
    first: int
    observations: tuple[Observation, ...] = ()
    base: Observation | None = None
    after: Observation | None = None
    aside: tuple[Observation, ...] = ()

    @property
    def latest(self) -> Observation:
        """The last value; a measure is only asked where there is one."""
        return self.observations[-1]

    @property
    def over(self) -> bool:
        return self.threshold.due is not None and self.as_of.year > self.threshold.due

    @property
    def settled(self) -> bool:
        """Whether the value of the whole due year is in, and not as a forecast."""
        last = self.latest
        closed = last.whole_year and last.year == self.threshold.due
        return closed and (self.over or not last.forecast)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a target stands on a day.

    `value` is the value to date in `unit`, for `period`; `planned` where the plan would have it by
    then. `gap` is how much better than planned, negative where worse; of two percentages it is in
    percentage points. `needed` is what each remaining year must reach, or the last one, as
    `needed_text` says. `missing` are years whose values the verdict would need, `forecast` whether
    a forecast (预计) was used, `working` the computation line by line, `reports` the ids used.
    """

    target: str
    verdict: Verdict
    reason: str
    value: Decimal | None = None
    value_text: str = ""
    period: str | None = None
    planned: Decimal | None = None
    planned_text: str = ""
    gap: Decimal | None = None
    gap_text: str = ""
    needed: Decimal | None = None
    needed_text: str = ""
    unit: str | None = None
    missing: tuple[int, ...] = ()
    forecast: bool = False
    working: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
