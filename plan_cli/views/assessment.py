"""An assessment as people read it: an overview of departments, or every line of some."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plan_cli.assessment.convert import all_lines
from plan_cli.assessment.line import PARTS, Part
from plan_cli.assessment.rows import DepartmentRow, LineRow, RuleRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.render import Column, Listing
from plan_cli.render.listing import Row
from plan_cli.views.assessment_lines import line_columns
from plan_cli.views.assessment_overview import overview, rules_listing
from plan_cli.views.assessment_words import (
    grade_label,
    part_label,
    rule_text,
)

if TYPE_CHECKING:
    from plan_cli.assessment import AssessedYear

Rules = Mapping[Part, RuleRow]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the year, how much of it, and what is assumed.

    Attributes:
        year: the year.
        details: every line, and not only how many.
        explain: also what each rests on.
        assumed: what was typed for --assume; only what it changes is shown then.
        remarks: what has to be said beside the result.
    """

    year: "AssessedYear"
    details: bool = False
    explain: bool = False
    assumed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def assessment_listing(rows: Sequence[DepartmentRow], rules: Rules, asked: Asked) -> Listing:
    """Return an assessment: departments for programs, lines for spreadsheets, tables for people."""
    remarks = asked.remarks
    if asked.assumed or asked.details or asked.explain:
        parts = [part for row in rows for part in _details(row, rules, asked)]
    else:
        parts = [overview(rows), rules_listing(rules, asked.year.year)]
        hint = _("Every line: plan assess {year} --dept NAME; with what it rests on: --explain")
        remarks = (*remarks, hint.format(year=asked.year.year))
    return Listing(
        rows,
        (),
        _title(rows, asked),
        parts=tuple(parts) if rows else (),
        lines=all_lines(rows),
        remarks=remarks if rows else asked.remarks,
    )


def _title(rows: Sequence[DepartmentRow], asked: Asked) -> str:
    year, day = asked.year.year, asked.year.as_of.isoformat()
    count = ngettext("{number} department", "{number} departments", len(rows))
    title = _("Assessment of {year}, as of {day}: {count}").format(
        year=year, day=day, count=count.format(number=len(rows))
    )
    if asked.assumed:
        words = _("If {assumed} for {year}, this would change (as of {day}, nothing is written):")
        if not rows:
            words = _("If {assumed} for {year}, nothing would change (as of {day})")
        title = words.format(assumed=listed(asked.assumed), year=year, day=day)
    if asked.year.ended:
        return title
    words = _("{year} has not ended: nothing here is final")
    if asked.year.as_of.year < year:
        words = _("{year} has not begun: nothing here is final")
    return f"{title}\n{words.format(year=year)}"


def _details(row: DepartmentRow, rules: Rules, asked: Asked) -> Iterator[Listing]:
    columns = (
        Column(_("Department"), lambda row: str(row["department"])),
        Column(_("Grade 优秀"), _grade),
    )
    yield Listing([row], columns, "", layout="records")
    for part in PARTS:
        lines = _lines(row, part)
        if lines or not asked.assumed:
            yield Listing(
                lines,
                line_columns(part, explain=asked.explain),
                _part_title(row, part, lines, rules[part]),
            )


def _lines(row: DepartmentRow, part: Part) -> list[LineRow]:
    lines: dict[Part, list[LineRow]] = {
        "binding": row["binding"],
        "bonus": row["bonus"],
        "tasks": row["tasks"],
        "goals": row["goals"],
    }
    return lines[part]


def _grade(row: Row) -> str:
    label = grade_label(row["grade"])
    if row["grade_before"] not in (None, row["grade"]):
        label = _("{before} → {after}").format(before=grade_label(row["grade_before"]), after=label)
    return _("{label}: {reason}").format(label=label, reason=row["grade_reason"])


def _part_title(row: DepartmentRow, part: Part, lines: Sequence[LineRow], rule: RuleRow) -> str:
    """Return the heading of a part: its rule in the notice's words, and what else holds of it."""
    told = [part_label(part, row["year"]), rule_text(rule)]
    if rule["quote"] is not None and not lines:
        told.append(_("None."))
    if part == "bonus" and any(line["result"] in ("early", "claimed") for line in lines):
        told.append(
            _(
                "How much it earns, and whether it is outstanding (特别突出), is for the assessors "
                "to say."
            )
        )
        if row["grade"] == "barred":
            told.append(_("It does not lead to 优秀 by itself: a binding indicator was missed."))
    if part == "tasks" and row["undated"]:
        told.append(
            ngettext(
                "{number} more task that it leads has no stated year and is in no year.",
                "{number} more tasks that it leads have no stated year and are in no year.",
                row["undated"],
            ).format(number=row["undated"])
        )
    return "\n".join(told)
