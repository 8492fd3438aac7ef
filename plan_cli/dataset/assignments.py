"""Who indefinite groups and open lists are: what is assigned, and what somebody must still say."""

from collections.abc import Sequence
from typing import TypedDict

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.details import group_names
from plan_cli.dataset.queries import TaskFilter, select_tasks
from plan_cli.naming import Match
from plan_cli.today import today
from plan_cli.vocabulary import OPEN_LIST


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


def assignment_rows(
    dataset: Dataset,
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
    made = {(one.item, one.group): one for one in dataset.assignments}
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
                    "members": list(one.members) if one else None,
                    "by": one.by if one else None,
                    "document": one.document if one else None,
                    "date": one.date.isoformat() if one else None,
                    "note": one.note if one else None,
                }
            )
    return rows
