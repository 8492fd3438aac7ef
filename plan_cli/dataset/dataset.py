"""A sound dataset in memory: records, names, and the rows that queries work on."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Self

from plan_cli.dataset.answers import Judging
from plan_cli.dataset.models import Assignment, Indicator, Task
from plan_cli.dataset.names import Directory
from plan_cli.dataset.outline import Outline, OutlineEntry
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.rows import (
    DiscrepancyRow,
    GoalRow,
    Handed,
    IndicatorRow,
    ReportRow,
    SetGoal,
    TaskRow,
    discrepancy_row,
    goal_row,
    in_time_order,
    indicator_row,
    reported_unit,
    task_row,
)
from plan_cli.queries.item import MadeRow, assigned_by, made_row
from plan_cli.queries.select import Assigned


@dataclass(frozen=True)
class Dataset:
    """Everything that a dataset says, free of problems."""

    folder: Path
    plan: Plan
    directory: Directory
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    assignments: tuple[Assignment, ...] = ()
    reports: tuple[Handed, ...] = ()
    annual: tuple[SetGoal, ...] = ()

    @cached_property
    def task_rows(self) -> list[TaskRow]:
        """The tasks as rows, in the order of the file."""
        return [task_row(task) for task in self.tasks]

    @cached_property
    def indicator_rows(self) -> list[IndicatorRow]:
        """The indicators as rows, in the order of the file."""
        return [indicator_row(indicator) for indicator in self.indicators]

    @cached_property
    def report_rows(self) -> list[ReportRow]:
        """The reports as rows, in the order of time: by date, file, place in the file."""
        return in_time_order(self.reports)

    @cached_property
    def goal_rows(self) -> list[GoalRow]:
        """The annual goals as rows: by year, department, place in the file."""
        return [goal_row(one) for one in self.annual]

    @cached_property
    def units(self) -> dict[str, str]:
        """The units that values of the targets are in, by the targets' ids; none where none is."""
        targets = [one for item in (*self.tasks, *self.indicators) for one in item.targets]
        return {one.id: reported_unit(one) or "" for one in targets}

    @cached_property
    def made(self) -> list[MadeRow]:
        """The assignments as rows, in the order of the file."""
        return [made_row(one) for one in self.assignments]

    @cached_property
    def assigned(self) -> Assigned:
        """Who is meant, by item and group."""
        return assigned_by(self.made)

    @cached_property
    def discrepancies(self) -> list[DiscrepancyRow]:
        """Where the notice is known to be at odds with itself."""
        return [discrepancy_row(one) for one in self.plan.discrepancies]

    @property
    def notice_file(self) -> str:
        """The published text, as a path in the folder."""
        return self.plan.source.file

    @cached_property
    def judging(self) -> Judging:
        """How items are judged."""
        from plan_cli.judgement.case import Horizon
        from plan_cli.judgement.item import Deadline, FollowUp, LightRule

        horizon, follow_up = self.plan.horizon, self.plan.follow_up
        return Judging(
            Horizon(horizon.base, horizon.start, horizon.end),
            Decimal(self.plan.judgement.about_percent),
            FollowUp(
                follow_up.near_due_days,
                tuple(Deadline(one.period, one.by) for one in follow_up.deadlines),
            ),
            tuple(LightRule(one.light, one.when, one.unless) for one in self.plan.lights),
        )

    @cached_property
    def outline(self) -> Outline:
        """The notice's parts and sections."""
        return Outline(
            tuple(
                OutlineEntry(section.code, section.title, section.missing)
                for section in self.plan.sections
            )
        )

    def tasks_naming(self, names: Collection[str]) -> list[TaskRow]:
        """Return all tasks: they are in memory, and a query finds its own."""
        del names
        return self.task_rows

    def indicators_naming(self, names: Collection[str]) -> list[IndicatorRow]:
        """Return all indicators, for the same reason."""
        del names
        return self.indicator_rows

    def only(self, items: Collection[int]) -> Self:
        """Return the same with no other items than these."""
        return replace(
            self,
            tasks=tuple(task for task in self.tasks if task.id in items),
            indicators=tuple(one for one in self.indicators if one.id in items),
        )
