"""加分: a goal for 2035 reached early, by firm figures or as its lead reports.

Whether it is outstanding (特别突出) or a major result (重大成效) is for the assessors to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import localcontext
from typing import NamedTuple

from plan_cli.assessment.goals import base_of
from plan_cli.assessment.lines import Line
from plan_cli.assessment.tasks import done_day
from plan_cli.assessment.values import (
    Values,
    asked_by,
    basis_of,
    by_hand,
    compared_basis,
    last_progress,
    paced,
    unseen_reports,
    values_of,
    when,
)
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.rows import ReportRow, TargetRow
from plan_cli.i18n import N_, _, listed
from plan_cli.judgement.case import Observation, Threshold, chosen, threshold_of
from plan_cli.judgement.figures import EXACT, decimals, shown, with_unit
from plan_cli.judgement.result import sentence, threshold_text
from plan_cli.words import day_label


def from_reports(
    year: AssessedYear,
    line: Line,
    reports: Sequence[ReportRow],
    values: Values | None = None,
    alike: Sequence[str] = (),
) -> Line:
    """Assess a goal by what its lead reports; a person has to read it.

    `reports` are all of the lead's, `values` those of the goal, none of them firm (None: it has no
    figure), `alike` the ids of indicators' targets whose values would count too.
    """
    current = year.reports_about(reports)
    used = tuple(one["id"] for one in current)
    unused = (*unseen_reports(year, reports), *(values.left_out(used) if values else ()))
    line = replace(line, basis=basis_of(year, used, left_out=tuple(dict.fromkeys(unused))))
    done = done_day(year, [one for one in current if one["status"] is not None])
    if done is not None:
        return _claimed(year, line, done)
    progress = last_progress(current)
    if values is None:
        decides = _("a report of the lead that it is done, with what backs it (佐证)")
        decides = sentence([decides, by_hand() if progress else ""])
    else:
        decides = _by_value(line.targets, alike)
    if values is not None and values.up_to_year:
        reason = _("there are only forecasts (预计), or values of parts of a year")
    else:
        reason = progress or _("no report shows it")
    return replace(line, reason=reason, decides=decides)


def _claimed(year: AssessedYear, line: Line, done: date) -> Line:
    day = day_label(done)
    if year.reporting_year(done) < year.year:
        words = N_("already reported as done on {day}; the bonus would belong to that year")
        return replace(line, result="earlier", reason=_(words, day=day))
    reason = _("reported as done on {day}, without a figure that shows it", day=day)
    return replace(line, result="claimed", reason=reason, decides=by_hand())


def _by_value(targets: Sequence[str], alike: Sequence[str]) -> str:
    own = N_("a value of target {ids} that its lead reports, with what backs it (佐证)")
    others = N_("or a preliminary or final value of target {ids}, which measures the same")
    return sentence([_(own, ids=listed(targets)), _(others, ids=listed(alike)) if alike else ""])


class _Shown(NamedTuple):
    """A firm value in the goal's unit, its year, and whether it reaches the goal."""

    value: Observation
    year: int
    reached: bool


def bonus_lines(year: AssessedYear) -> Iterator[Line]:
    """A line for every long-term goal that is not due yet, for each that leads it."""
    vision = year.dataset.plan.horizon.vision
    for row in year.dataset.task_rows:
        if row["kind"] != "vision":
            continue
        for carrier in year.carriers(row["lead"], row["id"]):
            reports = year.lead_reports(row["lead"], carrier, row["id"])
            for target in row["targets"] or (None,):
                due = (target["due"] if target else None) or vision
                if year.year < due:
                    ids = (target["id"],) if target else ()
                    words = target["quote"] if target else row["text"]
                    asked = _("by the end of {year}", year=due)
                    line = Line("bonus", *carrier, row["id"], ids, words, asked)
                    yield _line(year, line, target, reports)


def _line(
    year: AssessedYear, line: Line, target: TargetRow | None, reports: Sequence[ReportRow]
) -> Line:
    threshold = threshold_of(target, year.about / 100) if target else None
    if target is None or threshold is None:
        return from_reports(year, line, reports)
    own = values_of(year, target, reports)
    due = target["due"] or year.dataset.plan.horizon.vision
    line = replace(line, asked=asked_by(threshold, due))
    if own.up_to_year:
        line = paced(line, target, own)
    alike = list(_measured_alike(year, target))
    together = [own, *(values_of(year, one, year.reports_on(item)) for item, one in alike)]
    values = Values(
        year,
        tuple(one for each in together for one in each.seen),
        tuple(one for each in together for one in each.unseen),
    )
    with localcontext(EXACT):
        found = _shown(threshold, target, values)
        if not found:
            return from_reports(year, line, reports, values, [one["id"] for _item, one in alike])
        return _by_figures(line, threshold, found, values)


def _measured_alike(year: AssessedYear, target: TargetRow) -> Iterator[tuple[int, TargetRow]]:
    """The targets of indicators with the same metric, as levels in the same unit."""
    levels = {"level_reach", "level_hold"}
    for row in year.dataset.indicator_rows:
        for other in row["targets"]:
            alike = {other["measure"], target["measure"]} <= levels
            if other["id"] in target["same_as"] and alike and other["unit"] == target["unit"]:
                yield row["id"], other


def _shown(threshold: Threshold, target: TargetRow, values: Values) -> list[_Shown]:
    base = base_of(target, values)
    firm = [one for one in chosen(values.firm.seen) if not one.part_of_year and one is not base]
    found = []
    for one in firm:
        value = replace(one, value=one.value / base.value) if base else one
        if values.year_of(one) <= values.year.year:
            found.append(_Shown(value, values.year_of(one), threshold.reached(value.value)))
    return sorted(found, key=lambda one: (one.year, one.value.whole_year, one.value.day))


def _by_figures(line: Line, threshold: Threshold, found: Sequence[_Shown], values: Values) -> Line:
    """Assess by firm values: the year since which the goal is reached, if it is."""
    last, since = found[-1], None
    for one in reversed(found):
        if not one.reached:
            break
        since = one
    used = [last] if since is None else list(dict.fromkeys([since, last]))
    reported = {one.report: one for one in values.seen}
    originals = [reported[one.value.report] for one in used]
    line = replace(line, basis=compared_basis(threshold, last.value, originals, values))
    reasons = [_value_text(threshold, since or last, values)]
    if since is None:
        before = [one.year for one in found if one.reached]
        if before:
            reasons.append(_("it was reached in {year} and no longer is", year=before[-1]))
        return replace(line, result="not_yet", reason=sentence(reasons))
    if since.year == values.year.year:
        return replace(line, result="early", reason=reasons[0])
    reasons.append(_("already reached in {year}; the bonus belongs to that year", year=since.year))
    return replace(line, result="earlier", reason=sentence(reasons))


def _value_text(threshold: Threshold, one: _Shown, values: Values) -> str:
    places = decimals([threshold.value, one.value.value])
    return _(
        "{period}: {value}; asked for: {goal}",
        value=with_unit(shown(one.value.value, places), threshold.unit),
        period=when(one.value, values),
        goal=threshold_text(threshold),
    )
