"""Everything about one item: where it stands, who is in it, what is still open."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, TypedDict, cast

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.names import Directory, Match
from plan_cli.dataset.rows import (
    DiscrepancyRow,
    GoalRow,
    IndicatorRow,
    TargetRow,
    TaskRow,
    is_task,
    known_discrepancies,
    select_goals,
)
from plan_cli.queries.select import TaskFilter, select_tasks
from plan_cli.words import OPEN_LIST


class GroupRow(TypedDict):
    """A group in an item; `members` is None if nobody has said who an indefinite group is."""

    name: str
    indefinite: bool
    members: list[str] | None


class SourceRow(TypedDict):
    """The line of the published text that an item was read from."""

    file: str
    line: int
    text: str


class ItemDetails(TypedDict):
    """All that is known about an item; fields that its type lacks are None."""

    id: int
    type: Literal["task", "indicator"]
    kind: str | None
    section: str
    section_title: str | None
    text: str
    binding: bool | None
    lead: str | None
    responsible: str | None
    support: list[str] | None
    support_open: bool | None
    groups: list[GroupRow]
    unassigned: list[str]
    targets: list[TargetRow]
    discrepancies: list[DiscrepancyRow]
    annual: list[GoalRow]
    note: str | None
    source: SourceRow | None


def item_details(dataset: Dataset, numbers: list[int]) -> list[ItemDetails]:
    """Details of items, in the order asked for; unknown numbers are left out."""
    rows: list[TaskRow | IndicatorRow] = [*dataset.task_rows, *dataset.indicator_rows]
    items = {row["id"]: row for row in rows}
    sources = _sources(dataset)
    titles = {entry.code: entry.title for entry in dataset.plan.sections}
    known = (number for number in numbers if number in items)
    return [_details(items[number], dataset, titles, sources.get(number)) for number in known]


def _details(
    row: TaskRow | IndicatorRow,
    dataset: Dataset,
    titles: Mapping[str, str | None],
    source: SourceRow | None,
) -> ItemDetails:
    groups = _groups(row, dataset) if is_task(row) else []
    values = {
        **row,
        "type": "task" if is_task(row) else "indicator",
        "section_title": titles.get(row["section"]),
        "groups": groups,
        "unassigned": [group["name"] for group in groups if group["members"] is None],
        "discrepancies": known_discrepancies(dataset.plan.discrepancies, row["id"]),
        "annual": select_goals(dataset.goal_rows, item=row["id"]),
        "source": source,
    }
    return cast("ItemDetails", {key: values.get(key) for key in ItemDetails.__annotations__})


def group_names(row: TaskRow, directory: Directory) -> list[str]:
    """The groups that a task names, and 等 if its list is open."""
    named = [name for name in (row["lead"], *row["support"]) if name in directory.group_by_name]
    return [*named, OPEN_LIST] if row["support_open"] else named


def _groups(row: TaskRow, dataset: Dataset) -> list[GroupRow]:
    rows: list[GroupRow] = []
    for name in group_names(row, dataset.directory):
        group = dataset.directory.group_by_name.get(name)
        indefinite = group is None or group.indefinite
        found = group.members if group else None
        members = dataset.assigned.get((row["id"], name)) if indefinite else found
        listed = None if members is None else list(members)
        rows.append({"name": name, "indefinite": indefinite, "members": listed})
    return rows


def _sources(dataset: Dataset) -> dict[int, SourceRow]:
    """The published line of every item; empty if the text cannot be read."""
    from plan_cli.dataset.published import read_published

    file = dataset.plan.source.file
    published = read_published(dataset.folder, file)
    if published.notice is None or published.text is None:
        return {}
    lines = published.text.split("\n")
    return {
        one.number: {"file": file, "line": one.line, "text": lines[one.line - 1].rstrip("\r")}
        for one in published.notice.clauses
    }


class AssignmentRow(TypedDict):
    """A group, or 等, in an item; `members` to `note` are None while unassigned."""

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
    day: date,
    *,
    departments: Sequence[Match] = (),
    open_lists: bool = False,
    assigned: bool | None = None,
) -> list[AssignmentRow]:
    """Assigned and unassigned groups of tasks that `departments` lead, in the order of items.

    Unassigned open lists (等) are many, and only listed with `open_lists`; `day` is the day for
    which successors of departments are looked up.
    """
    wanted = TaskFilter(departments=tuple(departments), role="lead" if departments else None)
    tasks = select_tasks(dataset.task_rows, wanted, dataset.directory, day).rows
    said = {(one["item"], one["group"]): one for one in dataset.assignee_rows}
    rows: list[AssignmentRow] = []
    for task in tasks:
        for name in group_names(task, dataset.directory):
            group = dataset.directory.group_by_name.get(name)
            one = said.get((task["id"], name))
            if (
                (group is not None and not group.indefinite)
                or (one is None and name == OPEN_LIST and not open_lists)
                or assigned not in (None, one is not None)
            ):
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
