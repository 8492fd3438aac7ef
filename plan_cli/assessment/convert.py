"""Turns an assessment into rows, or two of them into what an assumption has changed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from plan_cli.assessment.assess import Assessed
from plan_cli.assessment.line import PARTS, RULES, Line, Part
from plan_cli.assessment.rows import DepartmentRow, LineRow, RuleRow
from plan_cli.dataset.rows import Figure
from plan_cli.judgement.figures import rounded

if TYPE_CHECKING:
    from decimal import Decimal

    from plan_cli.assessment.year import AssessedYear
    from plan_cli.model import Plan

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
