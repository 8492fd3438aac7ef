"""年度目标任务: what departments had set themselves for the year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, localcontext

from plan_cli.assessment.lines import Line
from plan_cli.assessment.tasks import done_day
from plan_cli.assessment.values import (
    Values,
    asked_by,
    basis_of,
    by_hand,
    compared_basis,
    last_progress,
    needs_firm,
    needs_value,
    paced,
    unseen_reports,
    values_of,
    when,
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
from plan_cli.judgement.case import Observation, Threshold, chosen
from plan_cli.judgement.figures import EXACT, decimals, shown, with_unit
from plan_cli.judgement.measures import DAYS
from plan_cli.judgement.result import YEAR_GAPS, gap_text, sentence, threshold_text
from plan_cli.words import day_label


def compared(line: Line, target: TargetRow, figure: Figure, values: Values) -> Line:
    """Compare the value of the year with the figure that was set for it.

    Only a firm value of the whole year counts, or, where a task's reports have no period, the last
    one about the year. A goal is reached at once, missed only by a value of the year's end.
    """
    year = values.year
    with localcontext(EXACT):
        threshold = Threshold(
            id=target["id"],
            value=Decimal(figure),
            direction=target["direction"] or "at_least",
            unit=value_unit(target),
            due=year.year,
            about=year.about / 100,
        )
        line = replace(
            line,
            asked=asked_by(threshold, year.year),
            basis=compared_basis(threshold, None, (), values),
        )
        if target["direction"] is None and target["measure"] != "coverage":
            reason = _("the notice does not say whether more or less is better")
            return replace(line, reason=reason, decides=by_hand())
        days = target["measure"] in DAYS
        own = [
            one
            for one in chosen(values.seen)
            if values.year_of(one) == year.year
            and (one.whole_year or (days and one.period is None))
        ]
        if not own:
            parts = any(one.part_of_year and one.year == year.year for one in values.seen)
            reason = _("there is no value for {years}", years=year.year)
            if parts:
                reason = _("only parts of {year} have values", year=year.year)
            return replace(line, reason=reason, decides=needs_value(values))
        return _judged(line, target, threshold, own[-1], values)


def _judged(
    line: Line, target: TargetRow, threshold: Threshold, last: Observation, values: Values
) -> Line:
    base = base_of(target, values)
    value = replace(last, value=last.value / base.value) if base else last
    keeping = target["measure"] in ("level_hold", "rank")
    good = threshold.kept(value.value) if keeping else threshold.reached(value.value)
    used = [one for one in (base, last) if one]
    words = _against(threshold, value, values, good=good)
    line = replace(line, reason=words, basis=compared_basis(threshold, value, used, values))
    if last.forecast:
        reason = _("{what}; but that is a forecast (预计)", what=words)
        return replace(line, reason=reason, decides=needs_firm(values))
    at_end = last.whole_year or last.day >= values.year.last_day
    if at_end or (good and not keeping):
        return replace(line, result="fulfilled" if good else "missed")
    reason = _("{what}; the value at the end of the year is not reported", what=words)
    return replace(line, reason=reason, decides=needs_value(values))


def base_of(target: TargetRow, values: Values) -> Observation | None:
    """The base year's value, where values are multiples of it; else None."""
    if target["measure"] != "multiple":
        return None
    base = values.year.horizon.base
    found = [one for one in chosen(values.seen) if one.whole_year and one.year == base]
    return found[0] if found and found[0].value > 0 else None


def _against(threshold: Threshold, value: Observation, values: Values, *, good: bool) -> str:
    places = decimals([threshold.value, value.value])
    gap = threshold.better_by(value.value, threshold.value)
    return _(
        "{period}: {value}; set for {year}: {goal}; {gap}",
        value=with_unit(shown(value.value, places), threshold.unit),
        period=when(value, values),
        goal=threshold_text(threshold),
        year=threshold.due,
        gap=gap_text(threshold, gap, places, YEAR_GAPS, short=not good),
    )


def goal_lines(year: AssessedYear) -> Iterator[Line]:
    """A line for every goal that a department set itself for the year."""
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
    """Whether a department set itself another goal in place of one that it took over."""
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
    targets = (target["id"],) if target else ()
    line = Line("goals", *carrier, row["id"], targets, goal["goal"])
    if target is None:
        return _in_words(year, line, reports)
    values = values_of(year, target, reports)
    if goal["value"] is None:
        line = _in_words(year, line, reports)
    else:
        line = compared(line, target, goal["value"], values)
    return line if target["value"] is None else paced(line, target, values)


def _reports(year: AssessedYear, row: TaskRow, carrier: Carrier) -> list[ReportRow]:
    if carrier.department in {one.department for one in year.carriers(row["lead"], row["id"])}:
        return year.lead_reports(row["lead"], carrier, row["id"])
    return year.own_reports(carrier.department, year.reports_on(row["id"]))


def _in_words(year: AssessedYear, line: Line, reports: Sequence[ReportRow]) -> Line:
    """Assess a goal without a figure: fulfilled if the task is done, else unknown."""
    current = year.reports_about(reports)
    own = [one for one in current if year.year_of_report(one) == year.year]
    left_out = unseen_reports(year, reports)
    line = replace(line, basis=basis_of(year, (one["id"] for one in own), left_out=left_out))
    done = done_day(year, [one for one in current if one["status"] is not None])
    if done is not None:
        reason = _("the whole task was reported as done on {day}", day=day_label(done))
        return replace(line, result="fulfilled", reason=reason)
    reasons = [_("the goal is in words, without a figure"), last_progress(own)]
    return replace(line, reason=sentence(reasons), decides=by_hand())
