"""An assessment as people read it: grades, parts, results, the rules in the notice's words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from plan_cli.assessment.assess import LINE_KEYS, all_lines
from plan_cli.assessment.lines import PARTS, Part
from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.listings.listing import Column, Listing, Row
from plan_cli.words import state_label, verdict_label

if TYPE_CHECKING:
    from plan_cli.assessment.year import AssessedYear


_GRADES: Final = {
    "barred": N_("barred"),
    "open": N_("clear so far"),
    "not_barred": N_("clear"),
    None: N_("n/a"),
}
_PARTS: Final[dict[Part, str]] = {
    "binding": N_("Binding indicators (一票否优)"),
    "bonus": N_("Long-term goals reached early (加分)"),
    "tasks": N_("Lead tasks due in {year}"),
    "goals": N_("Annual goals of {year}"),
}
_RESULTS: Final = {
    "fulfilled": N_("fulfilled"),
    "missed": N_("missed"),
    "unknown": N_("unknown"),
    "early": N_("early"),
    "earlier": N_("before"),
    "claimed": N_("claimed"),
    "not_yet": N_("not yet"),
    "on_time": N_("on time"),
    "late": N_("late"),
    "open": N_("open"),
}


def _rule_text(rule: Row) -> str:
    if rule["quote"] is None:
        return _("not assessed: the plan records no rule of the notice for it")
    return _("The notice, {section}: “{quote}”", section=rule["section"], quote=rule["quote"])


def _result_label(line: Row, result: str | None = None) -> str:
    """The result of a line, or another of it; while the year lasts, `open` reads as its state."""
    name = result or line["result"]
    if name == "open" and not line["ended"]:
        return state_label(line["state"] or "")
    return _(_RESULTS[name]) if name in _RESULTS else state_label(name)


def _overview(rows: Sequence[Row]) -> Listing:
    columns = (
        Column(_("Department"), lambda row: str(row["department"]), share=1),
        Column(_("Grade 优秀"), lambda row: _(_GRADES[row["grade"]])),
        Column(_("Binding\nindicators"), lambda row: _counts(row["binding"])),
        Column(_("Long-term\ngoals"), lambda row: _counts(row["bonus"])),
        Column(_("Tasks\ndue"), lambda row: _counts(row["tasks"])),
        Column(_("Annual\ngoals"), lambda row: _counts(row["goals"])),
    )
    return Listing(rows, columns, "")


def _counts(lines: Sequence[Row]) -> str:
    counts = Counter(map(_result_label, lines)).items()
    return "\n".join(_("{label} {number}", label=label, number=number) for label, number in counts)


def _rules_listing(rules: Mapping[Part, Row], year: int) -> Listing:
    part = Column(_("Assessed"), lambda row: _(_PARTS[row["part"]], year=year), share=1)
    columns = (part, Column(_("By which rule"), _rule_text, share=2))
    return Listing([rules[name] for name in PARTS], columns, "")


def _number(row: Row) -> str:
    return row["targets"][0] if len(row["targets"]) == 1 else str(row["item"])


def _words(row: Row) -> str:
    lines = list(_wordings(row))
    if row["asked"] and row["part"] != "tasks":
        lines.append(row["asked"])
    if row["named"] != row["department"]:
        lines.append(_("named: {name}", name=row["named"]))
    return "\n".join(lines)


def _wordings(row: Row) -> Iterator[str]:
    quotes = row["words"].split("\n")
    if len(row["targets"]) != len(quotes) or len(quotes) == 1:
        yield row["words"]
        return
    for quote in dict.fromkeys(quotes):
        ids = [one for one, own in zip(row["targets"], quotes, strict=True) if own == quote]
        yield f"{listed(ids)} {quote}"


def _result(row: Row) -> str:
    label = _result_label(row)
    if row["before"] in (None, row["result"]):
        return label
    return _("{before}\n→ {after}", before=_result_label(row, row["before"]), after=label)


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
    """The reports after the last one that counts; where none counts, those since the year."""
    since = row["reported"] or str(row["year"])
    yield from (_left_out(one) for one in row["left_out"] if one["date"] > since)


def _rests_on(row: Row) -> Iterator[str]:
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


Rules = Mapping[Part, Row]


class Asked(NamedTuple):
    year: "AssessedYear"
    details: bool = False
    explain: bool = False
    assumed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def assessment_listing(rows: Sequence[Row], rules: Rules, asked: Asked) -> Listing:
    parts, remarks, year = [], asked.remarks, asked.year.year
    if asked.assumed or asked.details or asked.explain:
        parts = [part for row in rows for part in _details(row, rules, asked)]
    elif rows:
        parts = [_overview(rows), _rules_listing(rules, year)]
        hint = _("Every line: plan assess {year} --dept NAME; with its basis: --explain")
        remarks = (*remarks, hint.format(year=year))
    title, lines = _title(rows, asked), all_lines(rows)
    return Listing(
        rows, (), title, parts=tuple(parts), lines=lines, keys=LINE_KEYS, remarks=remarks
    )


def _title(rows: Sequence[Row], asked: Asked) -> str:
    year, day, number = asked.year.year, asked.year.as_of.isoformat(), len(rows)
    if not asked.assumed:
        count = ngettext("{number} department", "{number} departments", number, number=number)
        title = _("Assessment of {year}, as of {day}: {count}", year=year, day=day, count=count)
    else:
        words = (
            N_("If {assumed} for {year}, this would change (as of {day}, nothing is written):")
            if rows
            else N_("If {assumed} for {year}, nothing would change (as of {day})")
        )
        title = _(words, assumed=listed(asked.assumed), year=year, day=day)
    if asked.year.ended:
        return title
    words = N_("{year} has not ended: nothing here is final")
    if asked.year.as_of.year < year:
        words = N_("{year} has not begun: nothing here is final")
    return title + "\n" + _(words, year=year)


def _details(row: Row, rules: Rules, asked: Asked) -> Iterator[Listing]:
    name = Column(_("Department"), lambda row: str(row["department"]))
    yield Listing([row], (name, Column(_("Grade 优秀"), _grade)), "", layout="records")
    for part in PARTS:
        if not row[part] and asked.assumed:
            continue
        columns = (
            Column(_("No."), _number),
            Column(_("Goal") if part == "goals" else _("Wording"), _words, share=2),
            Column(_("Result"), _result),
            Column(_("Why"), lambda row: "\n".join(_why(row, explain=asked.explain)), share=3),
        )
        yield Listing(row[part], columns, _part_title(row, part, rules[part]))


def _grade(row: Row) -> str:
    label = _(_GRADES[row["grade"]])
    if row["grade_before"] not in (None, row["grade"]):
        label = _("{before} → {after}", before=_(_GRADES[row["grade_before"]]), after=label)
    return _("{label}: {reason}", label=label, reason=row["grade_reason"])


def _part_title(row: Row, part: Part, rule: Row) -> str:
    title, lines = [_(_PARTS[part], year=row["year"]), _rule_text(rule)], row[part]
    if rule["quote"] is not None and not lines:
        title.append(_("None."))
    if part == "bonus" and any(line["result"] in ("early", "claimed") for line in lines):
        title.append(
            _(
                "How much it earns, and whether it is outstanding (特别突出), is for the assessors "
                "to say."
            )
        )
        if row["grade"] == "barred":
            title.append(_("It does not lead to 优秀 by itself: a binding indicator was missed."))
    if part == "tasks" and row["undated"]:
        more = ngettext(
            "{number} more task that it leads has no stated year and is not assessed.",
            "{number} more tasks that it leads have no stated year and are not assessed.",
            row["undated"],
            number=row["undated"],
        )
        title.append(more)
    return "\n".join(title)
