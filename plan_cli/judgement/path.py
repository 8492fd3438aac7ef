"""Targets that are reached along a path: a level, a total since the base year, a multiple.

The planned value is read off the path at the period of the last value, so that a value is
compared with the plan of its own time.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from plan_cli.i18n import N_, _
from plan_cli.judgement.case import PACE, Case, Judgement, Observation, Verdict
from plan_cli.judgement.figures import distance, shown, shown_apart, with_unit
from plan_cli.judgement.result import (
    Needed,
    completed,
    figure_text,
    missing_text,
    places_of,
    threshold_text,
    time_text,
)

Path = Callable[[Decimal], Decimal]
"""Gives the planned value of a share of the time between the base year and the due year."""
_Found = tuple[Verdict, str]  # a verdict and its reason


def linear(start: Decimal, end: Decimal) -> Path:
    return lambda share: start + (end - start) * share


def judge_path(
    case: Case,
    path: Path | None,
    *,
    without_path: str = "",
    needed: Needed | None = None,
    steps: Iterable[str] = (),
) -> Judgement:
    """Judge the last value against a path; None where nothing starts it: see `without_path`.

    `needed` is what remains to be reached; without it, the level and the step a year.
    """
    due, last, share = case.threshold.due, case.latest, _share(case)
    planned = None if path is None or share is None else path(share)
    if case.settled:
        planned = case.threshold.value  # where every path ends
    verdict, reason = _verdict(case, planned, without_path)
    lines = list(steps)
    if planned is not None and share is not None and path is not None:
        lines.append(_path_line(case, planned, share))
    if case.over and not case.settled:
        planned = None  # the path has ended, and the value is of a time before its end
    if case.settled or case.threshold.reached(last.value):
        needed = None, ""
    figure, text = needed or _step(case)
    draft = Judgement(
        case.threshold.id,
        verdict,
        reason,
        value=last.value,
        period=last.label,
        planned=planned,
        needed=figure,
        needed_text=text,
        missing=(due,) if verdict == "unknown" and case.over and due else (),
    )
    proof = _proof(case) if verdict == "early" else None
    return completed(case, draft, steps=lines, used=dict.fromkeys([last, proof or last]))


def _share(case: Case) -> Decimal | None:
    due, base = case.threshold.due, case.horizon.base
    return None if due is None or due <= base else case.latest.elapsed(base) / (due - base)


def _verdict(case: Case, planned: Decimal | None, without_path: str) -> _Found:
    threshold, asked = case.threshold, threshold_text(case.threshold)
    if threshold.due is None:
        if not threshold.reached(case.latest.value):
            return "unknown", _("not reached yet, and no year is stated")
        verdict: Verdict = "on_track" if case.latest.forecast else "met"
        return verdict, _("{goal} is reached; no year is stated", goal=asked)
    if case.settled:
        return _settled(case, asked)
    proof = _proof(case)
    if proof is not None:
        return _proven(proof, asked, threshold.due)
    if case.over:
        return "unknown", after_text(case)
    return _underway(case, planned, asked, without_path)


def _underway(case: Case, planned: Decimal | None, asked: str, without_path: str) -> _Found:
    last, reached = case.latest, case.threshold.reached(case.latest.value)
    if planned is None:
        if not reached:
            return "unknown", _("not reached yet, and {why}", why=without_path)
        return "on_track", _("{goal} would be reached", goal=asked)
    compared = case.threshold.compare(last.value, planned)
    if last.whole_year and last.year == case.threshold.due and not reached:
        compared = -1  # the year's own figure: being where the path ends is not enough if strict
    return PACE[compared], _("compared with the plan for {period}", period=time_text(last))


def _settled(case: Case, asked: str) -> _Found:
    due = case.threshold.due
    if not case.threshold.reached(case.latest.value):
        if case.over:
            return "missed", _("{goal} was not reached by the end of {year}", goal=asked, year=due)
        return "behind", _("{goal} is not reached", goal=asked)
    proof = _proof(case)
    if proof is not None and due is not None and proof.year < due:
        return _proven(proof, asked, due)
    return "met", _("{goal} was reached by the end of {year}", goal=asked, year=due)


def _proof(case: Case) -> Observation | None:
    """The value that shows the target is reached and still is: no forecast, the earlier year."""
    if not case.threshold.reached(case.latest.value):
        return None
    sure = [one for one in case.observations if not one.forecast]
    earlier = [one for one in sure if one.year != case.threshold.due]
    last = [*earlier[-1:], *sure[-1:]]
    return next((one for one in last if case.threshold.reached(one.value)), None)


def _proven(proof: Observation, asked: str, due: int) -> _Found:
    period = time_text(proof)
    if proof.year < due:
        words = N_("{goal} was reached by {period}, before the due year {year}")
        return "early", _(words, goal=asked, period=period, year=due)
    return "met", _("{goal} was reached by {period}", goal=asked, period=period)


def after_text(case: Case) -> str:
    if case.after is not None and case.threshold.reached(case.after.value):
        words = N_("reached on {day}; whether by the end of {year} is not reported")
        return _(words, day=time_text(case.after), year=case.threshold.due)
    return missing_text([case.threshold.due or case.latest.year])


def _path_line(case: Case, planned: Decimal, share: Decimal) -> str:
    return _(
        "planned by {period}: {figure} ({share} of the time)",
        period=time_text(case.latest),
        figure=figure_text(case, planned),
        share=with_unit(shown(share * 100, 1), "%"),
    )


def _step(case: Case) -> Needed:
    threshold, goal = case.threshold, threshold_text(case.threshold)
    if threshold.due is None:
        return threshold.value, _("to be reached: {goal}", goal=goal)
    words = _("by the end of {year}: {goal}", year=threshold.due, goal=goal)
    years = threshold.due - case.horizon.base - case.latest.elapsed(case.horizon.base)
    left = threshold.value - case.latest.value
    if case.over or years <= 0 or not left:
        return threshold.value, words
    step = distance(shown_apart(left / years, places_of(case)), threshold.unit)
    return threshold.value, _("{goal}; that is {step} a year", goal=words, step=step)
