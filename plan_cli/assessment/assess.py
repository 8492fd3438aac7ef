"""The assessment of a year, department by department."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from plan_cli.assessment.binding import binding_lines
from plan_cli.assessment.bonus import bonus_lines
from plan_cli.assessment.goals import goal_lines
from plan_cli.assessment.line import PARTS, RULES, Line, Part
from plan_cli.assessment.tasks import task_lines, undated_tasks
from plan_cli.assessment.year import AssessedYear
from plan_cli.i18n import _, listed, ngettext

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
