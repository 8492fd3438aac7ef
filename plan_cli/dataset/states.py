"""Rows about how items stand: what a query adds to an item, and what can be asked for."""

from collections.abc import Iterable
from typing import Final, TypedDict

from plan_cli.dataset.answers import Answers
from plan_cli.dataset.details import ItemDetails
from plan_cli.dataset.reports import ReportRow
from plan_cli.dataset.rows import Figure, IndicatorRow, TaskRow
from plan_cli.dataset.standings import ItemStanding, Standings
from plan_cli.judgement import Judgement
from plan_cli.judgement.figures import rounded

_PLACES: Final = 6  # decimals of a computed figure in a row


class JudgementRow(TypedDict):
    """How a target stands; `gap` is below zero where it is worse than planned."""

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
    """How an item stands on a day; `reported` is the day of the last report that decides."""

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
    """An item with how it stands: the reports that decide, and what others report beside them."""

    reports: list[ReportRow]
    others: list[ReportRow]


def judgement_row(one: Judgement) -> JudgementRow:
    """Return a judgement as a row."""
    return {
        "target": one.target,
        "verdict": one.verdict,
        "reason": one.reason,
        "value": None if one.value is None else rounded(one.value, _PLACES),
        "value_text": one.value_text or None,
        "period": one.period,
        "planned": None if one.planned is None else rounded(one.planned, _PLACES),
        "planned_text": one.planned_text or None,
        "gap": None if one.gap is None else rounded(one.gap, _PLACES),
        "gap_text": one.gap_text or None,
        "needed": None if one.needed is None else rounded(one.needed, _PLACES),
        "needed_text": one.needed_text or None,
        "unit": one.unit,
        "missing": list(one.missing),
        "forecast": one.forecast,
        "working": list(one.working),
        "reports": list(one.reports),
    }


def state_row(item: ItemStanding, standings: Standings) -> StateRow:
    """Return what a query adds to an item."""
    return {
        "as_of": standings.as_of.isoformat(),
        "status": item.standing.state,
        "light": item.light.light,
        "light_reason": item.light.reason,
        "overdue": item.standing.overdue,
        "near_due": item.standing.near_due,
        "stale": item.standing.stale,
        "reported": item.reports[-1]["date"] if item.reports else None,
        "judgements": [judgement_row(one) for one in item.judgements],
    }


def task_states(rows: Iterable[TaskRow], standings: Standings) -> list[TaskStateRow]:
    """Return tasks with how they stand."""
    return [{**row, **state_row(standings.task(row), standings)} for row in rows]


def indicator_states(rows: Iterable[IndicatorRow], standings: Standings) -> list[IndicatorStateRow]:
    """Return indicators with how they stand."""
    return [{**row, **state_row(standings.indicator(row), standings)} for row in rows]


def with_history(
    rows: Iterable[ItemDetails], dataset: Answers, standings: Standings
) -> list[ItemHistoryRow]:
    """Return items with how they stand, and the reports that stand."""
    tasks = {row["id"]: row for row in dataset.task_rows}
    indicators = {row["id"]: row for row in dataset.indicator_rows}
    found: list[ItemHistoryRow] = []
    for row in rows:
        number = row["id"]
        item = (
            standings.task(tasks[number])
            if number in tasks
            else standings.indicator(indicators[number])
        )
        state = state_row(item, standings)
        reports = {"reports": list(item.reports), "others": list(item.others)}
        found.append({**row, **state, **reports})  # type: ignore[typeddict-item]
    return found


def with_state(
    rows: Iterable[TaskStateRow], status: str | None, light: str | None
) -> list[TaskStateRow]:
    """Return the tasks of a state, or of which something holds (`overdue`), or of a light."""
    return [
        row
        for row in rows
        if (status is None or row["status"] == status or row.get(status) is True)
        and (light is None or row["light"] == light)
    ]
