"""What leads had to finish by the end of the year: done in time, late, still open, unreported."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from plan_cli.assessment.lines import Basis, LeftOut, Line
from plan_cli.assessment.values import (
    at_due,
    evidence_of,
    in_words,
    spoken,
    unseen_reports,
    values_of,
)
from plan_cli.assessment.year import AssessedYear, Carrier
from plan_cli.dataset.rows import ReportRow, TargetRow, TaskRow
from plan_cli.i18n import _
from plan_cli.judgement.case import Judgement
from plan_cli.words import day_label, period_label, status_label


def task_lines(year: AssessedYear) -> Iterator[Line]:
    """Yield a line for every task that has a target due in the year, for whoever leads it."""
    for row in year.dataset.task_rows:
        due = [target for target in row["targets"] if target["due"] == year.year]
        if due:
            for carrier in year.carriers(row["lead"], row["id"]):
                yield _line(year, row, due, carrier)


def undated_tasks(year: AssessedYear) -> Counter[str]:
    """Return how many tasks a department leads for which the notice states no year at all."""
    return Counter(
        carrier.department
        for row in year.dataset.task_rows
        if row["kind"] != "vision" and all(target["due"] is None for target in row["targets"])
        for carrier in year.carriers(row["lead"], row["id"])
    )


def _line(year: AssessedYear, row: TaskRow, due: Sequence[TargetRow], carrier: Carrier) -> Line:
    reports = year.lead_reports(row["lead"], carrier, row["id"])
    states = [one for one in year.standing(reports) if one["status"] is not None]
    judged = [at_due(target, values_of(year, target, reports).firm) for target in due]
    line = Line(
        part="tasks",
        department=carrier.department,
        named=carrier.named,
        item=row["id"],
        targets=tuple(target["id"] for target in due),
        words="\n".join(target["quote"] for target in due),
        asked=_("by the end of {year}", year=year.year),
        result="unreported",
        reason=_("nothing is reported by the lead"),
        pace_reason=spoken(
            in_words(one) for one in judged if one.verdict != "unknown" or one.reports
        ),
        basis=_basis(year, row, reports, judged),
    )
    if not states:
        return line
    line = replace(line, state=states[-1]["status"])
    if line.state == "done":
        return _done(line, year, states)
    if line.state == "terminated":
        return _ended(line, states[-1])
    return _open(line, year, states[-1], judged)


def done_day(year: AssessedYear, states: Sequence[ReportRow]) -> date | None:
    """Return the day on which a task was first reported as done, if it is so still.

    A correction does not make it later: what it replaces counts from its own day.

    Args:
        year: the year that is assessed.
        states: the reports with a status that stand, in the order of time.
    """
    first = None
    for one in reversed(states):
        if one["status"] != "done":
            break
        first = _corrected(year, one)
    return first


def _corrected(year: AssessedYear, report: ReportRow) -> date:
    """Return the day of a report, or of the first of those that it corrects and that said so."""
    before = year.by_id.get(report["replaces"] or "")
    while before is not None and before["status"] == "done":
        report, before = before, year.by_id.get(before["replaces"] or "")
    return date.fromisoformat(report["date"])


def _done(line: Line, year: AssessedYear, states: Sequence[ReportRow]) -> Line:
    day = done_day(year, states)
    assert day is not None  # noqa: S101  (the last report says so)
    told = day_label(day)
    if year.told_year(day) > year.year:
        reason = _("reported as done on {day}, after the end of {year}")
        return replace(line, result="late", reason=reason.format(day=told, year=year.year))
    reason = _("reported as done on {day}", day=told)
    if day > year.last_day:
        within = _("within the deadline for the year's reports, {day}")
        reason = spoken([reason, within.format(day=day_label(year.deadline(year.year)))])
    return replace(line, result="on_time", reason=reason)


def _open(line: Line, year: AssessedYear, last: ReportRow, judged: Sequence[Judgement]) -> Line:
    """Assess a task that its lead has not reported as done: figures may show more."""
    if all(one.verdict in ("met", "early") for one in judged):
        reason = _("the figures reported show it; its lead has not reported it as done")
        return replace(line, result="on_time", reason=reason)
    missed = [one for one in judged if one.verdict == "missed"]
    if missed and year.ended:
        return replace(line, result="missed", reason=spoken(map(in_words, missed)), pace_reason="")
    told = _(
        "{state} by the last report, of {day}",
        state=status_label(last["status"] or ""),
        day=period_label(last["date"]),
    )
    late = _("not reported as done by the end of the year") if year.ended else ""
    return replace(line, result="open", reason=spoken([told, late]))


def _ended(line: Line, last: ReportRow) -> Line:
    reason = _("reported as terminated on {day}", day=period_label(last["date"]))
    return replace(line, result="terminated", reason=reason)


def _basis(
    year: AssessedYear,
    row: TaskRow,
    reports: Sequence[ReportRow],
    judged: Sequence[Judgement],
) -> Basis:
    """Return the reports of the lead, and what others report, which decides nothing."""
    used = [one["id"] for one in year.standing(reports)]
    return Basis(
        working=tuple(line for one in judged for line in one.working),
        reports=tuple(used),
        evidence=evidence_of(year, used),
        left_out=(*unseen_reports(year, reports), *_of_others(year, row, reports)),
    )


def _of_others(year: AssessedYear, row: TaskRow, reports: Sequence[ReportRow]) -> Iterator[LeftOut]:
    own = {one["id"] for one in reports}
    for one in year.standing(year.reports_on(row["id"])):
        if one["id"] not in own:
            why = _("by {by}, who does not lead it", by=one["by"])
            yield LeftOut(one["id"], date.fromisoformat(one["date"]), why)
