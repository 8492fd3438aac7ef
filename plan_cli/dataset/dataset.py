"""A sound dataset in memory: records, names, and the rows that queries work on."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plan_cli.dataset.annual import GoalRow, SetGoal, goal_row
from plan_cli.dataset.queries import Assigned
from plan_cli.dataset.reports import Handed, ReportRow, in_time_order, reported_unit
from plan_cli.dataset.rows import IndicatorRow, TaskRow, indicator_row, task_row
from plan_cli.dataset.sections import Outline, OutlineEntry
from plan_cli.model import Assignment, Indicator, Plan, Task
from plan_cli.naming import Directory


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
    def assigned(self) -> Assigned:
        """Who is meant, by item and group."""
        return {(one.item, one.group): one.members for one in self.assignments}

    @cached_property
    def outline(self) -> Outline:
        """The notice's parts and sections."""
        return Outline(
            tuple(
                OutlineEntry(section.code, section.title, section.missing)
                for section in self.plan.sections
            )
        )
