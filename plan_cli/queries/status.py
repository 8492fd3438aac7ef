"""How every item of a dataset stands on a day, from the reports that stand then."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, TypedDict, cast

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.names import Directory, split_plate
from plan_cli.dataset.rows import (
    Figure,
    IndicatorRow,
    ReportRow,
    TargetRow,
    TaskRow,
    current_reports,
)
from plan_cli.judgement.case import Judgement, Nature, Observation
from plan_cli.judgement.figures import rounded
from plan_cli.judgement.item import ItemState, KnownItem, Shown, item_state, light
from plan_cli.judgement.judge import judge
from plan_cli.queries.duties import members_of
from plan_cli.queries.item import ItemDetails

UNREPORTED: Final = "unreported"
REPORTED: Final = "reported"


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """An item on a day.

    `judgements` are in the order of its targets. `reports` decide: a task's lead's, all of an
    indicator; `others` are those of a task's supporters, which decide nothing.
    """

    standing: ItemState
    light: Shown
    judgements: tuple[Judgement, ...]
    reports: tuple[ReportRow, ...]
    others: tuple[ReportRow, ...] = ()


class StatusOn:
    """The status of a dataset's items on a day, each worked out when asked for."""

    def __init__(self, dataset: Dataset, as_of: date) -> None:
        self.as_of = as_of
        self._dataset = dataset
        self._known: dict[int, ItemStatus] = {}
        self._plan = dataset.plan
        self.deadlines = dataset.plan.follow_up.deadlines
        self._about = Decimal(dataset.plan.about_percent)

    @cached_property
    def _reports(self) -> dict[int, list[ReportRow]]:
        """Current reports by item, in the order of time."""
        found: dict[int, list[ReportRow]] = defaultdict(list)
        for row in current_reports(self._dataset.report_rows, self.as_of):
            found[row["item"]].append(row)
        return found

    def task(self, row: TaskRow) -> ItemStatus:
        if row["id"] not in self._known:
            reports = self._reports.get(row["id"], [])
            leads = members_of(self._dataset, row["lead"], row["id"])
            directory = self._dataset.directory
            lead = [r for r in reports if any(is_lead(r, name, directory) for name in leads)]
            others = tuple(one for one in reports if one not in lead)
            states = [one["status"] for one in lead if one["status"] is not None]
            state = states[-1] if states else UNREPORTED
            self._known[row["id"]] = self._stand(row["targets"], state, lead, others)
        return self._known[row["id"]]

    def indicator(self, row: IndicatorRow) -> ItemStatus:
        if row["id"] not in self._known:
            reports = self._reports.get(row["id"], [])
            state = REPORTED if reports else UNREPORTED
            self._known[row["id"]] = self._stand(row["targets"], state, reports, indicator=True)
        return self._known[row["id"]]

    def _stand(
        self,
        targets: list[TargetRow],
        state: str,
        reports: list[ReportRow],
        others: tuple[ReportRow, ...] = (),
        *,
        indicator: bool = False,
    ) -> ItemStatus:
        judgements = tuple(
            judge(one, observations(one, reports), self._plan.horizon, self.as_of, self._about)
            for one in targets
        )
        dues = [target["due"] for target in targets]
        known = KnownItem(
            state=state,
            reported=date.fromisoformat(reports[-1]["date"]) if reports else None,
            dues=tuple(sorted({due for due in dues if due is not None})),
            judgements=tuple(zip(dues, judgements, strict=True)),
            indicator=indicator,
        )
        found = item_state(known, self._plan.follow_up, self.as_of)
        shown = light(found.facts, self._plan.lights)
        return ItemStatus(found, shown, judgements, tuple(reports), others)


def observations(target: TargetRow, reports: Iterable[ReportRow]) -> list[Observation]:
    """The values of a target in reports, which are in the order of time."""
    found: list[Observation] = []
    for place, row in enumerate(reports):
        day = date.fromisoformat(row["date"])
        if row["value"] is not None and row["target"] == target["id"]:
            nature = cast("Nature | None", row["nature"])
            value = Decimal(row["value"])
            found.append(Observation(value, row["id"], day, row["period"], nature, place))
        found += [
            Observation(Decimal(one["value"]), row["id"], day, place=place)
            for one in row["values"]
            if one["target"] == target["id"]
        ]
    return found


