"""Who indefinite groups and open lists are: what is assigned, and what somebody must still say."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypedDict

from plan_cli.dataset.answers import Answers
from plan_cli.dataset.details import group_names
from plan_cli.dataset.queries import Assigned, TaskFilter, select_tasks
from plan_cli.naming import Match
from plan_cli.today import today
from plan_cli.vocabulary import OPEN_LIST

if TYPE_CHECKING:
    from plan_cli.model import Assignment


class MadeRow(TypedDict):
    """Who a group, or 等, is in an item, as somebody has said on some paper."""

    item: int
    group: str
    members: list[str]
    by: str
    document: str
    date: str
    note: str | None


class AssignmentRow(TypedDict):
    """A group, or 等, in an item; `members` and what they rest on are None while unassigned."""

    item: int
    group: str
    lead: str
    members: list[str] | None
    by: str | None
    document: str | None
    date: str | None
    note: str | None


def made_row(one: "Assignment") -> MadeRow:
    """Return an assignment as a row."""
    return {
        "item": one.item,
        "group": one.group,
        "members": list(one.members),
        "by": one.by,
        "document": one.document,
        "date": one.date.isoformat(),
        "note": one.note,
    }


def assigned_by(rows: Iterable[MadeRow]) -> Assigned:
    """Return who is meant, by item and group."""
    return {(row["item"], row["group"]): tuple(row["members"]) for row in rows}


def assignment_rows(
    dataset: Answers,
    *,
    departments: Sequence[Match] = (),
    open_lists: bool = False,
    assigned: bool | None = None,
) -> list[AssignmentRow]:
    """Return what is assigned and what is not, in the order of the items.

    Args:
        dataset: the dataset.
        departments: only items that one of these leads.
        open_lists: also open lists (等) to which nobody has been assigned; there are many.
        assigned: only what is assigned, or only what is not.
    """
    wanted = TaskFilter(departments=tuple(departments), role="lead" if departments else None)
    tasks = select_tasks(dataset.task_rows, wanted, dataset.directory, today()).rows
    made = {(one["item"], one["group"]): one for one in dataset.made}
    rows: list[AssignmentRow] = []
    for task in tasks:
        for name in group_names(task, dataset.directory):
            group = dataset.directory.group_by_name.get(name)
            if group is not None and not group.indefinite:
                continue
            one = made.get((task["id"], name))
            if one is None and name == OPEN_LIST and not open_lists:
                continue
            if assigned not in (None, one is not None):
                continue
            rows.append(
                {
                    "item": task["id"],
                    "group": name,
                    "lead": task["lead"],
                    "members": one["members"] if one else None,
                    "by": one["by"] if one else None,
                    "document": one["document"] if one else None,
                    "date": one["date"] if one else None,
                    "note": one["note"] if one else None,
                }
            )
    return rows
