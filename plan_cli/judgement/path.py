"""Targets that are reached along a path: a level, a total since the base year, a multiple.

Where the plan would have it by now is read off the path at the period of the last value, so that a
value is compared with the plan of its own time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from plan_cli.i18n import _
from plan_cli.judgement.case import Case, Judgement, Observation, Verdict
from plan_cli.judgement.figures import distance, shown, shown_apart, with_unit
from plan_cli.judgement.result import (
    Needed,
    Reading,
    goal_text,
    judgement,
    missing_text,
    places_of,
    time_text,
)

Path = Callable[[Decimal], Decimal]
"""Gives the planned value of a share of the time between the base year and the due year."""


@dataclass(frozen=True, slots=True)
class _Standing:
    verdict: Verdict
    reason: str


def linear(start: Decimal, end: Decimal) -> Path:
    """Return the path that goes up or down by the same amount every year."""
    return lambda share: start + (end - start) * share


def judge_path(
    case: Case,
    path: Path | None,
    *,
    without_path: str = "",
    needed: Needed | None = None,
    steps: Iterable[str] = (),
) -> Judgement:
    """Judge the last value against a path.

    Args:
        case: the case, with at least one value.
        path: None where there is nothing to start it from.
        without_path: why there is none.
        needed: what remains to be reached; without it, the level and the step a year.
        steps: further lines of the working.
    """
    share = _share(case)
    planned = None if path is None or share is None else path(share)
    if case.settled:
        planned = case.goal.value  # where every path ends
    standing = _standing(case, planned, without_path)
    lines = list(steps)
    if planned is not None and share is not None and path is not None:
        lines.append(_path_line(case, planned, share))
    if case.over and planned is not None and not case.settled:
        planned = None  # the path has ended, and the value is of a time before its end
    remaining = needed or _step(case)
    proof = _proof(case) if standing.verdict == "early" else None
    return judgement(
        case,
        standing.verdict,
        [standing.reason],
        Reading(case.latest.value, case.latest.label, planned),
        needed=None if case.settled or case.goal.reached(case.latest.value) else remaining,
        steps=lines,
        used=dict.fromkeys([case.latest, *([proof] if proof else [])]),
        missing=_missing(case) if standing.verdict == "unknown" else (),
    )


def _share(case: Case) -> Decimal | None:
    """Return the share of the time that has gone by at the last value."""
    if case.goal.due is None or case.goal.due <= case.horizon.base:
        return None
    return case.latest.elapsed(case.horizon.base) / (case.goal.due - case.horizon.base)


def _standing(case: Case, planned: Decimal | None, without_path: str) -> _Standing:
    goal, asked = case.goal, goal_text(case.goal)
    if goal.due is None:
        return _without_due(case, asked)
    if case.settled:
        return _settled(case, asked)
    proof = _proof(case)
    if proof is not None:
        return _proven(proof, asked, goal.due)
    if case.over:
        return _Standing("unknown", after_text(case))
    return _underway(case, planned, asked, without_path)


def _underway(case: Case, planned: Decimal | None, asked: str, without_path: str) -> _Standing:
    """Judge what is neither due nor reached for certain."""
    reached = case.goal.reached(case.latest.value)
    if planned is None:
        if not reached:
            return _Standing("unknown", _("not reached yet, and {why}", why=without_path))
        return _Standing("on_track", _("{goal} would be reached", goal=asked))
    return _paced(case, planned, reached=reached)


def _paced(case: Case, planned: Decimal, *, reached: bool) -> _Standing:
    last = case.latest
    compared = case.goal.compare(last.value, planned)
    if last.whole_year and last.year == case.goal.due and not reached:
        compared = -1  # the year's own figure: being where the path ends is not enough if strict
    words = _("compared with the plan for {period}", period=time_text(last))
    return _Standing(_PACE[compared], words)


_PACE: dict[int, Verdict] = {1: "ahead", 0: "on_track", -1: "behind"}


def _without_due(case: Case, asked: str) -> _Standing:
    last = case.latest
    if not case.goal.reached(last.value):
        return _Standing("unknown", _("not reached yet, and no year is stated"))
    words = _("{goal} is reached; no year is stated", goal=asked)
    return _Standing("on_track" if last.forecast else "met", words)


def _settled(case: Case, asked: str) -> _Standing:
    """Judge the value of the due year itself."""
    due = case.goal.due
    if not case.goal.reached(case.latest.value):
        if not case.over:
            return _Standing("behind", _("{goal} is not reached", goal=asked))
        return _Standing(
            "missed", _("{goal} was not reached by the end of {year}", goal=asked, year=due)
        )
    proof = _proof(case)
    if proof is not None and due is not None and proof.year < due:
        return _proven(proof, asked, due)
    words = _("{goal} was reached by the end of {year}")
    return _Standing("met", words.format(goal=asked, year=due))


def _proof(case: Case) -> Observation | None:
    """Return what shows that the target is reached and still is: no forecast, the earlier year."""
    if not case.goal.reached(case.latest.value):
        return None
    sure = [one for one in case.observations if not one.forecast]
    earlier = [one for one in sure if one.year != case.goal.due]
    for last in (earlier[-1:], sure[-1:]):
        if last and case.goal.reached(last[0].value):
            return last[0]
    return None


def _proven(proof: Observation, asked: str, due: int) -> _Standing:
    if proof.year < due:
        words = _("{goal} was reached by {period}, before the due year {year}")
        return _Standing("early", words.format(goal=asked, period=time_text(proof), year=due))
    words = _("{goal} was reached by {period}")
    return _Standing("met", words.format(goal=asked, period=time_text(proof)))


def after_text(case: Case) -> str:
    """Say why nothing can be said after the due year."""
    if case.after is not None and case.goal.reached(case.after.value):
        return _(
            "reached on {day}; whether by the end of {year} is not reported",
            day=time_text(case.after),
            year=case.goal.due,
        )
    return missing_text([case.goal.due or case.latest.year])


def _missing(case: Case) -> tuple[int, ...]:
    return (case.goal.due,) if case.over and case.goal.due else ()


def _path_line(case: Case, planned: Decimal, share: Decimal) -> str:
    places = places_of(case)
    return _(
        "planned by {period}: {figure} ({share} of the time)",
        period=time_text(case.latest),
        figure=with_unit(shown(planned, places), case.goal.unit),
        share=with_unit(shown(share * 100, 1), "%"),
    )


def _step(case: Case) -> Needed:
    """Return what is left, and how much of it a year."""
    goal, places = case.goal, places_of(case)
    if goal.due is None:
        return Needed(goal.value, _("to be reached: {goal}", goal=goal_text(goal)))
    words = _("by the end of {year}: {goal}", year=goal.due, goal=goal_text(goal))
    years = goal.due - case.horizon.base - case.latest.elapsed(case.horizon.base)
    left = goal.value - case.latest.value
    if case.over or years <= 0 or not left:
        return Needed(goal.value, words)
    step = distance(shown_apart(left / years, places), goal.unit)
    return Needed(goal.value, _("{goal}; that is {step} a year", goal=words, step=step))
