"""An assessment at a glance: departments and how their lines came out, and the rules."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from plan_cli.assessment.line import PARTS, Part
from plan_cli.assessment.rows import DepartmentRow, RuleRow
from plan_cli.i18n import _
from plan_cli.render import Column, Listing
from plan_cli.render.listing import Row
from plan_cli.views.assessment_words import grade_label, part_label, result_label, rule_text


def overview(rows: Sequence[DepartmentRow]) -> Listing:
    """Return the departments, each with how many of its lines came to what."""
    columns = (
        Column(_("Department"), lambda row: str(row["department"]), share=1),
        Column(_("Grade 优秀"), lambda row: grade_label(row["grade"])),
        Column(_("Binding\nindicators"), _counts("binding")),
        Column(_("Long-term\ngoals"), _counts("bonus")),
        Column(_("Tasks\ndue"), _counts("tasks")),
        Column(_("Annual\ngoals"), _counts("goals")),
    )
    return Listing(rows, columns, "")


def _counts(part: Part) -> Callable[[Row], str]:
    """Return a cell with how many lines of a part came to which result."""

    def text(row: Row) -> str:
        counts = Counter(result_label(line) for line in row[part])
        return "\n".join(
            _("{label} {number}").format(label=label, number=number)
            for label, number in counts.items()
        )

    return text


def rules_listing(rules: Mapping[Part, RuleRow], year: int) -> Listing:
    """Return what is assessed, and by which rule of the notice."""
    columns = (
        Column(_("Assessed"), lambda row: part_label(row["part"], year), share=1),
        Column(_("By which rule"), rule_text, share=2),
    )
    return Listing([rules[part] for part in PARTS], columns, "")
