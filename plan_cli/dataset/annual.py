"""What departments set themselves for a year: goals as rows, and which of them are asked for."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from plan_cli.dataset.rows import Figure

if TYPE_CHECKING:
    from plan_cli.model import AnnualGoal


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
