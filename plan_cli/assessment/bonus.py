"""加分: a goal for 2035 that is reached early, by firm figures, or as its lead reports.

What is outstanding (特别突出), or a major result (重大成效), is for the assessors to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import localcontext
from typing import Final

from plan_cli.assessment.goals import base_of
from plan_cli.assessment.lines import Basis, Line
from plan_cli.assessment.tasks import done_day
from plan_cli.assessment.values import (
    Values,
    asked_by,
    by_hand,
    compared_basis,
    evidence_of,
    last_progress,
    pace_of,
    spoken,
    unseen_reports,
    values_of,
    when,
    with_pace,
)
from plan_cli.assessment.year import AssessedYear, Carrier
from plan_cli.dataset.rows import ReportRow, TargetRow, TaskRow
from plan_cli.i18n import _, listed
from plan_cli.judgement.case import Observation, Threshold, chosen, threshold_of
from plan_cli.judgement.figures import EXACT, decimals, shown, with_unit
from plan_cli.judgement.result import threshold_text
from plan_cli.words import day_label


def as_told(
    year: AssessedYear,
    line: Line,
    reports: Sequence[ReportRow],
    values: Values | None = None,
    alike: Sequence[str] = (),
) -> Line:
    """Assess a goal by what its lead reports, which somebody has to read.

    Args:
        year: the year.
        line: the line, without a result.
        reports: all reports of the lead.
        values: the values of the goal, none of them firm; None where it has no figure.
        alike: ids of the indicators' targets whose values would count too.
    """
    standing = year.told_by(reports)
    used = tuple(one["id"] for one in standing)
    unused = (*unseen_reports(year, reports), *(values.left_out(used) if values else ()))
    basis = Basis(
        reports=used,
        evidence=evidence_of(year, used),
        left_out=tuple(dict.fromkeys(unused)),
    )
    line = replace(line, basis=basis)
    done = done_day(year, [one for one in standing if one["status"] is not None])
    if done is not None:
        return _claimed(year, line, done)
    decides = _by_report() if values is None else _by_value(line.targets, alike)
    if values is not None and values.up_to_year:
        reason = _("there are only forecasts (预计), or values of parts of a year")
        return replace(line, reason=reason, decides=decides)
    told = last_progress(standing)
    if told and values is None:
        decides = spoken([decides, by_hand()])
    reason = told or _("nothing is reported that would show it")
    return replace(line, reason=reason, decides=decides)


def _claimed(year: AssessedYear, line: Line, done: date) -> Line:
    if year.told_year(done) < year.year:
        reason = _("reported as done on {day} already, to which year the bonus would belong")
        return replace(line, result="earlier", reason=reason.format(day=day_label(done)))
    reason = _("reported as done on {day}, without a figure that shows it")
    return replace(
        line, result="claimed", reason=reason.format(day=day_label(done)), decides=by_hand()
    )


def _by_report() -> str:
    return _("a report of the lead that it is done, with what backs it (佐证)")


def _by_value(targets: Sequence[str], alike: Sequence[str]) -> str:
    own = _("a value of target {ids} that its lead reports, with what backs it (佐证)")
    others = _("or a preliminary or final value of target {ids}, which measures the same")
    return spoken(
        [
            own.format(ids=listed(targets)),
            others.format(ids=listed(alike)) if alike else "",
        ]
    )


_LEVELS: Final = frozenset({"level_reach", "level_hold"})


@dataclass(frozen=True, slots=True)
class _Shown:
    """A firm value in the goal's unit, the year it is of, and whether it reaches the goal."""

    value: Observation
    year: int
    reached: bool


def bonus_lines(year: AssessedYear) -> Iterator[Line]:
    """Yield a line for every long-term goal that is not due yet, for whoever leads it."""
    vision = year.dataset.plan.horizon.vision
    for row in year.dataset.task_rows:
        if row["kind"] != "vision":
            continue
        for carrier in year.carriers(row["lead"], row["id"]):
            reports = year.lead_reports(row["lead"], carrier, row["id"])
            for target in row["targets"]:
                if year.year < (target["due"] or vision):
                    yield _line(year, _bare(row, carrier, target, vision), target, reports)
            if not row["targets"] and year.year < vision:
                yield as_told(year, _bare(row, carrier, None, vision), reports)


