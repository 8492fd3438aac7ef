"""Everything about one item: where it stands, who is in it, what is still open."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict

from plan_cli.dataset.answers import Answers
from plan_cli.dataset.lookup import Match
from plan_cli.dataset.names import Directory
from plan_cli.dataset.rows import (
    DiscrepancyRow,
    GoalRow,
    IndicatorRow,
    TargetRow,
    TaskRow,
    known_discrepancies,
    select_goals,
)
from plan_cli.queries.select import Assigned, TaskFilter, select_tasks
from plan_cli.today import today
from plan_cli.words import OPEN_LIST

if TYPE_CHECKING:
    from plan_cli.dataset.models import Assignment
    from plan_cli.notice.model import Notice


class GroupRow(TypedDict):
    """A group in an item. `members` is None while nobody has said who an indefinite group is."""

    name: str
    indefinite: bool
    members: list[str] | None


class SourceRow(TypedDict):
    """The line of the published text that an item was read from."""

    file: str
    line: int
    text: str


class ItemDetails(TypedDict):
    """An item with all that is known about it; what it cannot have is None."""

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


def item_details(dataset: Answers, numbers: list[int]) -> list[ItemDetails]:
    """Return the details of items, in the order asked for; unknown numbers are left out."""
    tasks = {row["id"]: row for row in dataset.task_rows}
    indicators = {row["id"]: row for row in dataset.indicator_rows}
    sources = _sources(dataset)
    titles = {entry.code: entry.title for entry in dataset.outline.entries}
    found: list[ItemDetails] = []
    for number in numbers:
        source = sources.get(number)
        if number in tasks:
            found.append(_task(tasks[number], dataset, titles, source))
        elif number in indicators:
            found.append(_indicator(indicators[number], dataset, titles, source))
    return found


def _task(
    row: TaskRow, dataset: Answers, titles: Mapping[str, str | None], source: SourceRow | None
) -> ItemDetails:
    groups = _groups(row, dataset)
    return {
        "id": row["id"],
        "type": "task",
        "kind": row["kind"],
        "section": row["section"],
        "section_title": titles.get(row["section"]),
        "text": row["text"],
        "binding": None,
        "lead": row["lead"],
        "responsible": None,
        "support": row["support"],
        "support_open": row["support_open"],
        "groups": groups,
        "unassigned": [group["name"] for group in groups if group["members"] is None],
        "targets": row["targets"],
        "discrepancies": known_discrepancies(dataset.discrepancies, row["id"]),
        "annual": select_goals(dataset.goal_rows, item=row["id"]),
        "note": row["note"],
        "source": source,
    }


def _indicator(
    row: IndicatorRow,
    dataset: Answers,
    titles: Mapping[str, str | None],
    source: SourceRow | None,
) -> ItemDetails:
    return {
        "id": row["id"],
        "type": "indicator",
        "kind": None,
        "section": row["section"],
        "section_title": titles.get(row["section"]),
        "text": row["text"],
        "binding": row["binding"],
        "lead": None,
        "responsible": row["responsible"],
        "support": None,
        "support_open": None,
        "groups": [],
        "unassigned": [],
        "targets": row["targets"],
        "discrepancies": known_discrepancies(dataset.discrepancies, row["id"]),
        "annual": select_goals(dataset.goal_rows, item=row["id"]),
        "note": row["note"],
        "source": source,
    }


def group_names(row: TaskRow, directory: Directory) -> list[str]:
    """Return the groups that a task names, and 等 where its list is open."""
    named = [name for name in (row["lead"], *row["support"]) if name in directory.group_by_name]
    return [*named, OPEN_LIST] if row["support_open"] else named


def _groups(row: TaskRow, dataset: Answers) -> list[GroupRow]:
    rows: list[GroupRow] = []
    for name in group_names(row, dataset.directory):
        group = dataset.directory.group_by_name.get(name)
        members = (
            group.members
            if group and not group.indefinite
            else dataset.assigned.get((row["id"], name))
        )
        rows.append(
            {
                "name": name,
                "indefinite": group is None or group.indefinite,
                "members": None if members is None else list(members),
            }
        )
    return rows


def _sources(dataset: Answers) -> dict[int, SourceRow]:
    """Return the published line of every item; nothing where the text cannot be read."""
    from plan_cli.dataset.published import read_published

    published = read_published(dataset.folder, dataset.notice_file)
    text = published.text
    if published.notice is None or text is None:
        return {}
    return _lines(published.notice, text.split("\n"), dataset.notice_file)


def _lines(notice: "Notice", lines: list[str], file: str) -> dict[int, SourceRow]:
    return {
        clause.number: {
            "file": file,
            "line": clause.line,
            "text": lines[clause.line - 1].rstrip("\r"),
        }
        for clause in notice.clauses
    }


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
