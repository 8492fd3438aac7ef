"""Everything about one item: where it stands, who is in it, what is still open."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

from plan_cli.dataset.annual import GoalRow, select_goals
from plan_cli.dataset.answers import Answers
from plan_cli.dataset.discrepancies import DiscrepancyRow, known_discrepancies
from plan_cli.dataset.rows import IndicatorRow, TargetRow, TaskRow
from plan_cli.naming import Directory
from plan_cli.vocabulary import OPEN_LIST

if TYPE_CHECKING:
    from plan_cli.notice import Notice


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
