"""一票否优: a missed binding indicator bars its responsible department from the grade 优秀."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from plan_cli.assessment.goals import compared
from plan_cli.assessment.lines import Line, Result
from plan_cli.assessment.values import (
    Values,
    asked_by,
    at_due,
    before_due,
    by_hand,
    judged_basis,
    needs_firm,
    needs_value,
    values_of,
    with_pace,
)
from plan_cli.assessment.year import AssessedYear, Carrier
from plan_cli.dataset.rows import GoalRow, IndicatorRow, TargetRow
from plan_cli.i18n import N_, _, listed
from plan_cli.judgement.case import Judgement, Verdict, threshold_of

_DECIDED: Final[dict[Verdict, Result]] = {
    "met": "fulfilled",
    "early": "fulfilled",
    "missed": "missed",
}


def binding_lines(year: AssessedYear) -> Iterator[Line]:
    """A line for every target of a binding indicator, until its due year."""
    for row in year.dataset.indicator_rows:
        if not row["binding"]:
            continue
        for carrier in year.carriers(row["responsible"], row["id"]):
            if not row["targets"] and year.year <= year.horizon.end:
                line = Line("binding", *carrier, row["id"], (), row["text"])
                reason = _("the notice names it and gives no figure")
                yield replace(line, reason=reason, decides=by_hand())
            yield from (
                _line(year, row, target, carrier)
                for target in row["targets"]
                if year.year <= _due_year(target, year)
            )


def _due_year(target: TargetRow, year: AssessedYear) -> int:
    return target["due"] or year.horizon.end


def _line(year: AssessedYear, row: IndicatorRow, target: TargetRow, carrier: Carrier) -> Line:
    values = values_of(year, target, year.reports_on(row["id"]))
    threshold = threshold_of(target, year.about / 100)
    asked = asked_by(threshold, _due_year(target, year)) if threshold else ""
    line = Line("binding", *carrier, row["id"], (target["id"],), target["quote"], asked)
    if year.year == _due_year(target, year):
        return _in_due_year(line, target, values)
    return _before_due_year(line, target, values, year.goals_of(carrier, row["id"]))


def _in_due_year(line: Line, target: TargetRow, values: Values) -> Line:
    firm = at_due(target, values.firm)
    result = _DECIDED.get(firm.verdict)
    found = firm if result else at_due(target, values)
    line = replace(line, reason=found.reason, basis=judged_basis(found, target, values))
    if result:
        return replace(line, result=result)
    line = replace(line, decides=_decides(target, found, values))
    if found.verdict == "unknown" or found.verdict in _DECIDED:
        return line
    reason = _("{year} has not ended", year=values.year.year)
    return with_pace(replace(line, reason=reason), found)


def _decides(target: TargetRow, found: Judgement, values: Values) -> str:
    if target["value"] is None:
        return by_hand()
    if found.verdict in _DECIDED:
        return needs_firm(values)
    if found.missing:
        return _("the value of {years}", years=listed(map(str, found.missing)))
    return needs_value(values)


def _before_due_year(line: Line, target: TargetRow, values: Values, goals: list[GoalRow]) -> Line:
    """Assess an earlier year, by the goal set for that year alone."""
    year = values.year.year
    pace = before_due(target, values)
    line = with_pace(replace(line, basis=judged_basis(pace, target, values)), pace)
    own_first = sorted(goals, key=lambda goal: goal["target"] is None)
    own = next((goal for goal in own_first if goal["target"] in (target["id"], None)), None)
    if own is None:
        due = _due_year(target, values.year)
        reason = _("it is due in {due}, and no goal was set for {year}", due=due, year=year)
        words = N_("a goal for {year}, in annual/{year}/{department}.yaml, and the year's value")
        decides = _(words, year=year, department=line.department)
        return replace(line, reason=reason, decides=decides)
    if own["target"] is None or own["value"] is None:
        reason = _("the goal for {year} is in words: {goal}", year=year, goal=own["goal"])
        return replace(line, reason=reason, decides=by_hand())
    return compared(line, target, own["value"], values)
