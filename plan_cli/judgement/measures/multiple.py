"""A multiple of the base year (翻一番): steady growth from the base year to the due year."""

from dataclasses import replace
from decimal import Decimal

from plan_cli.i18n import _
from plan_cli.judgement.build import Needed, unknown
from plan_cli.judgement.figures import power, shown
from plan_cli.judgement.path import Path, judge_path
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge the last multiple; where the base year has a value, the values are divided by it."""
    if case.base is not None:
        if case.base.value <= 0:
            return unknown(case, _("a base value that is not above zero has no multiples"))
        case = _as_multiples(case, case.base.value)
    return judge_path(case, _steady(case), needed=_needed(case))


def _as_multiples(case: Case, base: Decimal) -> Case:
    observations = tuple(replace(one, value=one.value / base) for one in case.observations)
    return replace(case, observations=observations)


def _steady(case: Case) -> Path:
    return lambda share: power(case.goal.value, share)


def _needed(case: Case) -> Needed:
    goal, value = case.goal, case.latest.value
    if goal.due is None or value <= 0 or case.over:
        return Needed()
    years = goal.due - case.horizon.base - case.latest.elapsed(case.horizon.base)
    if years <= 0:
        return Needed()
    rate = (power(goal.value / value, 1 / years) - 1) * 100
    text = _("until {year}: {rate} of growth a year").format(
        year=goal.due, rate=f"{shown(rate, 1)}%"
    )
    return Needed(rate, text)
