"""A sound dataset in memory: plain rows, names, and the plan as a whole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from plan_cli.dataset.names import Directory
from plan_cli.dataset.plan import Outline, Plan, plan_of
from plan_cli.dataset.rows import (
    AssigneesRow,
    GoalRow,
    IndicatorRow,
    ReportRow,
    TaskRow,
    value_unit,
)

Assigned = Mapping[tuple[int, str], tuple[str, ...]]
"""Who is meant in an item by an indefinite group, or by 等, once somebody has said so."""


@dataclass(frozen=True)
class Dataset:
    """A dataset without problems. Rows are in the order of the file; reports and goals by date."""

    folder: Path
    plan: Plan
    directory: Directory
    task_rows: list[TaskRow]
    indicator_rows: list[IndicatorRow]
    assignee_rows: list[AssigneesRow]
    report_rows: list[ReportRow]
    goal_rows: list[GoalRow]

    @classmethod
    def of(cls, folder: Path, content: Mapping[str, Any]) -> Self:
        """Make a dataset from the plain values of its files (`Loaded.content`)."""
        return cls(
            folder,
            plan_of(content["plan"]),
            Directory.of(content["departments"]),
            *(content[key] for key in ("tasks", "indicators", "assignments", "reports", "goals")),
        )

    @cached_property
    def units(self) -> dict[str, str]:
        """The unit of values by target id; "" where there is none."""
        targets = [one for row in (*self.task_rows, *self.indicator_rows) for one in row["targets"]]
        return {one["id"]: value_unit(one) or "" for one in targets}

    @cached_property
    def assigned(self) -> Assigned:
        """Members by item and group."""
        return {(one["item"], one["group"]): tuple(one["members"]) for one in self.assignee_rows}

    @cached_property
    def outline(self) -> Outline:
        return Outline(self.plan.sections)

    def only(self, items: Collection[int]) -> Self:
        return replace(
            self,
            task_rows=[row for row in self.task_rows if row["id"] in items],
            indicator_rows=[row for row in self.indicator_rows if row["id"] in items],
        )
