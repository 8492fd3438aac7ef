"""Average yearly growth (年均增长): the geometric mean of the years reported."""

from decimal import Decimal

from plan_cli.i18n import _, listed
from plan_cli.judgement.build import Needed, Reading, judgement, unknown
from plan_cli.judgement.figures import power, shown
from plan_cli.judgement.periods import missing_years, remaining_years
from plan_cli.judgement.result import Case, Judgement, Verdict
from plan_cli.judgement.words import goal_text, missing_text, places_of, years_text


def judge(case: Case) -> Judgement:
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
        return _("{years}: {rate} a year are needed for {goal} on average").format(
            years=years_text(years), rate=figure, goal=goal_text(goal)
        )
    return _(
        "{years}: {rate} a year are needed for {goal} on average, if {missing} was as planned "
        "({planned})"
    ).format(
        years=years_text(years),
        rate=figure,
        goal=goal_text(goal),
        missing=listed(map(str, before)),
        planned=f"{shown(goal.value)}{unit}",
    )


def _mean_text(case: Case, years: list[int], mean: Decimal) -> str:
    figure = f"{shown(mean, places_of(case))}{case.goal.unit or ''}"
    return _("{years}: {mean} a year on average").format(years=years_text(years), mean=figure)


def _mean_line(case: Case, mean: Decimal) -> str:
    unit = case.goal.unit or ""
    factors = " × ".join(
        f"(1 {'−' if one.value < 0 else '+'} {shown(abs(one.value))}{unit})"
        for one in case.observations
    )
    root = f"^(1/{len(case.observations)})" if len(case.observations) > 1 else ""
    written = f"({factors})" if root else factors
    return _("geometric mean: {formula} = {mean}").format(
        formula=f"{written}{root} − 1", mean=f"{shown(mean, places_of(case))}{unit}"
    )
