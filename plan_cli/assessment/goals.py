"""年度目标任务: what departments had set themselves for the year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from typing import Final, Literal

from plan_cli.assessment.lines import Basis, Line
from plan_cli.assessment.tasks import done_day
from plan_cli.assessment.values import (
    Values,
    asked_by,
    by_hand,
    compared_basis,
    evidence_of,
    last_progress,
    needs_firm,
    needs_value,
    pace_of,
    spoken,
    unseen_reports,
    values_of,
    when,
    with_pace,
)
from plan_cli.assessment.year import AssessedYear, Carrier
from plan_cli.dataset.rows import (
    Figure,
    GoalRow,
    IndicatorRow,
    ReportRow,
    TargetRow,
    TaskRow,
    select_goals,
    value_unit,
)
from plan_cli.i18n import _
from plan_cli.judgement.case import Goal, Observation, chosen
from plan_cli.judgement.figures import (
    EXACT,
    decimals,
    distance,
    exact,
    shown,
    shown_apart,
    with_unit,
)
from plan_cli.judgement.measures import DAYS
from plan_cli.judgement.result import goal_text
from plan_cli.words import day_label

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
        unit=value_unit(target),
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
        reason = _("{what}; but that is a forecast (预计)", what=words)
        return replace(result, reason=reason, decides=needs_firm(values))
    at_end = last.whole_year or last.day >= values.year.last_day
    if at_end or (good and not keeping):
        return replace(result, outcome="fulfilled" if good else "missed")
    reason = _("{what}; how it was at the end of the year is not reported", what=words)
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
    return _(
        "{period}: {value}; set for {year}: {goal}; {gap}",
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
        return _("only parts of {year} have values", year=year)
    return _("there is no value for {years}", years=year)


def goal_lines(year: AssessedYear) -> Iterator[Line]:
    """Yield a line for every goal that a department had set itself for the year."""
    indicators = {row["id"]: row for row in year.dataset.indicator_rows}
    tasks = {row["id"]: row for row in year.dataset.task_rows}
    for goal in select_goals(year.dataset.goal_rows, year=year.year):
        for carrier in year.carriers(goal["by"], goal["item"]):
            if _has_its_own(year, goal, carrier):
                continue
            indicator, task = indicators.get(goal["item"]), tasks.get(goal["item"])
            if indicator is not None:
                yield _line(year, goal, indicator, year.reports_on(goal["item"]), carrier)
            elif task is not None:  # that either exists is for `plan validate` to tell
                yield _line(year, goal, task, _reports(year, task, carrier), carrier)


def _has_its_own(year: AssessedYear, goal: GoalRow, carrier: Carrier) -> bool:
    """Say whether a department has set itself another goal in place of one that it took over."""
    return carrier.department != goal["by"] and any(
        one["by"] == carrier.department and one["target"] == goal["target"]
        for one in year.goals_of(carrier, goal["item"])
    )


def _line(
    year: AssessedYear,
    goal: GoalRow,
    row: IndicatorRow | TaskRow,
    reports: Sequence[ReportRow],
    carrier: Carrier,
) -> Line:
    target = next((one for one in row["targets"] if one["id"] == goal["target"]), None)
    line = Line(
        part="goals",
        department=carrier.department,
        named=carrier.named,
        item=row["id"],
        targets=(target["id"],) if target else (),
        words=goal["goal"],
        asked="",
        result="unknown",
        reason="",
    )
    if target is not None and goal["value"] is not None:
        return _with_figure(year, line, target, goal, reports)
    line = _in_words(year, line, reports)
    if target is None or target["value"] is None:
        return line
    return with_pace(line, pace_of(target, values_of(year, target, reports)))


def _reports(year: AssessedYear, row: TaskRow, carrier: Carrier) -> list[ReportRow]:
    """Return the reports that tell of a goal on a task: the lead's if it leads, else its own."""
    if carrier.department in {one.department for one in year.carriers(row["lead"], row["id"])}:
        return year.lead_reports(row["lead"], carrier, row["id"])
    return year.own_reports(carrier.department, year.reports_on(row["id"]))


def _with_figure(
    year: AssessedYear,
    line: Line,
    target: TargetRow,
    goal: GoalRow,
    reports: Sequence[ReportRow],
) -> Line:
    values = values_of(year, target, reports)
    found = compare(target, goal["value"] or 0, values)
    line = replace(
        line,
        asked=asked_by(found.goal, year.year),
        result=found.outcome,
        reason=found.reason,
        decides=found.decides,
        basis=found.basis,
    )
    return with_pace(line, pace_of(target, values)) if target["value"] is not None else line


def _in_words(year: AssessedYear, line: Line, reports: Sequence[ReportRow]) -> Line:
    """Assess a goal without a figure: a task that is done is, and the rest somebody has to say."""
    standing = year.told_by(reports)
    own = [one for one in standing if year.told_year(date.fromisoformat(one["date"])) == year.year]
    used = tuple(one["id"] for one in own)
    line = replace(
        line,
        basis=Basis(
            reports=used,
            evidence=evidence_of(year, used),
            left_out=unseen_reports(year, reports),
        ),
    )
    done = done_day(year, [one for one in standing if one["status"] is not None])
    if done is not None:
        reason = _("the whole task was reported as done on {day}", day=day_label(done))
        return replace(line, result="fulfilled", reason=reason)
    reasons = [_("the goal is in words, without a figure"), last_progress(own)]
    return replace(line, reason=spoken(reasons), decides=by_hand())
