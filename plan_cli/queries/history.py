"""What was reported, in the order of time: on an item, by departments."""

from collections.abc import Callable, Sequence
from datetime import date

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.names import Group, Match, split_plate
from plan_cli.dataset.rows import ReportRow
from plan_cli.queries.select import TaskFilter, select_indicators, select_tasks


class HistoryRow(ReportRow):
    """A report, and the id of the one that has replaced it by the day asked for."""

    replaced_by: str | None


def history_rows(
    dataset: Dataset,
    as_of: date,
    *,
    item: int | None = None,
    departments: Sequence[Match] = (),
) -> list[HistoryRow]:
    """Reports handed in by a day, in the order of time; None and () set no condition."""
    known = [row for row in dataset.report_rows if date.fromisoformat(row["date"]) <= as_of]
    replaced = {row["replaces"]: row["id"] for row in known if row["replaces"] is not None}
    handed_in = [_handed_in_by(match, dataset, as_of) for match in departments]
    return [
        {**row, "replaced_by": replaced.get(row["id"])}
        for row in known
        if item in (None, row["item"]) and (not handed_in or any(by(row) for by in handed_in))
    ]


def _handed_in_by(match: Match, dataset: Dataset, day: date) -> Callable[[ReportRow], bool]:
    """A test of whether a report is by the department meant.

    Departments hand reports in, and neither plates nor groups. With a plate, a report counts on
    the items that name the department with it; a definite group has the reports of its members,
    and an indefinite one those of whom it is assigned to, each on the items where it is.
    """
    if match.is_group:
        group = dataset.directory.group_by_name[match.name]
        if not group.indefinite:
            return lambda row: _is_member(row, group, dataset)
        return lambda row: any(
            _stands_for(row, split_plate(member).name, dataset)
            for member in dataset.assigned.get((row["item"], group.name), ())
        )
    if match.plate is None:
        return lambda row: row["by"] == match.name
    wanted, directory = TaskFilter(departments=(match,)), dataset.directory
    tasks = select_tasks(dataset.task_rows, wanted, directory, day, dataset.assigned).rows
    indicators = select_indicators(dataset.indicator_rows, directory, day, departments=(match,))
    items = {row["id"] for row in (*tasks, *indicators)}
    return lambda row: row["by"] == match.name and row["item"] in items


def _is_member(row: ReportRow, group: Group, dataset: Dataset) -> bool:
    """Whether a report is by a member of a group, or by who succeeded one in the group's items."""
    if row["by"] in group.members:
        return True
    in_items = any(
        one["id"] == row["item"] and group.name in (one["lead"], *one["support"])
        for one in dataset.task_rows
    )
    return in_items and any(_stands_for(row, name, dataset) for name in group.members)


def _stands_for(row: ReportRow, name: str, dataset: Dataset) -> bool:
    """Whether a report is by a department, or by one that had succeeded it on the day."""
    day = date.fromisoformat(row["date"])
    return row["by"] == name or name in dataset.directory.predecessors(row["by"], day)


def is_assigned(dataset: Dataset, group: str) -> bool:
    return any(name == group for _item, name in dataset.assigned) or bool(
        dataset.directory.group_by_name[group].members
    )
