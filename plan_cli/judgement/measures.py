"""How a target of each measure is judged; the formulas are explained in `docs/judgement.md`."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from plan_cli.i18n import _, listed
from plan_cli.judgement.case import Case, Judgement, Verdict
from plan_cli.judgement.figures import power, shown, with_unit
from plan_cli.judgement.path import Path, judge_path, linear
from plan_cli.judgement.periods import judge_periods, missing_years, remaining_years
from plan_cli.judgement.result import (
    Needed,
    Reading,
    goal_text,
    judgement,
    missing_text,
    places_of,
    unknown,
    years_text,
)


def annual_growth(case: Case) -> Judgement:
    """Judge the mean of the years; a year without a value before the last leaves it unknown."""
    factors = [_factor(case, one.value) for one in case.observations]
    if min(factors) < 0:
        return unknown(case, _("nothing can shrink by more than all of it; check the values"))
    missing = missing_years(case)
    years = [one.year for one in case.observations]
    mean = _mean(case, factors)
    reasons = [missing_text(missing) if missing else "", _mean_text(case, years, mean)]
    return judgement(
        case,
        _verdict(case, factors, missing),
        reasons,
        Reading(mean, years_text(years), case.goal.value),
        needed=_needed(case, factors),
        steps=[_mean_line(case, mean)],
        missing=missing,
    )


def _scale(case: Case) -> int:
    return 1000 if case.goal.unit == "‰" else 100


def _factor(case: Case, rate: Decimal) -> Decimal:
    return 1 + rate / _scale(case)


def _product(factors: list[Decimal]) -> Decimal:
    product = Decimal(1)
    for factor in sorted(factors):  # the same digits whatever the order of the years
        product *= factor
    return product


def _mean(case: Case, factors: list[Decimal]) -> Decimal:
    if len(set(factors)) == 1:
        return case.observations[0].value  # a root would leave a trace in the last digit
    return (power(_product(factors), 1 / Decimal(len(factors))) - 1) * _scale(case)


def _verdict(case: Case, factors: list[Decimal], missing: tuple[int, ...]) -> Verdict:
    if missing:
        return "unknown"
    compared = _compare(case, factors)
    if not (case.over or case.settled):
        return {1: "ahead", 0: "on_track", -1: "behind"}[compared]  # type: ignore[return-value]
    reached = compared > 0 if case.goal.strict else compared >= 0
    if reached:
        return "met"
    return "missed" if case.over else "behind"


def _compare(case: Case, factors: list[Decimal]) -> int:
    """Compare products rather than means: no root, so nothing is lost."""
    low, high = _edges(case)
    product, count = _product(factors), len(factors)
    if case.goal.sign > 0:
        return (product > power(high, Decimal(count))) - (product < power(low, Decimal(count)))
    return (product < power(low, Decimal(count))) - (product > power(high, Decimal(count)))


def _edges(case: Case) -> tuple[Decimal, Decimal]:
    """Return the factors between which growth is as planned."""
    goal = case.goal
    slack = abs(goal.value) * goal.about if goal.direction == "about" else Decimal(0)
    return _factor(case, goal.value - slack), _factor(case, goal.value + slack)


def _needed(case: Case, factors: list[Decimal]) -> Needed | None:
    """Return the rate that the years after the last value need."""
    years, goal = remaining_years(case), case.goal
    product = _product(factors)
    if not years or product <= 0:
        return None
    planned = _factor(case, goal.value)
    # Years without a value count as planned: they take their share of the target with them.
    due = power(planned, Decimal(len(factors) + len(years)))
    rate = (power(due / product, 1 / Decimal(len(years))) - 1) * _scale(case)
    return Needed(rate, _needed_text(case, years, rate))


def _needed_text(case: Case, years: tuple[int, ...], rate: Decimal) -> str:
    goal, unit = case.goal, case.goal.unit or ""
    figure = f"{shown(rate, places_of(case))}{unit}"
    before = [year for year in missing_years(case) if year < case.latest.year]
    if not before:
        return _(
            "{years}: {rate} a year are needed for {goal} on average",
            years=years_text(years),
            rate=figure,
            goal=goal_text(goal),
        )
    return _(
        "{years}: {rate} a year are needed for {goal} on average, if {missing} was as planned "
        "({planned})",
        years=years_text(years),
        rate=figure,
        goal=goal_text(goal),
        missing=listed(map(str, before)),
        planned=f"{shown(goal.value)}{unit}",
    )


def _mean_text(case: Case, years: list[int], mean: Decimal) -> str:
    figure = f"{shown(mean, places_of(case))}{case.goal.unit or ''}"
    return _("{years}: {mean} a year on average", years=years_text(years), mean=figure)


def _mean_line(case: Case, mean: Decimal) -> str:
    unit = case.goal.unit or ""
    factors = " × ".join(
        f"(1 {'−' if one.value < 0 else '+'} {shown(abs(one.value))}{unit})"
        for one in case.observations
    )
    root = f"^(1/{len(case.observations)})" if len(case.observations) > 1 else ""
    written = f"({factors})" if root else factors
    return _(
        "geometric mean: {formula} = {mean}",
        formula=f"{written}{root} − 1",
        mean=f"{shown(mean, places_of(case))}{unit}",
    )


def coverage(case: Case) -> Judgement:
    """Judge the last share: full, or not yet."""
    return judge_path(case, None, without_path=_("the notice sets no pace for it"))


def cumulative(case: Case) -> Judgement:
    """Judge the last total; at the end of the base year it was nothing."""
    steps = [_share_line(case)] if case.goal.value else []
    return judge_path(case, linear(Decimal(0), case.goal.value), steps=steps)


def _share_line(case: Case) -> str:
    value, target = case.latest.value, case.goal.value
    return _(
        "{value} of {target}: {share} of the target",
        value=with_unit(shown(value), case.goal.unit),
        target=with_unit(shown(target), case.goal.unit),
        share=with_unit(shown(value / target * 100, 1), "%"),
    )


def level_hold(case: Case) -> Judgement:
    """Judge every value; of a range or an approximate figure both ends count."""
    return judge_periods(case, case.goal.kept)


def level_reach(case: Case) -> Judgement:
    """Judge the last level; without a base value it is only reached or not."""
    if case.base is None:
        why = _("there is no base value for {year}", year=case.horizon.base)
        return judge_path(case, None, without_path=why)
    goal, start = case.goal, case.base.value
    # What was reached in the base year already is to be kept, not to be lost along the path.
    return judge_path(case, linear(goal.value if goal.reached(start) else start, goal.value))


def multiple(case: Case) -> Judgement:
    """Judge the last multiple; where the base year has a value, the values are divided by it."""
    if case.base is not None:
        if case.base.value <= 0:
            return unknown(case, _("a base value that is not above zero has no multiples"))
        case = _as_multiples(case, case.base.value)
    return judge_path(case, _steady(case), needed=_growth_needed(case))


def _as_multiples(case: Case, base: Decimal) -> Case:
    observations = tuple(replace(one, value=one.value / base) for one in case.observations)
    return replace(case, observations=observations)


def _steady(case: Case) -> Path:
    return lambda share: power(case.goal.value, share)


def _growth_needed(case: Case) -> Needed:
    goal, value = case.goal, case.latest.value
    if goal.due is None or value <= 0 or case.over:
        return Needed()
    years = goal.due - case.horizon.base - case.latest.elapsed(case.horizon.base)
    if years <= 0:
        return Needed()
    rate = (power(goal.value / value, 1 / years) - 1) * 100
    text = _("until {year}: {rate} of growth a year", year=goal.due, rate=f"{shown(rate, 1)}%")
    return Needed(rate, text)


def per_year(case: Case) -> Judgement:
    """Judge every year."""
    return judge_periods(case, case.goal.reached)


def rank(case: Case) -> Judgement:
    """Judge every evaluation."""
    return judge_periods(case, case.goal.kept)


MEASURES: Final[dict[str, Callable[[Case], Judgement]]] = {
    "level_reach": level_reach,
    "level_hold": level_hold,
    "annual_growth": annual_growth,
    "cumulative_reduction": cumulative,
    "cumulative_count": cumulative,
    "per_year": per_year,
    "rank": rank,
    "multiple": multiple,
    "coverage": coverage,
}
"""The measures that have figures; `qualitative` has none to judge."""

DAYS: Final = frozenset(MEASURES) - {"annual_growth", "per_year"}

PERIODIC: Final = frozenset({"level_hold", "annual_growth", "per_year", "rank"})
