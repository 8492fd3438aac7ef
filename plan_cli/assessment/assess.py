"""The assessment of a year, department by department."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypedDict

from plan_cli.assessment.binding import binding_lines
from plan_cli.assessment.bonus import bonus_lines
from plan_cli.assessment.goals import goal_lines
from plan_cli.assessment.lines import PARTS, RULES, Line, Part, Result
from plan_cli.assessment.tasks import task_lines, undated_tasks
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.rows import Figure
from plan_cli.i18n import _, listed, ngettext
from plan_cli.judgement.figures import rounded

if TYPE_CHECKING:
    from decimal import Decimal

    from plan_cli.dataset.plan import Plan


Grade = Literal["barred", "open", "not_barred"]
"""Whether the grade 优秀 is barred: it is; it is not, but unknown is left; it is not."""

_LINES: Final[dict[Part, Callable[[AssessedYear], Iterator[Line]]]] = {
    "binding": binding_lines,
    "bonus": bonus_lines,
    "tasks": task_lines,
    "goals": goal_lines,
}


@dataclass(frozen=True, slots=True)
class Assessed:
    """A department in a year.

    Attributes:
        department: its canonical name.
        lines: what is assessed of it, by the parts in their order, then by item.
        grade: whether it is barred from 优秀; None where the rule is not about it.
        grade_reason: why, in words.
        undated: how many tasks it leads for which the notice states no year; they are in none.
    """

    department: str
    lines: tuple[Line, ...]
    grade: Grade | None
    grade_reason: str
    undated: int = 0

    def part(self, part: Part) -> list[Line]:
        """Return the lines of one rule."""
        return [line for line in self.lines if line.part == part]


def assess(year: AssessedYear, departments: Sequence[str] | None = None) -> list[Assessed]:
    """Assess a year.

    A rule that the plan does not record is not carried out.

    Args:
        year: the year, what is known of it, and what is assumed.
        departments: these departments, also if nothing is assessed of them; None for all of which
            something is, in the order of the data.
    """
    recorded = {rule.id for rule in year.dataset.plan.rules}
    lines = [line for part in PARTS if RULES[part] in recorded for line in _LINES[part](year)]
    if departments is None:
        having = {line.department for line in lines}
        in_order = [name for name in year.dataset.directory.by_name if name in having]
        departments = [*in_order, *sorted(having.difference(in_order))]
    undated = undated_tasks(year)
    found = []
    for name in departments:
        own = tuple(line for line in lines if line.department == name)
        grade = _grade([line for line in own if line.part == "binding"], year, recorded)
        found.append(Assessed(name, own, *grade, undated[name]))
    return found


def _grade(
    binding: Sequence[Line], year: AssessedYear, recorded: set[str]
) -> tuple[Grade | None, str]:
    if RULES["binding"] not in recorded:
        return None, _("the plan records no such rule")
    if not binding:
        if year.year > year.horizon.end:
            reason = _("the binding indicators were due by the end of {year}")
            return None, reason.format(year=year.horizon.end)
        return None, _("it answers for no binding indicator")
    missed, unknown = _named(binding, "missed"), _named(binding, "unknown")
    if missed:
        reason = _("{items} missed: no grade 优秀 for {year}")
        return "barred", reason.format(items=listed(missed), year=year.year)
    if unknown:
        reason = _("none is missed; {items} unknown, which bars nobody until it is known")
        return "open", reason.format(items=listed(unknown))
    words = ngettext(
        "its binding indicator is fulfilled", "its {number} binding indicators are fulfilled",
        len(binding),
    )  # fmt: skip
    return "not_barred", words.format(number=len(binding))


def _named(lines: Sequence[Line], result: str) -> list[str]:
    found = [line for line in lines if line.result == result]
    return [name for line in found for name in line.targets or (str(line.item),)]


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


_PLACES: Final = 6  # decimals of a computed figure in a row


def rule_rows(plan: "Plan") -> dict[Part, RuleRow]:
    """Return the rules of the parts, as the plan quotes them."""
    recorded = {rule.id: rule for rule in plan.rules}
    found: dict[Part, RuleRow] = {}
    for part in PARTS:
        rule = recorded.get(RULES[part])
        found[part] = {
            "part": part,
            "rule": RULES[part],
            "section": rule.section if rule else None,
            "quote": rule.quote if rule else None,
        }
    return found


def department_row(
    one: Assessed,
    year: "AssessedYear",
    rules: Mapping[Part, RuleRow],
    before: Assessed | None = None,
) -> DepartmentRow:
    """Return a department as a row.

    Args:
        one: what is assessed of it.
        year: the year.
        rules: the rules of the parts.
        before: the same without what is assumed; the row then has only what that changes.
    """
    lines = {part: _line_rows(one.part(part), year, rules[part], before) for part in PARTS}
    return {
        "department": one.department,
        "year": year.year,
        "as_of": year.as_of.isoformat(),
        "ended": year.ended,
        "grade": one.grade,
        "grade_before": before.grade if before else None,
        "grade_reason": one.grade_reason,
        "binding": lines["binding"],
        "bonus": lines["bonus"],
        "tasks": lines["tasks"],
        "goals": lines["goals"],
        "undated": one.undated,
    }


def all_lines(rows: Iterable[DepartmentRow]) -> list[LineRow]:
    """Return the lines of all departments."""
    return [
        line
        for row in rows
        for lines in (row["binding"], row["bonus"], row["tasks"], row["goals"])
        for line in lines
    ]


def _line_rows(
    lines: Sequence[Line], year: "AssessedYear", rule: RuleRow, before: Assessed | None
) -> list[LineRow]:
    if before is None:
        return [_line_row(line, year, rule, None) for line in lines]
    earlier = {line.key: line for line in before.lines}
    pairs = [(line, earlier.get(line.key)) for line in lines]
    return [_line_row(line, year, rule, old) for line, old in pairs if old != line]


def _line_row(line: Line, year: "AssessedYear", rule: RuleRow, before: Line | None) -> LineRow:
    basis = line.basis
    return {
        "department": line.department,
        "year": year.year,
        "as_of": year.as_of.isoformat(),
        "ended": year.ended,
        **rule,
        "named": line.named,
        "item": line.item,
        "targets": list(line.targets),
        "words": line.words,
        "asked": line.asked or None,
        "result": line.result,
        "before": before.result if before else None,
        "reason": line.reason,
        "decides": line.decides or None,
        "pace": line.pace,
        "pace_reason": line.pace_reason or None,
        "state": line.state,
        "value": _figure(basis.value),
        "unit": basis.unit,
        "period": basis.period,
        "goal": _figure(basis.goal),
        "working": list(basis.working),
        "reported": max((year.by_id[one]["date"] for one in basis.reports), default=None),
        "reports": list(basis.reports),
        "evidence": list(basis.evidence),
        "left_out": [
            {"report": one.report, "date": one.day.isoformat(), "why": one.why}
            for one in basis.left_out
        ],
    }


def _figure(value: "Decimal | None") -> Figure | None:
    return None if value is None else rounded(value, _PLACES)
