"""年度目标任务: what departments had set themselves for the year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from plan_cli.assessment.basis import evidence_of
from plan_cli.assessment.line import Basis, Line
from plan_cli.assessment.pace import pace_of, with_pace
from plan_cli.assessment.tasks import done_day
from plan_cli.assessment.values import unseen_reports, values_of
from plan_cli.assessment.words import asked_by, by_hand, last_progress, spoken
from plan_cli.assessment.year import AssessedYear, Carrier
from plan_cli.assessment.yearly import compare
from plan_cli.dataset.annual import GoalRow, select_goals
from plan_cli.dataset.reports import ReportRow
from plan_cli.dataset.rows import IndicatorRow, TargetRow, TaskRow
from plan_cli.i18n import _
from plan_cli.vocabulary import day_label


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
        reason = _("the whole task was reported as done on {day}").format(day=day_label(done))
        return replace(line, result="fulfilled", reason=reason)
    reasons = [_("the goal is in words, without a figure"), last_progress(own)]
    return replace(line, reason=spoken(reasons), decides=by_hand())
