"""The words of an assessment: grades, parts, results, and the rules in the notice's own words."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plan_cli.assessment.assess import DepartmentRow, LineRow, RuleRow, all_lines
from plan_cli.assessment.lines import PARTS, Part
from plan_cli.i18n import _, listed, ngettext
from plan_cli.listings.listing import Column, Listing, Row
from plan_cli.words import state_label, verdict_label

if TYPE_CHECKING:
    from plan_cli.assessment.year import AssessedYear


def grade_label(grade: str | None) -> str:
    """Return whether 优秀 is barred as people read it."""
    return {
        "barred": _("barred"),
        "open": _("clear so far"),
        "not_barred": _("clear"),
        None: _("n/a"),
    }[grade]


def part_label(part: Part, year: int) -> str:
    """Return what a part of an assessment is about."""
    labels = {
        "binding": _("Binding indicators (一票否优)"),
        "bonus": _("Long-term goals reached early (加分)"),
        "tasks": _("Lead tasks due in {year}"),
        "goals": _("Annual goals of {year}"),
    }
    return labels[part].format(year=year)


def rule_text(rule: Row) -> str:
    """Return a rule in the notice's own words, and where they stand."""
    if rule["quote"] is None:
        return _("not assessed: the plan records no rule of the notice for it")
    return _("The notice, {section}: “{quote}”", section=rule["section"], quote=rule["quote"])


def result_label(line: Row, result: str | None = None) -> str:
    """Return the result of a line, or another that it had, as people read it.

    What is open is called by its state while the year lasts; it is never called missed.
    """
    name = result or line["result"]
    if name == "open" and not line["ended"]:
        return state_label(line["state"] or "")
    if name in ("terminated", "unreported"):
        return state_label(name)
    return {
        "fulfilled": _("fulfilled"),
        "missed": _("missed"),
        "unknown": _("unknown"),
        "early": _("early"),
        "earlier": _("before"),
        "claimed": _("claimed"),
        "not_yet": _("not yet"),
        "on_time": _("on time"),
        "late": _("late"),
        "open": _("open"),
    }[name]


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
            _("{label} {number}", label=label, number=number) for label, number in counts.items()
        )

    return text


def rules_listing(rules: Mapping[Part, RuleRow], year: int) -> Listing:
    """Return what is assessed, and by which rule of the notice."""
    columns = (
        Column(_("Assessed"), lambda row: part_label(row["part"], year), share=1),
        Column(_("By which rule"), rule_text, share=2),
    )
    return Listing([rules[part] for part in PARTS], columns, "")


def line_columns(part: Part, *, explain: bool) -> tuple[Column, ...]:
    """Return the columns of the lines of a part; `explain` shows what each rests on."""
    words = _("Goal") if part == "goals" else _("Wording")
    return (
        Column(_("No."), _number),
        Column(words, _words, share=2),
        Column(_("Result"), _result),
        Column(_("Why"), lambda row: "\n".join(_why(row, explain=explain)), share=3),
    )


def _number(row: Row) -> str:
    """Return the target's id; of several, and of none, the item's number."""
    return row["targets"][0] if len(row["targets"]) == 1 else str(row["item"])


def _words(row: Row) -> str:
    told = list(_wordings(row))
    if row["asked"] and row["part"] != "tasks":
        told.append(row["asked"])
    if row["named"] != row["department"]:
        told.append(_("named: {name}", name=row["named"]))
    return "\n".join(told)


def _wordings(row: Row) -> Iterator[str]:
    """Yield the wording; of several targets each with its id, a quote that they share once."""
    quotes = row["words"].split("\n")
    if len(row["targets"]) != len(quotes) or len(quotes) == 1:
        yield row["words"]
        return
    for quote in dict.fromkeys(quotes):
        ids = [one for one, own in zip(row["targets"], quotes, strict=True) if own == quote]
        yield f"{listed(ids)} {quote}"


def _result(row: Row) -> str:
    label = result_label(row)
    if row["before"] in (None, row["result"]):
        return label
    return _("{before}\n→ {after}", before=result_label(row, row["before"]), after=label)


def _why(row: Row, *, explain: bool) -> Iterator[str]:
    yield row["reason"]
    if row["pace"] is not None:
        yield _(
            "Plan as a whole: {verdict}: {reason}",
            verdict=verdict_label(row["pace"]),
            reason=row["pace_reason"],
        )
    elif row["pace_reason"]:
        yield _("Figures: {text}", text=row["pace_reason"])
    if row["decides"]:
        yield _("To decide it: {what}", what=row["decides"])
    yield from _rests_on(row) if explain else _later(row)


def _later(row: Row) -> Iterator[str]:
    """Yield the reports after the last one that counts; where none counts, those since the year."""
    since = row["reported"] or str(row["year"])
    yield from (_left_out(one) for one in row["left_out"] if one["date"] > since)


def _rests_on(row: Row) -> Iterator[str]:
    """Yield what a line rests on, kind by kind; what there is none of is said."""
    none = _("none")
    yield _("Working: {text}", text="\n    ".join(["", *row["working"]]).rstrip() or none)
    yield _("Reports: {text}", text=listed(row["reports"]) or none)
    yield _("Evidence: {text}", text=listed(row["evidence"]) or none)
    if not row["left_out"]:
        yield _("Not used: {text}", text=none)
    yield from map(_left_out, row["left_out"])


def _left_out(one: Row) -> str:
    text = _("{report} of {day}: {why}", report=one["report"], day=one["date"], why=one["why"])
    return _("Not used: {text}", text=text)


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
    title = _(
        "Assessment of {year}, as of {day}: {count}",
        year=year,
        day=day,
        count=count.format(number=len(rows)),
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
        label = _("{before} → {after}", before=grade_label(row["grade_before"]), after=label)
    return _("{label}: {reason}", label=label, reason=row["grade_reason"])


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
                number=row["undated"],
            )
        )
    return "\n".join(told)
