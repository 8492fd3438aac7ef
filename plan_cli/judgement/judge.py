"""Judges a target by the values reported for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Final

from plan_cli.dataset.plan import Horizon
from plan_cli.i18n import N_, _
from plan_cli.judgement.case import Case, Judgement, Observation, Threshold, chosen, threshold_of
from plan_cli.judgement.figures import EXACT, shown, with_unit
from plan_cli.judgement.measures import DAYS, MEASURES, PERIODIC
from plan_cli.judgement.path import after_text
from plan_cli.judgement.result import observation_line, unknown

if TYPE_CHECKING:
    from plan_cli.dataset.rows import TargetRow


ABOUT: Final = Decimal(5)
"""How far, in percent of it, a value may be from an `about` figure, if the plan does not say."""


def judge(
    target: "TargetRow",
    observations: Iterable[Observation],
    horizon: Horizon,
    as_of: date,
    about: Decimal = ABOUT,
) -> Judgement:
    """Judge by the reports up to `as_of`, in any order; `about` (左右) is in percent."""
    seen = [one for one in observations if one.day <= as_of]
    return judge_seen(target, seen, horizon, as_of, about)


def judge_seen(
    target: "TargetRow",
    seen: Sequence[Observation],
    horizon: Horizon,
    as_of: date,
    about: Decimal = ABOUT,
) -> Judgement:
    """Judge by all values given, whatever their dates."""
    measure = target["measure"] or ""
    with localcontext(EXACT):
        threshold = _threshold(target, about / 100)
        if threshold is None or measure not in MEASURES:
            return _without_figure(target, seen)
        first = horizon.start
        if measure in PERIODIC and (threshold.due or 0) > horizon.end:
            first = horizon.end + 1  # what a later goal keeps is kept after the plan
        case = _sorted(Case(threshold, horizon, as_of, first), seen, days=measure in DAYS)
        if not case.observations:
            return unknown(case, _no_value(case))
        return MEASURES[measure](case)


def _threshold(target: "TargetRow", about: Decimal) -> Threshold | None:
    if target["measure"] == "coverage" and (target["value"] is None or target["direction"] is None):
        return Threshold(target["id"], Decimal(100), "at_least", unit="%", due=target["due"])
    return threshold_of(target, about)


def _sorted(bare: Case, seen: Iterable[Observation], *, days: bool) -> Case:
    due = bare.threshold.due
    deciding: list[Observation] = []
    aside: list[Observation] = []
    base = after = None
    for one in chosen(seen):
        if one.part_of_year or (one.period is None and not days):
            aside.append(one)
        elif one.whole_year and one.year == bare.horizon.base:
            base = one
        elif one.year < bare.first:
            aside.append(one)
        elif due is not None and one.year > due:
            after = one if one.period is None else after
            aside.append(one)
        else:
            deciding.append(one)
    return replace(bare, observations=tuple(deciding), base=base, after=after, aside=tuple(aside))


def _no_value(case: Case) -> str:
    if any(one.part_of_year for one in case.aside):
        return _("there is no value for a whole year yet")
    if case.after is not None:
        return after_text(case)
    if any(one.period is None for one in case.aside):
        return _("there is no value with a known year")
    if case.base is not None:
        return _("there is only the base value")
    return _("there is no value yet")


def _without_figure(target: "TargetRow", seen: Sequence[Observation]) -> Judgement:
    values, unit = chosen(seen), target["unit"]
    last = values[-1] if values else None
    reason = N_("there is no figure to compare with; read the reports")
    if target["value_unstated"]:
        reason = N_("the notice names it and gives no figure")
    return Judgement(
        target["id"],
        "unknown",
        _(reason),
        value=last.value if last else None,
        value_text=with_unit(shown(last.value), unit) if last else "",
        period=last.label if last else None,
        unit=unit,
        working=tuple(observation_line(one, unit) for one in values),
        reports=tuple(one.report for one in seen),
    )
