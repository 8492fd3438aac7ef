"""What departments owe on a day: what is overdue, and what has not been reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.plan import Deadline
from plan_cli.dataset.rows import IndicatorRow, ReportRow, TaskRow, is_task
from plan_cli.judgement.item import missed_deadlines
from plan_cli.queries.duties import carriers
from plan_cli.queries.status import ItemStatus, StatusOn


@dataclass(frozen=True, slots=True)
class Owed:
    """An item that is overdue or unreported.

    `holders` have it on the day; `overdue` is the reason, empty if it is not; `since` is the first
    day it was; `missing` are the deadlines without a report; `last` is the last current report.
    """

    row: TaskRow | IndicatorRow
    holders: tuple[str, ...]
    overdue: str
    since: date | None
    missing: tuple[Deadline, ...]
    last: ReportRow | None

    @property
    def is_task(self) -> bool:
        return is_task(self.row)


def owed(dataset: Dataset, statuses: StatusOn, asked: Sequence[Deadline]) -> list[Owed]:
    """Overdue and unreported items, indicators first; `asked` are the deadlines to check."""
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
    item: ItemStatus,
    statuses: StatusOn,
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
    """Owed items by department, in the order of the data; unassigned groups last."""
    lists: dict[str, list[Owed]] = {}
    for one in found:
        for name in one.holders:
            lists.setdefault(name, []).append(one)
    order = [*dataset.directory.by_name, *dataset.directory.group_by_name]
    return {name: lists[name] for name in order if name in lists}
