"""Facts of a review: the state of all items on its day, and at the end of the period before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.plan import Deadline
from plan_cli.dataset.rows import ReportRow
from plan_cli.queries.owing import Owed, owed
from plan_cli.queries.periods import bounds, year_of
from plan_cli.queries.status import (
    IndicatorStateRow,
    StatusOn,
    TaskStateRow,
    indicator_states,
    task_states,
)


class NoDeadlineError(Exception):
    """The plan has no deadline for the period, and no day was asked for."""


class NotBegunError(Exception):
    """The period begins after `day`."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@dataclass(frozen=True, slots=True)
class Term:
    """A year (`2023`) or a half-year (`2023H1`)."""

    period: str

    @property
    def is_year(self) -> bool:
        return "H" not in self.period

    @property
    def closing(self) -> str:
        """The half-year whose deadline closes the period: of a year its second half."""
        return f"{self.period}H2" if self.is_year else self.period

    @property
    def before(self) -> "Term":
        year = year_of(self.period)
        if self.is_year:
            return Term(str(year - 1))
        return Term(f"{year - 1}H2" if self.period.endswith("H1") else f"{year}H1")

    def deadline(self, deadlines: Sequence[Deadline]) -> Deadline | None:
        return next((one for one in deadlines if one.period == self.closing), None)

    def closed_by(self, deadlines: Sequence[Deadline]) -> Deadline:
        """The deadline; without one, the last day of the period."""
        return self.deadline(deadlines) or Deadline(self.closing, bounds(self.period)[1])


def read_term(period: str) -> Term | None:
    """The term of a period; None if it is neither a year nor a half-year."""
    return None if "Q" in period or "-" in period else Term(period)


@dataclass(frozen=True, slots=True)
class Cutoff:
    day: date
    basis: Literal["deadline", "today", "asked"]


def cutoff(term: Term, deadlines: Sequence[Deadline], asked: date | None, today: date) -> Cutoff:
    """The deadline, today if that is earlier, or the day asked for.

    Raises:
        NoDeadlineError: no day is asked for, and there is no deadline.
        NotBegunError: the period had not begun by then.
    """
    deadline = term.deadline(deadlines)
    if asked is not None:
        found = Cutoff(asked, "asked")
    elif deadline is None:
        raise NoDeadlineError
    else:
        found = Cutoff(today, "today") if today < deadline.by else Cutoff(deadline.by, "deadline")
    if found.day < bounds(term.period)[0]:
        raise NotBegunError(found.day)
    return found


class Day:
    """State of every item on a day, and the reports that it rests on."""

    def __init__(self, dataset: Dataset, day: date) -> None:
        self.day = day
        self.standings = StatusOn(dataset, day)
        self.tasks = task_states(dataset.task_rows, self.standings)
        self.indicators = indicator_states(dataset.indicator_rows, self.standings)

    def last_report(self, row: TaskStateRow) -> ReportRow | None:
        reports = reversed(self.standings.task(row).reports)
        return next((one for one in reports if one["status"] is not None), None)

    def state_reports(self, *rows: TaskStateRow) -> list[str]:
        return [last["id"] for row in rows if (last := self.last_report(row)) is not None]

    @cached_property
    def all_reports(self) -> frozenset[str]:
        verdicts = verdict_reports(*self.tasks, *self.indicators)
        return frozenset([*verdicts, *self.state_reports(*self.tasks)])


def verdict_reports(*rows: TaskStateRow | IndicatorStateRow) -> list[str]:
    return [id_ for row in rows for one in row["judgements"] for id_ in one["reports"]]


@dataclass(frozen=True)
class Facts:
    dataset: Dataset
    term: Term
    cutoff: Cutoff

    @cached_property
    def now(self) -> Day:
        return Day(self.dataset, self.cutoff.day)

    @cached_property
    def before(self) -> Day | None:
        """As of the deadline of the period before; None if that is not earlier."""
        closed = self.term.before.closed_by(self.now.standings.deadlines)
        return Day(self.dataset, closed.by) if closed.by < self.cutoff.day else None

    @cached_property
    def owed(self) -> list[Owed]:
        """What is overdue, and what has not been reported for the period."""
        closing = self.term.closed_by(self.now.standings.deadlines)
        return owed(self.dataset, self.now.standings, [closing])
