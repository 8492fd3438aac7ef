"""What is judged, and what comes out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from plan_cli.judgement.goal import Goal
from plan_cli.judgement.observations import Observation

Verdict = Literal["early", "met", "ahead", "on_track", "behind", "missed", "unknown"]


@dataclass(frozen=True, slots=True)
class Horizon:
    """The base year, and the first and last year of the plan."""

    base: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A target with its figure, the values that decide, and the day of the judgement.

    `observations` hold one value a period in the order of time, none later than the due year;
    `first` is the first year that counts, `base` the value of the base year, `after` the last one
    from a day after the due year. `aside` are values that only inform.
    """

    goal: Goal
    horizon: Horizon
    as_of: date
    first: int
    observations: tuple[Observation, ...] = ()
    base: Observation | None = None
    after: Observation | None = None
    aside: tuple[Observation, ...] = ()

    @property
    def latest(self) -> Observation:
        """The last value; there is one wherever a measure is asked."""
        return self.observations[-1]

    @property
    def over(self) -> bool:
        """Whether the due year has ended."""
        return self.goal.due is not None and self.as_of.year > self.goal.due

    @property
    def settled(self) -> bool:
        """Whether the value of the due year as a whole is in, and not as a forecast."""
        last = self.latest
        closed = last.whole_year and last.year == self.goal.due
        return closed and (self.over or not last.forecast)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a target stands on a day.

    Attributes:
        target: its id.
        verdict: in a word of the vocabulary.
        reason: why, in words.
        value: the value to date, in `unit`.
        value_text: the same with its unit, rounded for the eye; `planned_text` likewise.
        period: what the value is of.
        planned: where the plan would have it by then.
        gap: how much better than planned; below zero where worse. Of two percentages it is in
            percentage points.
        gap_text: the gap in words.
        needed: what each remaining year must reach, or the last one, as `needed_text` says.
        needed_text: the same in words, with what was assumed.
        unit: of value and planned.
        missing: years whose values the verdict would need.
        forecast: whether a forecast (预计) was used.
        working: how it was computed, line by line.
        reports: ids of the reports used.
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
