"""Rows: what a command prints, as plain dictionaries with the keys of the JSON contract.

The keys are the dataset's own. Every key is always there; what the dataset does not say is None
(null), never zero and never empty text. Queries filter rows and renderers print them; neither
needs the models.
"""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, NotRequired, TypedDict

if TYPE_CHECKING:
    from plan_cli.dataset.models import AnnualGoal, Indicator, Report, Target, Task
    from plan_cli.dataset.plan_models import Discrepancy


Role = Literal["lead", "support"]
Figure = int | Decimal


class TargetRow(TypedDict):
    """A target; `value` and `upper` are in `unit`, `due` is a year."""

    id: str
    quote: str
    metric: str
    measure: str | None
    direction: str | None
    direction_basis: str | None
    value: Figure | None
    upper: Figure | None
    unit: str | None
    unit_basis: str
    value_unstated: bool
    due: int | None
    due_basis: str | None
    same_as: list[str]
    note: str | None


class TaskRow(TypedDict):
    """A task. `role` and `via` are there when departments were asked for.

    `via` is the group, or the predecessor, through which a department has the task; None where
    the task names the department itself.
    """

    id: int
    kind: str
    section: str
    text: str
    lead: str
    support: list[str]
    support_open: bool
    targets: list[TargetRow]
    note: str | None
    role: NotRequired[Role]
    via: NotRequired[str | None]


class IndicatorRow(TypedDict):
    """An indicator."""

    id: int
    section: str
    text: str
    binding: bool
    responsible: str
    targets: list[TargetRow]
    note: str | None


def task_row(task: "Task") -> TaskRow:
    """Return a task as a row."""
    return {
        "id": task.id,
        "kind": task.kind,
        "section": task.section,
        "text": task.text,
        "lead": task.lead,
        "support": list(task.support),
        "support_open": task.support_open,
        "targets": [_target_row(target) for target in task.targets],
        "note": task.note,
    }


def indicator_row(indicator: "Indicator") -> IndicatorRow:
    """Return an indicator as a row."""
    return {
        "id": indicator.id,
        "section": indicator.section,
        "text": indicator.text,
        "binding": indicator.binding,
        "responsible": indicator.responsible,
        "targets": [_target_row(target) for target in indicator.targets],
        "note": indicator.note,
    }


def with_part(row: TaskRow, role: Role, via: str | None) -> TaskRow:
    """Return a task with the part that the departments asked for have in it."""
    if isinstance(row, dict):
        return {**row, "role": role, "via": via}
    longer: TaskRow = row.extended({"role": role, "via": via})  # read from a snapshot
    return longer


def _target_row(target: "Target") -> TargetRow:
    return {
        "id": target.id,
        "quote": target.quote,
        "metric": target.metric,
        "measure": target.measure,
        "direction": target.direction,
        "direction_basis": target.direction_basis,
        "value": target.value,
        "upper": target.upper,
        "unit": target.unit,
        "unit_basis": target.unit_basis,
        "value_unstated": target.value_unstated,
        "due": target.due,
        "due_basis": target.due_basis,
        "same_as": list(target.same_as),
        "note": target.note,
    }


class ValueRow(TypedDict):
    """How far a target of a task is, in the target's unit."""

    target: str
    value: Figure


class ReportRow(TypedDict):
    """A report with who handed it in (`by`); what it does not say is None or empty."""

    id: str
    by: str
    item: int
    date: str
    status: str | None
    values: list[ValueRow]
    target: str | None
    period: str | None
    value: Figure | None
    nature: str | None
    progress: str | None
    problems: str | None
    next: str | None
    evidence: list[str]
    publisher: str | None
    source: str | None
    quote: str | None
    replaces: str | None
    note: str | None


class Handed(NamedTuple):
    """A report as it was handed in: by whom, and at which place of their file."""

    by: str
    position: int
    report: "Report"


def report_row(handed: Handed) -> ReportRow:
    """Return a report as a row."""
    report = handed.report
    return {
        "id": report.id,
        "by": handed.by,
        "item": report.item,
        "date": report.date.isoformat(),
        "status": report.status,
        "values": [{"target": one.target, "value": one.value} for one in report.values],
        "target": report.target,
        "period": report.period,
        "value": report.value,
        "nature": report.nature,
        "progress": report.progress,
        "problems": report.problems,
        "next": report.next,
        "evidence": list(report.evidence),
        "publisher": report.publisher,
        "source": report.source,
        "quote": report.quote,
        "replaces": report.replaces,
        "note": report.note,
    }


def in_time_order(reports: Iterable[Handed]) -> list[ReportRow]:
    """Return reports as rows by date, then by file, then by their place in it."""
    ordered = sorted(reports, key=lambda one: (one.report.date, one.by, one.position))
    return [report_row(one) for one in ordered]


def standing(rows: Iterable[ReportRow], as_of: date) -> list[ReportRow]:
    """Return the reports that stand on a day: handed in by then, and not replaced by then."""
    known = [row for row in rows if date.fromisoformat(row["date"]) <= as_of]
    replaced = {row["replaces"] for row in known}
    return [row for row in known if row["id"] not in replaced]


def reported_unit(target: "Target") -> str | None:
    """Return the unit that values of a target are in; coverage (全覆盖) is a share."""
    return value_unit(target.unit, target.measure)


def value_unit(unit: str | None, measure: str | None) -> str | None:
    """Return the unit that values are in, by the unit and the measure of their target."""
    return unit or ("%" if measure == "coverage" else None)


class GoalRow(TypedDict):
    """A goal of a department (`by`) for a year; without a target, it is one in words only."""

    year: int
    by: str
    item: int
    target: str | None
    goal: str
    value: Figure | None


class SetGoal(NamedTuple):
    """A goal as it was set: for which year, by whom, and at which place of their file."""

    year: int
    by: str
    position: int
    goal: "AnnualGoal"


def goal_row(one: SetGoal) -> GoalRow:
    """Return a goal as a row."""
    return {
        "year": one.year,
        "by": one.by,
        "item": one.goal.item,
        "target": one.goal.target,
        "goal": one.goal.goal,
        "value": one.goal.value,
    }


def select_goals(
    rows: Iterable[GoalRow],
    *,
    year: int | None = None,
    item: int | None = None,
    target: str | None = None,
    departments: Collection[str] = (),
) -> list[GoalRow]:
    """Return the goals that fit all that is asked; None and () ask for nothing.

    Args:
        rows: all goals.
        year: only those for this year.
        item: only those on this item.
        target: only those that are a step towards this target.
        departments: only those that one of these has set, by canonical names.
    """
    return [
        row
        for row in rows
        if year in (None, row["year"])
        and item in (None, row["item"])
        and target in (None, row["target"])
        and (not departments or row["by"] in departments)
    ]


class DiscrepancyRow(TypedDict):
    """Where the notice is at odds with itself: the words of each target, in the same order."""

    kind: str
    targets: list[str]
    quotes: list[str]
    note: str


def discrepancy_row(known: "Discrepancy") -> DiscrepancyRow:
    """Return a recorded discrepancy as a row."""
    return {
        "kind": known.kind,
        "targets": list(known.targets),
        "quotes": list(known.quotes),
        "note": known.note,
    }


def known_discrepancies(rows: Iterable[DiscrepancyRow], item: int) -> list[DiscrepancyRow]:
    """Return the discrepancies in which a target of item number `item` has a part."""
    return [
        row
        for row in rows
        if any(target.partition(".")[0] == str(item) for target in row["targets"])
    ]
