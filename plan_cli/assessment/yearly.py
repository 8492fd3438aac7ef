"""A figure that a department has set itself for a year, against the value of that year."""

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Final, Literal

from plan_cli.assessment.basis import compared_basis
from plan_cli.assessment.line import Basis
from plan_cli.assessment.values import Values
from plan_cli.assessment.words import by_hand, needs_firm, needs_value, when
from plan_cli.dataset.reports import value_unit
from plan_cli.dataset.rows import Figure, TargetRow
from plan_cli.i18n import _
from plan_cli.judgement import Observation
from plan_cli.judgement.figures import (
    EXACT,
    decimals,
    distance,
    exact,
    shown,
    shown_apart,
    with_unit,
)
from plan_cli.judgement.goal import Goal
from plan_cli.judgement.measures import DAYS
from plan_cli.judgement.observations import chosen
from plan_cli.judgement.words import goal_text

_KEPT: Final = frozenset({"level_hold", "rank"})

Outcome = Literal["fulfilled", "missed", "unknown"]


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a figure for a year: why, what would decide it, and what it rests on."""

    outcome: Outcome
    reason: str
    goal: Goal
    basis: Basis
    decides: str = ""


def compare(target: TargetRow, figure: Figure, values: Values) -> Compared:
    """Compare the value of the year with the figure that was set for it.

    Only a value of the year itself counts: of the whole year, or, where a task's reports have no
    period, the last one that tells of the year. A forecast decides nothing. What is reached counts
    as soon as it is; that something was not reached is known only from a value of the year's end.
    """
    with localcontext(EXACT):
        goal = _goal(target, figure, values)
        own = _of_the_year(target, values)
        bare = Compared("unknown", "", goal, compared_basis(goal, None, (), values))
        if target["direction"] is None and target["measure"] != "coverage":
            reason = _("the notice does not say on which side of a figure it is good")
            return replace(bare, reason=reason, decides=by_hand())
        if not own:
            return replace(bare, reason=_no_value(values), decides=needs_value(values))
        return _judged(target, goal, own[-1], values)


def _goal(target: TargetRow, figure: Figure, values: Values) -> Goal:
    return Goal(
        id=target["id"],
        value=exact(figure),
        direction=target["direction"] or "at_least",
        unit=value_unit(target["unit"], target["measure"]),
        due=values.year.year,
        about=values.year.about / 100,
    )


def _of_the_year(target: TargetRow, values: Values) -> list[Observation]:
    """Return the values that tell of the year as a whole, the one that goes before all last."""
    days = target["measure"] in DAYS
    return [
        one
        for one in chosen(values.seen)
        if values.year_of(one) == values.year.year
        and (one.whole_year or (days and one.period is None))
    ]


def _judged(target: TargetRow, goal: Goal, last: Observation, values: Values) -> Compared:
    base = base_of(target, values)
    value = replace(last, value=last.value / base.value) if base else last
    keeping = target["measure"] in _KEPT
    good = goal.kept(value.value) if keeping else goal.reached(value.value)
    used = [one for one in (base, last) if one]
    words = _against(goal, value, values, good=good)
    result = Compared("unknown", words, goal, compared_basis(goal, value, used, values))
    if last.forecast:
        reason = _("{what}; but that is a forecast (预计)").format(what=words)
        return replace(result, reason=reason, decides=needs_firm(values))
    at_end = last.whole_year or last.day >= values.year.last_day
    if at_end or (good and not keeping):
        return replace(result, outcome="fulfilled" if good else "missed")
    reason = _("{what}; how it was at the end of the year is not reported").format(what=words)
    return replace(result, reason=reason, decides=needs_value(values))


def base_of(target: TargetRow, values: Values) -> Observation | None:
    """Return the base year's value, where values are multiples of it."""
    if target["measure"] != "multiple":
        return None
    base = values.year.horizon.base
    found = [one for one in chosen(values.seen) if one.whole_year and one.year == base]
    return found[0] if found and found[0].value > 0 else None


def _against(goal: Goal, value: Observation, values: Values, *, good: bool) -> str:
    """Return a value beside what was set for the year, in words."""
    places = decimals([goal.value, value.value])
    return _("{period}: {value}; set for {year}: {goal}; {gap}").format(
        value=with_unit(shown(value.value, places), goal.unit),
        period=when(value, values),
        goal=goal_text(goal),
        year=goal.due,
        gap=_gap(goal, goal.better_by(value.value, goal.value), places, good=good),
    )


def _gap(goal: Goal, gap: Decimal, places: int, *, good: bool) -> str:
    """Return how far a value is from the goal for the year, in words."""
    if not gap:
        if good:
            return _("exactly the year's goal")
        return _("exactly the figure, which is not enough")
    size = distance(shown_apart(abs(gap), places), goal.unit)
    if goal.sign > 0:
        words = _("{gap} above the year's goal") if gap > 0 else _("{gap} below the year's goal")
    elif gap > 0:
        words = _("{gap} better than the year's goal")
    else:
        words = _("{gap} worse than the year's goal")
    return words.format(gap=size)


def _no_value(values: Values) -> str:
    year = values.year.year
    parts = [one for one in values.seen if one.part_of_year and one.year == year]
    if parts:
        return _("only parts of {year} have values").format(year=year)
    return _("there is no value for {years}").format(years=year)
