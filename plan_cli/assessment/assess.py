"""The assessment of a year, department by department."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from plan_cli.assessment.binding import binding_lines
from plan_cli.assessment.bonus import bonus_lines
from plan_cli.assessment.goals import goal_lines
from plan_cli.assessment.lines import PARTS, RULES, Basis, Line, Part
from plan_cli.assessment.tasks import task_lines, undated_tasks
from plan_cli.assessment.year import AssessedYear
from plan_cli.i18n import _, listed, ngettext
from plan_cli.judgement.figures import rounded

if TYPE_CHECKING:
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

    `lines` are in the order of the parts, then of the items. `grade` is None where the rule does
    not concern it. `undated` counts the tasks it leads without a stated year; they are in no year.
    """

    department: str
    lines: tuple[Line, ...]
    grade: Grade | None
    grade_reason: str
    undated: int = 0


def assess(year: AssessedYear, departments: Sequence[str] | None = None) -> list[Assessed]:
    """Assess a year by those rules that the plan records.

    `departments` are assessed even without a line; None: all that have one, in the data's order.
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
    if not binding and year.year > year.horizon.end:
        end = year.horizon.end
        return None, _("the binding indicators were due by the end of {year}", year=end)
    if not binding:
        return None, _("it is responsible for no binding indicator")
    missed, unknown = _named(binding, "missed"), _named(binding, "unknown")
    if missed:
        return "barred", _("{items} missed: no grade 优秀 for {year}", items=missed, year=year.year)
    if unknown:
        return "open", _(
            "none is missed; {items} unknown: no bar until this is known", items=unknown
        )
    return "not_barred", ngettext(
        "its binding indicator is fulfilled",
        "its {number} binding indicators are fulfilled",
        len(binding),
        number=len(binding),
    )


def _named(lines: Sequence[Line], result: str) -> str:
    found = [line for line in lines if line.result == result]
    return listed(name for line in found for name in line.targets or (str(line.item),))


Row = dict[str, Any]
_PLACES: Final = 6  # decimals of a computed figure in a row


def rule_rows(plan: "Plan") -> dict[Part, Row]:
    """The rules of the parts, as the plan quotes them; None where the plan lacks one."""
    recorded = {rule.id: rule for rule in plan.rules}
    found: dict[Part, Row] = {}
    for part in PARTS:
        rule = recorded.get(RULES[part])
        section, quote = (rule.section, rule.quote) if rule else (None, None)
        found[part] = {"part": part, "rule": RULES[part], "section": section, "quote": quote}
    return found


def department_row(
    one: Assessed, year: "AssessedYear", rules: Mapping[Part, Row], before: Assessed | None = None
) -> Row:
    """A department with its lines by part; with `before`, only what the assumptions change."""
    lines = one.lines
    if before is not None:
        earlier = {line.key: line for line in before.lines}
        pairs = [(line, earlier.get(line.key)) for line in lines]
        lines = tuple(
            replace(line, before=old.result if old else None) for line, old in pairs if old != line
        )
    facts = {"year": year.year, "as_of": year.as_of.isoformat(), "ended": year.ended}
    row = {
        "department": one.department,
        **facts,
        "grade": one.grade,
        "grade_before": before.grade if before else None,
        "grade_reason": one.grade_reason,
    }
    for part in PARTS:
        row[part] = [_line_row(line, facts | rules[part]) for line in lines if line.part == part]
    return row | {"undated": one.undated}


LINE_KEYS: Final = tuple(
    dict.fromkeys(
        [
            *("department", "year", "as_of", "ended", "part", "rule", "section", "quote"),
            *(field.name for field in fields(Line) if field.name != "basis"),
            *(field.name for field in fields(Basis)),
        ]
    )
)
"""The keys of a line as a row, in their order."""


def _line_row(line: Line, facts: Row) -> Row:
    row = {"department": line.department, **facts, **asdict(line)}
    row |= row.pop("basis")
    for key in ("value", "goal"):
        if row[key] is not None:
            row[key] = rounded(row[key], _PLACES)
    for key in ("asked", "decides", "pace_reason"):
        row[key] = row[key] or None
    return {key: list(row[key]) if isinstance(row[key], tuple) else row[key] for key in LINE_KEYS}


def all_lines(rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    return [line for row in rows for part in PARTS for line in row[part]]
