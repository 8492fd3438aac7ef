"""What a review knows: how everything stood on its day, and at the end of the period before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Literal

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.plan import Deadline
from plan_cli.dataset.rows import ReportRow
from plan_cli.queries.owing import Owed, owed
from plan_cli.queries.periods import bounds, year_of
from plan_cli.queries.status import (
    IndicatorStateRow,
    ItemStatus,
    StatusOn,
    TaskStateRow,
    indicator_states,
    task_states,
)

Basis = Literal["deadline", "today", "asked"]

_FIRST: Final = "H1"


class NoDeadlineError(Exception):
    """The plan has no deadline for a period, so that nobody knows by which day to look."""


class NotBegunError(Exception):
    """The day asked about comes before the period; it is `day`."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@dataclass(frozen=True, slots=True)
class Term:
    """A year (`2023`) or a half-year (`2023H1`).

    Attributes:
        period: in a word of the data.
    """

    period: str

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return "H" not in self.period

    @property
    def closing(self) -> str:
        """The half-year whose deadline closes it: of a year its second half."""
        return f"{self.period}H2" if self.is_year else self.period

    @property
    def before(self) -> "Term":
        """The year or the half-year before."""
        year = year_of(self.period)
        if self.is_year:
            return Term(str(year - 1))
        return Term(f"{year - 1}H2" if self.period.endswith(_FIRST) else f"{year}{_FIRST}")

    def deadline(self, deadlines: Sequence[Deadline]) -> Deadline | None:
        """Return the deadline that closes it; None where there is none."""
        return next((one for one in deadlines if one.period == self.closing), None)

    def closed_by(self, deadlines: Sequence[Deadline]) -> Deadline:
        """Return the deadline that closes it; where there is none, the last day stands for it."""
        return self.deadline(deadlines) or Deadline(self.closing, bounds(self.period)[1])


def read_term(period: str) -> Term | None:
    """Return the term of a period; None if it is neither a year nor a half-year."""
    return None if "Q" in period or "-" in period else Term(period)


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The day by which a review looks, and why that day."""

    day: date
    basis: Basis


def cutoff(term: Term, deadlines: Sequence[Deadline], asked: date | None, today: date) -> Cutoff:
    """Return by which day a review looks: the deadline, today if that is earlier, or as asked.

    Raises:
        NoDeadlineError: no day is asked for, and there is no deadline.
        NotBegunError: the period had not begun by then.
    """
    found = _cutoff(term.deadline(deadlines), asked, today)
    if found.day < bounds(term.period)[0]:
        raise NotBegunError(found.day)
    return found


def _cutoff(deadline: Deadline | None, asked: date | None, today: date) -> Cutoff:
    if asked is not None:
        return Cutoff(asked, "asked")
    if deadline is None:
        raise NoDeadlineError
    if today < deadline.by:
        return Cutoff(today, "today")
    return Cutoff(deadline.by, "deadline")


class Day:
    """How every item stood on a day, and by which reports."""

    def __init__(self, dataset: Dataset, day: date) -> None:
        self.day = day
        self.standings = StatusOn(dataset, day)
        self._dataset = dataset

    @cached_property
    def tasks(self) -> list[TaskStateRow]:
        """The tasks."""
        return task_states(self._dataset.task_rows, self.standings)

    @cached_property
    def indicators(self) -> list[IndicatorStateRow]:
        """The indicators."""
        return indicator_states(self._dataset.indicator_rows, self.standings)

    def of_task(self, row: TaskStateRow) -> ItemStatus:
        """Return how a task stood, with the reports that decide."""
        return self.standings.task(row)

    def last_report(self, row: TaskStateRow) -> ReportRow | None:
        """Return the report that a task's state is read from."""
        found = [one for one in self.of_task(row).reports if one["status"] is not None]
        return found[-1] if found else None

    def state_reports(self, *rows: TaskStateRow) -> list[str]:
        """Return the ids of the reports that the states of tasks are read from."""
        return [last["id"] for row in rows if (last := self.last_report(row)) is not None]

    @cached_property
    def all_reports(self) -> frozenset[str]:
        """The ids of the reports that any state or verdict of the day rests on."""
        verdicts = verdict_reports(*self.tasks, *self.indicators)
        return frozenset([*verdicts, *self.state_reports(*self.tasks)])


def verdict_reports(*rows: TaskStateRow | IndicatorStateRow) -> list[str]:
    """Return the ids of the reports that the verdicts on items rest on."""
    return [id_ for row in rows for one in row["judgements"] for id_ in one["reports"]]


@dataclass(frozen=True)
class Facts:
    """Everything that the parts of a review are written from."""

    dataset: Dataset
    term: Term
    cutoff: Cutoff

    @cached_property
    def now(self) -> Day:
        """How everything stands on the review's day."""
        return Day(self.dataset, self.cutoff.day)

    @cached_property
    def before(self) -> Day | None:
        """How it stood by the deadline of the period before; None if that is not earlier."""
        closed = self.term.before.closed_by(self.now.standings.deadlines)
        return Day(self.dataset, closed.by) if closed.by < self.cutoff.day else None

    @cached_property
    def owed(self) -> list[Owed]:
        """What is overdue, and what has not been reported for the period."""
        closing = self.term.closed_by(self.now.standings.deadlines)
        return owed(self.dataset, self.now.standings, [closing])
