"""An assessment says what the files say: whom a binding indicator bars, and what leads finished."""

import json
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.conftest import Run
from tests.recount.conftest import Counted
from tests.recount.raw import Raw, Record, day
from tests.recount.verdicts import Asked, verdict

_ASKED = [
    (2022, date(2023, 1, 31)),
    (2023, date(2023, 9, 1)),
    (2023, date(2024, 3, 1)),
    (2025, date(2026, 1, 31)),
    (2025, date(2026, 9, 1)),
]

Lines = dict[tuple[str, int], str]
"""What comes of an item for a department; of several targets the results in their order."""


@pytest.mark.parametrize(("year", "on"), _ASKED, ids=str)
def test_what_comes_of_a_year(plan: Run, counted: Counted, year: int, on: date) -> None:
    command = ("assess", str(year), "--as-of", str(on), "--json")
    result = plan("--data", str(counted.folder), *command)
    assert result.exit_code == 0, result.stderr
    departments = json.loads(result.stdout)
    assert _said(departments, "binding") == _binding(counted.raw, year, on)
    assert _said(departments, "tasks") == _tasks(counted.raw, year, on)
    for one in departments:
        results = [line["result"] for line in one["binding"]]
        assert one["grade"] == _grade(results)
        known = {report["id"] for report in counted.raw.standing(on)}
        rests_on = {
            id_ for part in ("binding", "tasks") for line in one[part] for id_ in line["reports"]
        }
        assert rests_on <= known


def _said(departments: Iterable[Any], part: str) -> Lines:
    found: dict[tuple[str, int], list[str]] = {}
    for line in (line for one in departments for line in one[part]):
        found.setdefault((line["department"], line["item"]), []).append(line["result"])
    return {key: " ".join(results) for key, results in found.items()}


def _grade(results: list[str]) -> str | None:
    if not results:
        return None
    return "barred" if "missed" in results else "open" if "unknown" in results else "not_barred"


def _binding(raw: Raw, year: int, on: date) -> Lines:
    found: Lines = {}
    for item in (one for one in raw.indicators if one["binding"]):
        firm = [one for one in raw.deciding(item, on) if one["nature"] != "estimate"]
        for holder in raw.holders(item, min(on, date(year, 12, 31))):
            results = [
                _in_due_year(raw, target, firm, on)
                if year == target["due"]
                else _by_own_goal(raw, target, raw.deciding(item, on), year, holder)
                for target in item["targets"]
                if year <= target["due"]
            ]
            found[holder, item["id"]] = " ".join(results)
    return found


def _in_due_year(raw: Raw, target: Record, firm: list[Record], on: date) -> str:
    decided = {"met": "fulfilled", "early": "fulfilled", "missed": "missed"}
    return decided.get(verdict(raw, target, firm, on), "unknown")


def _by_own_goal(raw: Raw, target: Record, reports: list[Record], year: int, holder: str) -> str:
    """Before the due year only the department's own figure for that year is met or missed."""
    goals = [one for one in raw.goals if (one["year"], one["by"]) == (year, holder)]
    goal = next((one for one in goals if one.get("target") == target["id"]), None)
    own = [one for one in reports if (one["target"], one["period"]) == (target["id"], str(year))]
    if goal is None or "value" not in goal or not own:
        return "unknown"
    ranks = {"final": 2, "preliminary": 1, "estimate": 0}
    best = max(reversed(own), key=lambda one: (ranks[one["nature"]], one["date"]))
    if best["nature"] == "estimate":
        return "unknown"
    asked = Asked({**target, "value": goal["value"]}, raw.plan["judgement"]["about_percent"])
    return "fulfilled" if asked.kept(Fraction(str(best["value"]))) else "missed"


def _tasks(raw: Raw, year: int, on: date) -> Lines:
    found: Lines = {}
    for task in raw.tasks:
        due = [one for one in task.get("targets", ()) if one.get("due") == year]
        if due:
            result = _finished(raw, task, due, year, on)
            found |= {
                (holder, task["id"]): result
                for holder in raw.holders(task, min(on, date(year, 12, 31)))
            }
    return found


def _finished(raw: Raw, task: Record, due: list[Record], year: int, on: date) -> str:
    reports = raw.deciding(task, on)
    state, figures = raw.state(task, on), [verdict(raw, one, reports, on) for one in due]
    if state in ("unreported", "terminated"):
        return state
    if state == "done":
        in_time = raw.deadlines.get(f"{year}H2", date(year, 12, 31))
        return "on_time" if _done_since(raw, reports) <= in_time else "late"
    if all(one in ("met", "early") for one in figures):
        return "on_time"
    return "missed" if "missed" in figures and on.year > year else "open"


def _done_since(raw: Raw, reports: list[Record]) -> date:
    """The day on which an end was first reported that was not taken back; of what is corrected."""
    by_id, first = {one["id"]: one for one in raw.reports}, date.max
    for report in reversed(reports):
        if report["status"] != "done":
            break
        corrected = report
        while by_id.get(corrected.get("replaces", ""), {}).get("status") == "done":
            corrected = by_id[corrected["replaces"]]
        first = day(corrected["date"])
    return first
