"""How a target stands against the plan as a whole, by what is known of a year."""

from dataclasses import replace
from datetime import date

from plan_cli.assessment.line import Line
from plan_cli.assessment.values import Values
from plan_cli.dataset.rows import TargetRow
from plan_cli.judgement import Judgement, judge_seen


def at_due(target: TargetRow, values: Values) -> Judgement:
    """Judge a target in the year in which it is due; an assumed value is that of the whole year."""
    year = values.year
    day = max(year.as_of, date(year.year + 1, 1, 1)) if values.assumed else year.as_of
    return judge_seen(target, values.seen, year.horizon, day, year.about)


def before_due(target: TargetRow, values: Values) -> Judgement:
    """Judge a target by the values up to the year, as if nothing were known of later ones."""
    year = values.year
    day = min(year.as_of, year.last_day)
    return judge_seen(target, values.up_to_year, year.horizon, day, year.about)


def pace_of(target: TargetRow, values: Values) -> Judgement:
    """Judge a target in any year: in the year in which it is due and later, as it ended."""
    due = target["due"]
    settled = due is not None and values.year.year >= due
    return at_due(target, values) if settled else before_due(target, values)


def with_pace(line: Line, found: Judgement) -> Line:
    """Return a line with how its target stands against the plan as a whole."""
    return replace(line, pace=found.verdict, pace_reason=found.reason)
