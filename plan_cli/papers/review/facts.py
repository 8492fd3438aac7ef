"""What a review knows: how everything stood on its day, and at the end of the period before."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.owing import Owed, owed
from plan_cli.dataset.reports import ReportRow
from plan_cli.dataset.standings import ItemStanding, Standings
from plan_cli.dataset.states import (
    IndicatorStateRow,
    TaskStateRow,
    indicator_states,
    task_states,
)
from plan_cli.papers.review.term import Cutoff, Term


class Day:
    """How every item stood on a day, and by which reports."""

    def __init__(self, dataset: Dataset, day: date) -> None:
        self.day = day
        self.standings = Standings(dataset, day)
        self._dataset = dataset

    @cached_property
    def tasks(self) -> list[TaskStateRow]:
        """The tasks."""
        return task_states(self._dataset.task_rows, self.standings)

    @cached_property
    def indicators(self) -> list[IndicatorStateRow]:
        """The indicators."""
        return indicator_states(self._dataset.indicator_rows, self.standings)

    def of_task(self, row: TaskStateRow) -> ItemStanding:
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