def _bare(row: TaskRow, carrier: Carrier, target: TargetRow | None, vision: int) -> Line:
    due = (target["due"] if target else None) or vision
    return Line(
        part="bonus",
        department=carrier.department,
        named=carrier.named,
        item=row["id"],
        targets=(target["id"],) if target else (),
        words=target["quote"] if target else row["text"],
        asked=_("by the end of {year}", year=due),
        result="unknown",
        reason="",
    )


def _line(year: AssessedYear, line: Line, target: TargetRow, reports: Sequence[ReportRow]) -> Line:
    goal = threshold_of(target, year.about / 100)
    if goal is None:
        return as_told(year, line, reports)
    own = values_of(year, target, reports)
    vision = year.dataset.plan.horizon.vision
    line = replace(line, asked=asked_by(goal, target["due"] or vision))
    if own.up_to_year:
        line = with_pace(line, pace_of(target, own))
    alike = list(_measured_alike(year, target))
    values = _together([own, *(values_of(year, one, year.reports_on(item)) for item, one in alike)])
    with localcontext(EXACT):
        found = _shown(goal, target, values)
        if not found:
            return as_told(year, line, reports, values, [one["id"] for _item, one in alike])
        return _by_figures(line, goal, found, values)


def _measured_alike(year: AssessedYear, target: TargetRow) -> Iterator[tuple[int, TargetRow]]:
    """Yield the targets of indicators that have the same metric, as levels in the same unit."""
    for row in year.dataset.indicator_rows:
        for other in row["targets"]:
            alike = {other["measure"], target["measure"]} <= _LEVELS
            if other["id"] in target["same_as"] and alike and other["unit"] == target["unit"]:
                yield row["id"], other


def _together(values: Sequence[Values]) -> Values:
    return Values(
        values[0].year,
        tuple(one for each in values for one in each.seen),
        tuple(one for each in values for one in each.unseen),
    )


def _shown(goal: Threshold, target: TargetRow, values: Values) -> list[_Shown]:
    """Return the firm values up to the year, in the order of time."""
    base = base_of(target, values)
    firm = [one for one in chosen(values.firm.seen) if not one.part_of_year and one is not base]
    found = []
    for one in firm:
        value = replace(one, value=one.value / base.value) if base else one
        found.append(_Shown(value, values.year_of(one), goal.reached(value.value)))
    in_order = sorted(found, key=lambda one: (one.year, one.value.whole_year, one.value.day))
    return [one for one in in_order if one.year <= values.year.year]


def _by_figures(line: Line, goal: Threshold, found: Sequence[_Shown], values: Values) -> Line:
    """Assess what firm values show: the year since when the goal is reached, if it is."""
    last, since = found[-1], None
    for one in reversed(found):
        if not one.reached:
            break
        since = one
    used = [last] if since is None else list(dict.fromkeys([since, last]))
    reported = {one.report: one for one in values.seen}
    originals = [reported[one.value.report] for one in used]
    line = replace(line, basis=compared_basis(goal, last.value, originals, values), decides="")
    if since is None:
        before = [one for one in found if one.reached]
        lost = _("it was reached in {year}, and is not any more")
        reasons = [_told(goal, last, values), *(lost.format(year=one.year) for one in before[-1:])]
        return replace(line, result="not_yet", reason=spoken(reasons))
    if since.year == values.year.year:
        return replace(line, result="early", reason=_told(goal, since, values))
    belongs = _("reached in {year} already, to which the bonus belongs", year=since.year)
    return replace(line, result="earlier", reason=spoken([_told(goal, since, values), belongs]))


def _told(goal: Threshold, one: _Shown, values: Values) -> str:
    places = decimals([goal.value, one.value.value])
    return _(
        "{period}: {value}; asked for: {goal}",
        value=with_unit(shown(one.value.value, places), goal.unit),
        period=when(one.value, values),
        goal=threshold_text(goal),
    )
