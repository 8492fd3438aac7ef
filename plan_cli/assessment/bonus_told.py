"""A goal for 2035 that no figure shows to be reached: what its lead reports of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plan_cli.assessment.basis import evidence_of
from plan_cli.assessment.line import Basis, Line
from plan_cli.assessment.tasks import done_day
from plan_cli.assessment.values import Values, unseen_reports
from plan_cli.assessment.words import by_hand, last_progress, spoken
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.reports import ReportRow
from plan_cli.i18n import _, listed
from plan_cli.vocabulary import day_label


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
