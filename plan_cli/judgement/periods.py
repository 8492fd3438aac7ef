"""Targets judged period by period: each year, or each reported value, by itself.

A missed year cannot be made good later: its own figure means `missed` at once, a forecast of it
`behind` until the due year is over.
"""

from collections.abc import Callable
from decimal import Decimal

from plan_cli.i18n import N_, _, listed
from plan_cli.judgement.case import Case, Judgement, Observation, Verdict
from plan_cli.judgement.result import (
    completed,
    missing_text,
    sentence,
    threshold_text,
    time_text,
    years_text,
)


def judge_periods(case: Case, fulfils: Callable[[Decimal], bool]) -> Judgement:
    goal, figure = threshold_text(case.threshold), case.threshold.value
    broken = [one for one in case.observations if not fulfils(one.value)]
    missing, left = missing_years(case), remaining_years(case)
    periods = listed(time_text(one) for one in broken or case.observations)
    words = N_("{goal} was not kept in {periods}") if broken else N_("{goal} was kept in {periods}")
    reason = _(words, goal=goal, periods=periods)
    draft = Judgement(
        case.threshold.id,
        _verdict(case, broken, missing),
        sentence([reason, missing_text(missing) if missing else ""]),
        value=case.latest.value,
        period=case.latest.label,
        planned=figure,
        needed=figure if left else None,
        needed_text=_("{years}, each: {goal}", years=years_text(left), goal=goal) if left else "",
        missing=missing,
    )
    return completed(case, draft)


def missing_years(case: Case) -> tuple[int, ...]:
    """The years without a value, up to the last one with; after the due year, up to it."""
    if not case.observations:
        return ()
    last = case.threshold.due if case.over and case.threshold.due else case.latest.year
    have = {one.year for one in case.observations}
    return tuple(year for year in range(case.first, last + 1) if year not in have)


def remaining_years(case: Case) -> tuple[int, ...]:
    start = max(case.latest.year + 1, case.first)
    return tuple(range(start, (case.threshold.due or 0) + 1))


def _verdict(case: Case, broken: list[Observation], missing: tuple[int, ...]) -> Verdict:
    if any(not one.forecast for one in broken) or (broken and case.over):
        return "missed"
    if broken:
        return "behind"
    if missing:
        return "unknown"
    return "met" if case.over or case.settled else "on_track"
