"""What leads had to finish by the end of the year: on time, late, open, unreported."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from plan_cli.assessment.lines import LeftOut, Line
from plan_cli.assessment.values import at_due, basis_of, in_words, unseen_reports, values_of
from plan_cli.assessment.year import AssessedYear, Carrier
from plan_cli.dataset.rows import ReportRow, TargetRow, TaskRow
from plan_cli.i18n import _
from plan_cli.judgement.case import Judgement
from plan_cli.judgement.result import sentence
from plan_cli.words import day_label, period_label, status_label


def task_lines(year: AssessedYear) -> Iterator[Line]:
    """A line for every task with a target due in the year, for each that leads it."""
    for row in year.dataset.task_rows:
        due = [target for target in row["targets"] if target["due"] == year.year]
        if due:
            for carrier in year.carriers(row["lead"], row["id"]):
                yield _line(year, row, due, carrier)


def undated_tasks(year: AssessedYear) -> Counter[str]:
    """How many tasks without a stated year each department leads."""
    return Counter(
        carrier.department
        for row in year.dataset.task_rows
        if row["kind"] != "vision" and all(target["due"] is None for target in row["targets"])
        for carrier in year.carriers(row["lead"], row["id"])
    )


def _line(year: AssessedYear, row: TaskRow, due: Sequence[TargetRow], carrier: Carrier) -> Line:
    reports = year.lead_reports(row["lead"], carrier, row["id"])
    states = [one for one in year.current(reports) if one["status"] is not None]
    judged = [at_due(target, values_of(year, target, reports).firm) for target in due]
    line = Line(
        "tasks",
        *carrier,
        row["id"],
        tuple(target["id"] for target in due),
        "\n".join(target["quote"] for target in due),
        _("by the end of {year}", year=year.year),
        "unreported",
        reason=_("nothing is reported by the lead"),
        pace_reason=sentence(
            in_words(one) for one in judged if one.verdict != "unknown" or one.reports
        ),
        basis=basis_of(
            year,
            (one["id"] for one in year.current(reports)),
            working=tuple(line for one in judged for line in one.working),
            left_out=(*unseen_reports(year, reports), *_of_others(year, row, reports)),
        ),
    )
    if not states:
        return line
    line = replace(line, state=states[-1]["status"])
    done = done_day(year, states)
    if done is not None:
        return _done(line, year, done)
    if line.state == "terminated":
        reason = _("reported as terminated on {day}", day=period_label(states[-1]["date"]))
        return replace(line, result="terminated", reason=reason)
    return _open(line, year, states[-1], judged)


def done_day(year: AssessedYear, states: Sequence[ReportRow]) -> date | None:
    """The day on which a task was first reported as done, if it still is.

    A correction keeps the day of what it corrects. `states` are the current reports with a status,
    in the order of time.
    """
    first = None
    for one in reversed(states):
        if one["status"] != "done":
            break
        first = _corrected(year, one)
    return first


def _corrected(year: AssessedYear, report: ReportRow) -> date:
    before = year.by_id.get(report["replaces"] or "")
    while before is not None and before["status"] == "done":
        report, before = before, year.by_id.get(before["replaces"] or "")
    return date.fromisoformat(report["date"])


def _done(line: Line, year: AssessedYear, day: date) -> Line:
    shown = day_label(day)
    if year.reporting_year(day) > year.year:
        reason = _("reported as done on {day}, after the end of {year}", day=shown, year=year.year)
        return replace(line, result="late", reason=reason)
    reason = _("reported as done on {day}", day=shown)
    if day > year.last_day:
        deadline = day_label(year.deadline(year.year))
        within = _("within the deadline for the year's reports, {day}", day=deadline)
        reason = sentence([reason, within])
    return replace(line, result="on_time", reason=reason)


def _open(line: Line, year: AssessedYear, last: ReportRow, judged: Sequence[Judgement]) -> Line:
    if all(one.verdict in ("met", "early") for one in judged):
        reason = _("the figures reported show it; its lead has not reported it as done")
        return replace(line, result="on_time", reason=reason)
    missed = [one for one in judged if one.verdict == "missed"]
    if missed and year.ended:
        reason = sentence(map(in_words, missed))
        return replace(line, result="missed", reason=reason, pace_reason="")
    state, day = status_label(last["status"] or ""), period_label(last["date"])
    state = _("{state} by the last report, of {day}", state=state, day=day)
    late = _("not reported as done by the end of the year") if year.ended else ""
    return replace(line, result="open", reason=sentence([state, late]))


def _of_others(year: AssessedYear, row: TaskRow, reports: Sequence[ReportRow]) -> Iterator[LeftOut]:
    own = {one["id"] for one in reports}
    for one in year.current(year.reports_on(row["id"])):
        if one["id"] not in own:
            why = _("by {by}, which does not lead it", by=one["by"])
            yield LeftOut(one["id"], one["date"], why)
