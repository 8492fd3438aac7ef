"""How items stand, and their lights: by facts, and by rules that are data."""

from dataclasses import replace
from datetime import date

import pytest

from plan_cli.dataset.plan import Deadline, FollowUp, LightRule
from plan_cli.judgement.case import Judgement, Verdict
from plan_cli.judgement.item import KnownItem, counts_from, item_state, light, missed_deadlines

FOLLOW_UP = FollowUp(
    near_due_days=90,
    deadlines=(
        Deadline("2022H2", date(2023, 1, 31)),
        Deadline("2023H1", date(2023, 7, 31)),
    ),
)
SILENT = KnownItem(state="unreported", reported=None, dues=(2022,))
BEGUN = KnownItem(state="in_progress", reported=date(2022, 8, 1), dues=(2022,))


def facts(known: KnownItem, day: date) -> set[str]:
    return set(item_state(known, FOLLOW_UP, day).facts)


def judged(verdict: Verdict) -> Judgement:
    return Judgement("1.1", verdict, "…")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 10, 1), {"in_progress"}),
        (date(2022, 10, 2), {"in_progress", "near_due"}),
        (date(2022, 12, 31), {"in_progress", "near_due"}),
        (date(2023, 1, 1), {"in_progress", "overdue"}),
        (date(2023, 7, 31), {"in_progress", "overdue"}),
        (date(2023, 8, 1), {"in_progress", "overdue", "stale"}),
    ],
)
def test_a_task_with_a_year(day: date, expected: set[str]) -> None:
    assert facts(BEGUN, day) == expected


def test_without_a_stated_year_nothing_is_overdue() -> None:
    undated = replace(BEGUN, dues=())
    assert facts(undated, date(2099, 1, 1)) == {"in_progress", "stale"}


def test_no_report_is_not_not_started() -> None:
    assert facts(replace(SILENT, dues=()), date(2023, 1, 31)) == {"unreported"}
    assert facts(replace(SILENT, dues=()), date(2023, 2, 1)) == {"unreported", "stale"}
    words = item_state(SILENT, FOLLOW_UP, date(2023, 1, 1)).facts["overdue"]
    assert words == "due by the end of 2022, and nothing is reported"


@pytest.mark.parametrize("state", ["done", "terminated"])
def test_what_is_closed_is_neither_overdue_nor_stale(state: str) -> None:
    assert facts(replace(BEGUN, state=state), date(2030, 1, 1)) == {state}


def test_a_target_reached_by_its_year_is_not_overdue() -> None:
    reached = replace(BEGUN, dues=(2022, 2025), judgements=((2022, judged("met")),))
    assert "overdue" not in facts(reached, date(2023, 2, 1))
    assert "overdue" in facts(replace(reached, judgements=()), date(2023, 2, 1))


def test_a_late_report_is_a_report() -> None:
    late = replace(BEGUN, reported=date(2023, 9, 1), dues=())
    assert facts(late, date(2023, 9, 2)) == {"in_progress"}


def test_a_report_in_time_for_a_half_year_is_not_that_of_the_next() -> None:
    """The reports of the first half are handed in in July, when the second has begun."""
    july = replace(BEGUN, reported=date(2023, 7, 20), dues=())
    deadlines = (*FOLLOW_UP.deadlines, Deadline("2023H2", date(2024, 1, 31)))
    follow_up = FOLLOW_UP._replace(deadlines=deadlines)
    assert "stale" not in item_state(july, follow_up, date(2023, 8, 1)).facts
    assert "stale" not in item_state(july, follow_up, date(2024, 1, 31)).facts
    words = item_state(july, follow_up, date(2024, 2, 1)).facts["stale"]
    assert words == "no report for 2023H2, which was due on 2024-01-31"
    august = replace(july, reported=date(2023, 8, 1))
    assert "stale" not in item_state(august, follow_up, date(2024, 2, 1)).facts


def test_from_when_a_report_counts() -> None:
    first, second = FOLLOW_UP.deadlines
    assert counts_from(first, FOLLOW_UP.deadlines) == date(2022, 7, 1)
    assert counts_from(second, FOLLOW_UP.deadlines) == date(2023, 2, 1)
    early = (Deadline("2023H1", date(2023, 6, 20)), Deadline("2023H2", date(2023, 12, 20)))
    assert counts_from(early[1], early) == date(2023, 7, 1)


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (None, ["2022H2", "2023H1"]),
        (date(2022, 6, 30), ["2022H2", "2023H1"]),
        (date(2022, 7, 1), ["2023H1"]),
        (date(2023, 1, 31), ["2023H1"]),
        (date(2023, 2, 1), []),
    ],
)
def test_deadlines_that_brought_no_report(reported: date | None, expected: list[str]) -> None:
    found = missed_deadlines(FOLLOW_UP.deadlines, FOLLOW_UP.deadlines, reported)
    assert [one.period for one in found] == expected


def test_an_indicator_is_overdue_only_where_it_is_missed() -> None:
    known = KnownItem("reported", date(2023, 7, 1), (2022,), ((2022, judged("unknown")),), True)
    assert facts(known, date(2023, 8, 1)) == {"reported", "unknown"}
    missed = replace(known, judgements=((2022, judged("missed")),))
    assert facts(missed, date(2023, 8, 1)) == {"reported", "missed", "overdue"}
    met = replace(known, judgements=((2022, judged("met")),))
    assert facts(met, date(2030, 8, 1)) == {"reported", "met", "done"}


RULES = (
    LightRule("red", ("overdue",)),
    LightRule("yellow", ("stale",), unless=("blocked",)),
    LightRule("green", ("in_progress", "ahead")),
)


def test_the_first_rule_that_fits_decides_and_gives_its_reason() -> None:
    shown = light({"stale": "no report", "overdue": "too late"}, RULES)
    assert (shown.light, shown.reason) == ("red", "too late")
    both = light({"in_progress": "in progress", "ahead": "ahead"}, RULES)
    assert (both.light, both.reason) == ("green", "in progress, ahead")


def test_exceptions_and_no_rule() -> None:
    assert light({"stale": "no report", "blocked": "blocked"}, RULES).light == "none"
    assert light({"in_progress": "in progress"}, RULES).reason == "in progress"
