"""Who has a part in an item, who carries it, who may report on it, and what is owed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plan_cli.dataset.dataset import Assigned, Dataset
from plan_cli.dataset.lookup import Match
from plan_cli.dataset.names import Directory, split_plate
from plan_cli.dataset.plan import Deadline
from plan_cli.dataset.rows import IndicatorRow, ReportRow, TaskRow, is_task
from plan_cli.judgement.item import missed_deadlines
from plan_cli.queries.select import ask
from plan_cli.words import OPEN_LIST

if TYPE_CHECKING:
    from plan_cli.queries.status import ItemStatus, StatusOn


def charged(row: TaskRow | IndicatorRow) -> list[str]:
    """Return the departments and groups that an item names, in their order."""
    return [row["lead"], *row["support"]] if is_task(row) else [row["responsible"]]


def has_part(
    by: str, item: int, names: Iterable[str], directory: Directory, assigned: Assigned, day: date
) -> bool:
    """Say whether a department has a part in an item.

    It has where the item names it, or a plate it bears, and where it belongs to a definite group
    that the item names, or is assigned to an indefinite one or to an open list. Whoever has
    succeeded such a department by the day has its part.

    Args:
        by: canonical name of the department.
        item: number of the item.
        names: the departments and groups that the item names, 等 among them where a list is open.
        directory: the departments and groups.
        assigned: who is meant by indefinite groups and open lists.
        day: the day on which successors of departments are looked up.
    """
    asked = ask(Match(by), directory, day, assigned)
    return any(asked.is_meant(item, name) for name in names)


def may_report(by: str, row: TaskRow | IndicatorRow, dataset: Dataset, day: date) -> bool:
    """Say whether a department may report on an item: it has a part in it, or reports them all."""
    names, assigned = charged(row), dataset.assigned
    if not is_task(row):
        if by in dataset.plan.reporters:
            return True
        assigned = {}
    elif row["support_open"]:
        names.append(OPEN_LIST)
    return has_part(by, row["id"], names, dataset.directory, assigned, day)


def who_may_report(row: TaskRow | IndicatorRow, dataset: Dataset) -> list[str]:
    """Return who may report on an item, as the data names them."""
    if is_task(row):
        return charged(row)
    return list(dict.fromkeys([*charged(row), *dataset.plan.reporters]))


def members_of(dataset: Dataset, named: str, item: int) -> tuple[str, ...]:
    """Return whom a name stands for: of a group its members, as far as they are known."""
    group = dataset.directory.group_by_name.get(named)
    members = dataset.assigned.get((item, named)) or (group.members if group else ())
    return tuple(split_plate(member).name for member in members or (named,))


def carriers(dataset: Dataset, named: str, item: int, day: date) -> tuple[str, ...]:
    """Return the same by a day, when duties may have gone over to others."""
    names = members_of(dataset, named, item)
    heirs = [heir for name in names for heir in dataset.directory.heirs(name, day)]
    return tuple(dict.fromkeys(heirs))


@dataclass(frozen=True, slots=True)
class Owed:
    """An item that somebody has to act on.

    Attributes:
        row: the item.
        holders: who has it on the day: its lead or responsible department, or who succeeded it.
        overdue: why it is overdue, in words; empty if it is not.
        since: the first day on which it was overdue.
        missing: the deadlines that have brought no report.
        last: the last report that counts, None where there is none.
    """

    row: TaskRow | IndicatorRow
    holders: tuple[str, ...]
    overdue: str
    since: date | None
    missing: tuple[Deadline, ...]
    last: ReportRow | None

    @property
    def is_task(self) -> bool:
        """Whether it is a task; else it is an indicator."""
        return is_task(self.row)


def owed(dataset: Dataset, statuses: "StatusOn", asked: Sequence[Deadline]) -> list[Owed]:
    """Return what is owed, indicators first, both in the order of the data.

    Args:
        dataset: the dataset.
        statuses: how everything stands on the day.
        asked: the deadlines that reports are owed for, in order.
    """
    day = statuses.as_of
    items: list[tuple[TaskRow | IndicatorRow, str, ItemStatus]] = [
        *((row, row["responsible"], statuses.indicator(row)) for row in dataset.indicator_rows),
        *((row, row["lead"], statuses.task(row)) for row in dataset.task_rows),
    ]
    return [
        one
        for row, name, item in items
        if (one := _owed(row, carriers(dataset, name, row["id"], day), item, statuses, asked))
    ]


def _owed(
    row: TaskRow | IndicatorRow,
    holders: tuple[str, ...],
    item: "ItemStatus",
    statuses: "StatusOn",
    asked: Sequence[Deadline],
) -> Owed | None:
    last = item.reports[-1] if item.reports else None
    reported = date.fromisoformat(last["date"]) if last else None
    missing = () if item.standing.closed else missed_deadlines(asked, statuses.deadlines, reported)
    overdue = item.standing.facts.get("overdue", "")
    if not (missing or overdue):
        return None
    return Owed(row, holders, overdue, item.standing.since, tuple(missing), last)


def by_holder(dataset: Dataset, found: Iterable[Owed]) -> dict[str, list[Owed]]:
    """Return what every department owes, in their order; then groups that are nobody yet."""
    lists: dict[str, list[Owed]] = {}
    for one in found:
        for name in one.holders:
            lists.setdefault(name, []).append(one)
    order = [*dataset.directory.by_name, *dataset.directory.group_by_name]
    return {name: lists[name] for name in order if name in lists}
