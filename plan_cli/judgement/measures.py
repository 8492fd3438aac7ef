"""How a target of each measure is judged; the formulas are explained in `docs/judgement.md`."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from math import prod
from typing import Final

from plan_cli.i18n import N_, _, listed
from plan_cli.judgement.case import PACE, Case, Judgement, Verdict
from plan_cli.judgement.figures import power, shown, with_unit
from plan_cli.judgement.path import judge_path, linear
from plan_cli.judgement.periods import judge_periods, missing_years, remaining_years
from plan_cli.judgement.result import (
    Needed,
    completed,
    figure_text,
    missing_text,
    sentence,
    threshold_text,
    unknown,
    years_text,
)


def _annual_growth(case: Case) -> Judgement:
    """Judge the mean of the years; a year without a value before the last leaves it unknown."""
    factors = [_factor(case, one.value) for one in case.observations]
    if min(factors) < 0:
        return unknown(case, _("a decrease cannot exceed 100%; check the values"))
    missing = missing_years(case)
    years = years_text([one.year for one in case.observations])
    mean = _mean(case, factors)
    text = _("{years}: {mean} a year on average", years=years, mean=figure_text(case, mean))
    needed, needed_text = _rate_needed(case, factors)
    draft = Judgement(
        case.threshold.id,
        _verdict(case, factors, missing),
        sentence([missing_text(missing) if missing else "", text]),
        value=mean,
        period=years,
        planned=case.threshold.value,
        needed=needed,
        needed_text=needed_text,
        missing=missing,
    )
    return completed(case, draft, steps=[_mean_line(case, mean)])


def _scale(case: Case) -> int:
    return 1000 if case.threshold.unit == "‰" else 100


def _factor(case: Case, rate: Decimal) -> Decimal:
    return 1 + rate / _scale(case)


def _product(factors: list[Decimal]) -> Decimal:
    return prod(sorted(factors), start=Decimal(1))  # the same digits in any order of the years


def _mean(case: Case, factors: list[Decimal]) -> Decimal:
    if len(set(factors)) == 1:
        return case.observations[0].value  # a root would leave a trace in the last digit
    return (power(_product(factors), 1 / Decimal(len(factors))) - 1) * _scale(case)


def _verdict(case: Case, factors: list[Decimal], missing: tuple[int, ...]) -> Verdict:
    if missing:
        return "unknown"
    compared = _compare(case, factors)
    if not (case.over or case.settled):
        return PACE[compared]
    if compared > 0 or (compared == 0 and not case.threshold.strict):
        return "met"
    return "missed" if case.over else "behind"


def _compare(case: Case, factors: list[Decimal]) -> int:
    """Compare products rather than means: no root, so nothing is lost."""
    threshold, product, count = case.threshold, _product(factors), Decimal(len(factors))
    slack = threshold.slack(threshold.value)
    low = power(_factor(case, threshold.value - slack), count)
    high = power(_factor(case, threshold.value + slack), count)
    return threshold.sign * ((product > high) - (product < low))


def _rate_needed(case: Case, factors: list[Decimal]) -> Needed:
    years, product = remaining_years(case), _product(factors)
    if not years or product <= 0:
        return None, ""
    planned = _factor(case, case.threshold.value)
    # Years without a value count as planned: they take their share of the target with them.
    due = power(planned, Decimal(len(factors) + len(years)))
    rate = (power(due / product, 1 / Decimal(len(years))) - 1) * _scale(case)
    return rate, _rate_text(case, years, rate)


def _rate_text(case: Case, years: tuple[int, ...], rate: Decimal) -> str:
    figure, asked = figure_text(case, rate), threshold_text(case.threshold)
    before = [year for year in missing_years(case) if year < case.latest.year]
    words = N_("{years}: {rate} a year are needed for {goal} on average")
    if before:
        words = N_(
            "{years}: {rate} a year are needed for {goal} on average, if {missing} was as planned "
            "({planned})"
        )
    planned = with_unit(shown(case.threshold.value), case.threshold.unit)
    facts = {"missing": listed(map(str, before)), "planned": planned}
    return _(words, years=years_text(years), rate=figure, goal=asked, **facts)


def _mean_line(case: Case, mean: Decimal) -> str:
    unit = case.threshold.unit or ""
    factors = " × ".join(
        f"(1 {'−' if one.value < 0 else '+'} {shown(abs(one.value))}{unit})"
        for one in case.observations
    )
    if len(case.observations) > 1:
        factors = f"({factors})^(1/{len(case.observations)})"
    return _(
        "geometric mean: {formula} = {mean}", formula=factors + " − 1", mean=figure_text(case, mean)
    )


def _cumulative(case: Case) -> Judgement:
    """Judge the last total; at the end of the base year it was zero."""
    value, target, unit = case.latest.value, case.threshold.value, case.threshold.unit
    steps = []
    if target:
        text = _(
            "{value} of {target}: {share} of the target",
            value=with_unit(shown(value), unit),
            target=with_unit(shown(target), unit),
            share=f"{shown(value / target * 100, 1)}%",
        )
        steps.append(text)
    return judge_path(case, linear(Decimal(0), target), steps=steps)


def _level_reach(case: Case) -> Judgement:
    if case.base is None:
        why = _("there is no base value for {year}", year=case.horizon.base)
        return judge_path(case, None, without_path=why)
    start, end = case.base.value, case.threshold.value
    # What was reached in the base year already is to be kept, not to be lost along the path.
    return judge_path(case, linear(end if case.threshold.reached(start) else start, end))


def _multiple(case: Case) -> Judgement:
    if case.base is not None:
        if case.base.value <= 0:
            return unknown(case, _("multiples need a base value above zero"))
        base = case.base.value
        values = tuple(replace(one, value=one.value / base) for one in case.observations)
        case = replace(case, observations=values)
    target = case.threshold.value
    return judge_path(case, lambda share: power(target, share), needed=_growth_needed(case))


def _growth_needed(case: Case) -> Needed:
    threshold, value = case.threshold, case.latest.value
    if threshold.due is None or value <= 0 or case.over:
        return None, ""
    years = threshold.due - case.horizon.base - case.latest.elapsed(case.horizon.base)
    if years <= 0:
        return None, ""
    rate = (power(threshold.value / value, 1 / years) - 1) * 100
    text = _("until {year}: {rate} of growth a year", year=threshold.due, rate=f"{shown(rate, 1)}%")
    return rate, text


MEASURES: Final[dict[str, Callable[[Case], Judgement]]] = {
    "level_reach": _level_reach,
    "level_hold": lambda case: judge_periods(case, case.threshold.kept),
    "annual_growth": _annual_growth,
    "cumulative_reduction": _cumulative,
    "cumulative_count": _cumulative,
    "per_year": lambda case: judge_periods(case, case.threshold.reached),
    "rank": lambda case: judge_periods(case, case.threshold.kept),
    "multiple": _multiple,
    "coverage": lambda case: judge_path(
        case, None, without_path=_("the notice sets no pace for it")
    ),
}
"""The measures that have figures; `qualitative` has none to judge."""

DAYS: Final = frozenset(MEASURES) - {"annual_growth", "per_year"}

PERIODIC: Final = frozenset({"level_hold", "annual_growth", "per_year", "rank"})
