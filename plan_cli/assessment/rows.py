"""Rows of an assessment: the keys of the JSON contract."""

from typing import TypedDict

from plan_cli.assessment.assess import Grade
from plan_cli.assessment.line import Part, Result
from plan_cli.dataset.rows import Figure


class RuleRow(TypedDict):
    """A rule that the assessment carries out; what it says is None where the plan lacks it."""

    part: Part
    rule: str
    section: str | None
    quote: str | None


class LeftOutRow(TypedDict):
    """A report that decides nothing here, and why."""

    report: str
    date: str
    why: str


class LineRow(TypedDict):
    """A line with its rule.

    `before` is what it would be without what is assumed, `reported` the day of the last report
    that it rests on.
    """

    department: str
    year: int
    as_of: str
    ended: bool
    part: Part
    rule: str
    section: str | None
    quote: str | None
    named: str
    item: int
    targets: list[str]
    words: str
    asked: str | None
    result: Result
    before: Result | None
    reason: str
    decides: str | None
    pace: str | None
    pace_reason: str | None
    state: str | None
    value: Figure | None
    unit: str | None
    period: str | None
    goal: Figure | None
    working: list[str]
    reported: str | None
    reports: list[str]
    evidence: list[str]
    left_out: list[LeftOutRow]


class DepartmentRow(TypedDict):
    """A department in a year, with a list of lines for each rule.

    `grade` says whether 优秀 is barred, None where the rule is not about the department;
    `undated` counts the tasks it leads for which the notice states no year.
    """

    department: str
    year: int
    as_of: str
    ended: bool
    grade: Grade | None
    grade_before: Grade | None
    grade_reason: str
    binding: list[LineRow]
    bonus: list[LineRow]
    tasks: list[LineRow]
    goals: list[LineRow]
    undated: int
