"""Rows: what a command prints, as plain dictionaries with the keys of the JSON contract.

The keys are the dataset's own. Every key is always there; what the dataset does not say is None
(null), never zero and never empty text. Queries filter rows and renderers print them; neither
needs the models.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

if TYPE_CHECKING:
    from plan_cli.model import Indicator, Target, Task

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
