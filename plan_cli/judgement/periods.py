"""Targets judged period by period: each year, or each reported value, by itself.

A missed year cannot be made good later: its own figure means `missed` at once, a forecast of it
`behind` until the due year is over.
"""

from collections.abc import Callable
from decimal import Decimal

from plan_cli.i18n import _, listed
from plan_cli.judgement.case import Case, Judgement, Observation, Verdict
from plan_cli.judgement.result import (
    Needed,
    Reading,
    judgement,
    missing_text,
    threshold_text,
    time_text,
    years_text,
)


def judge_periods(case: Case, fulfils: Callable[[Decimal], bool]) -> Judgement:
    broken = [one for one in case.observations if not fulfils(one.value)]
    missing = missing_years(case)
    verdict = _verdict(case, broken, missing)
    return judgement(
        case,
        verdict,
        [_reason(case, broken), missing_text(missing) if missing else ""],
        Reading(case.latest.value, case.latest.label, case.threshold.value),
        needed=_needed(case),
        missing=missing,
    )


def missing_years(case: Case) -> tuple[int, ...]:
    """The years without a value, up to the last one with; after the due year, up to it."""
    if not case.observations:
        return ()
    last = case.threshold.due if case.over and case.threshold.due else case.latest.year
    have = {one.year for one in case.observations}
    return tuple(year for year in range(case.first, last + 1) if year not in have)


def remaining_years(case: Case) -> tuple[int, ...]:
    """The years after the last value, up to the due year."""
    if case.threshold.due is None:
        return ()
    return tuple(range(max(case.latest.year + 1, case.first), case.threshold.due + 1))


def _verdict(case: Case, broken: list[Observation], missing: tuple[int, ...]) -> Verdict:
    if any(not one.forecast for one in broken) or (broken and case.over):
        return "missed"
    if broken:
        return "behind"
    if missing:
        return "unknown"
    return "met" if case.over or case.settled else "on_track"


def _reason(case: Case, broken: list[Observation]) -> str:
    asked = threshold_text(case.threshold)
    if broken:
        labels = listed(time_text(one) for one in broken)
        return _("{goal} was not kept in {periods}", goal=asked, periods=labels)
    labels = listed(time_text(one) for one in case.observations)
    return _("{goal} was kept in {periods}", goal=asked, periods=labels)


def _needed(case: Case) -> Needed | None:
    years = remaining_years(case)
    if not years:
        return None
    text = _("{years}, each: {goal}", years=years_text(years), goal=threshold_text(case.threshold))
    return Needed(case.threshold.value, text)