def is_lead(report: ReportRow, lead: str, directory: Directory) -> bool:
    """Whether a report is the lead's: by its name, under any plate, or as its successor."""
    reporter, asked = split_plate(report["by"]).name, split_plate(lead).name
    if reporter == asked:
        return True
    return asked in directory.predecessors(reporter, date.fromisoformat(report["date"]))


_PLACES: Final = 6  # decimals of a computed figure in a row


class JudgementRow(TypedDict):
    """How a target stands; `gap` is negative if worse than planned."""

    target: str
    verdict: str
    reason: str
    value: Figure | None
    value_text: str | None
    period: str | None
    planned: Figure | None
    planned_text: str | None
    gap: Figure | None
    gap_text: str | None
    needed: Figure | None
    needed_text: str | None
    unit: str | None
    missing: list[int]
    forecast: bool
    working: list[str]
    reports: list[str]


class StateRow(TypedDict):
    """The state of an item on a day; `reported` is the day of the last deciding report."""

    as_of: str
    status: str
    light: str
    light_reason: str
    overdue: bool
    near_due: bool
    stale: bool
    reported: str | None
    judgements: list[JudgementRow]


class TaskStateRow(TaskRow, StateRow):
    """A task with how it stands."""


class IndicatorStateRow(IndicatorRow, StateRow):
    """An indicator with how it stands."""


class ItemHistoryRow(ItemDetails, StateRow):
    """An item with its state, the reports that decide it, and `others` that do not."""

    reports: list[ReportRow]
    others: list[ReportRow]


def judgement_row(one: Judgement) -> JudgementRow:
    row: dict[str, object] = {}
    for key in JudgementRow.__annotations__:
        value = getattr(one, key)
        if isinstance(value, Decimal):
            value = rounded(value, _PLACES)
        elif isinstance(value, tuple):
            value = list(value)
        row[key] = None if value == "" and key != "reason" else value
    return cast("JudgementRow", row)


def state_row(item: ItemStatus, statuses: StatusOn) -> StateRow:
    return {
        "as_of": statuses.as_of.isoformat(),
        "status": item.standing.state,
        "light": item.light.light,
        "light_reason": item.light.reason,
        "overdue": item.standing.overdue,
        "near_due": item.standing.near_due,
        "stale": item.standing.stale,
        "reported": item.reports[-1]["date"] if item.reports else None,
        "judgements": [judgement_row(one) for one in item.judgements],
    }


def task_states(rows: Iterable[TaskRow], statuses: StatusOn) -> list[TaskStateRow]:
    return [{**row, **state_row(statuses.task(row), statuses)} for row in rows]


def indicator_states(rows: Iterable[IndicatorRow], statuses: StatusOn) -> list[IndicatorStateRow]:
    return [{**row, **state_row(statuses.indicator(row), statuses)} for row in rows]


def with_history(
    rows: Iterable[ItemDetails], dataset: Dataset, statuses: StatusOn
) -> list[ItemHistoryRow]:
    tasks = {row["id"]: row for row in dataset.task_rows}
    indicators = {row["id"]: row for row in dataset.indicator_rows}
    found: list[ItemHistoryRow] = []
    for row in rows:
        number = row["id"]
        if number in tasks:
            item = statuses.task(tasks[number])
        else:
            item = statuses.indicator(indicators[number])
        reports, others = list(item.reports), list(item.others)
        found.append({**row, **state_row(item, statuses), "reports": reports, "others": others})
    return found


def with_state(
    rows: Iterable[TaskStateRow], status: str | None, light: str | None
) -> list[TaskStateRow]:
    """Filter tasks by state, a fact such as `overdue`, and light."""
    return [
        row
        for row in rows
        if (status is None or row["status"] == status or row.get(status) is True)
        and (light is None or row["light"] == light)
    ]
