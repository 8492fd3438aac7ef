"""Puts a review together: title, what it rests on, its parts, its annexes."""

from collections.abc import Sequence
from typing import Final

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.rows import ReportRow
from plan_cli.i18n import _
from plan_cli.listings.reports import reported_text
from plan_cli.papers.blocks import Block, Column, Heading, PageBreak, Paper, Paragraph, Table
from plan_cli.papers.review.changes import changes_part
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.figures import department_part, overall_part, section_part
from plan_cli.papers.review.indicators import binding_part, expected_part
from plan_cli.papers.review.items import Section, Write, ahead_part, behind_part
from plan_cli.papers.review.owed import overdue_part, owed_part, unreported_part
from plan_cli.papers.sources import Sources, with_sources
from plan_cli.papers.words import annex_text, heading_text, sentences
from plan_cli.words import day_label, period_label


def source_list(dataset: Dataset, rows: Sequence[ReportRow]) -> Section | None:
    """Return the reports in the order of their numbers; nothing where there are none."""
    if not rows:
        return None
    columns = (
        Column(_("Source"), 0.9, "center"),
        Column(_("Item"), 0.9, "center"),
        Column(_("Report"), 1.2, "center"),
        Column(_("Date"), 1.5, "center"),
        Column(_("Handed in by"), 1.9),
        Column(_("What it says"), 3.2),
        Column(_("Published in, evidence"), 4.2),
    )
    lines = tuple(
        (
            str(number),
            str(row["item"]),
            row["id"],
            row["date"],
            row["by"],
            reported_text(row, dataset.units).replace("\n", " "),
            "\n".join([*([row["source"]] if row["source"] else []), *row["evidence"]]),
        )
        for number, row in enumerate(rows, start=1)
    )
    words = _("Numbers in brackets in the text are the numbers of this list.")
    return Section(
        _("Reports that this paper rests on"), (Paragraph(words), Table(columns, lines, small=True))
    )


_PARTS: Final[tuple[Write, ...]] = (
    overall_part,
    binding_part,
    expected_part,
    section_part,
    ahead_part,
    behind_part,
    overdue_part,
    unreported_part,
    department_part,
    changes_part,
)
_RULES: Final = {True: "annual_meeting", False: "half_year_meeting"}


def review_paper(facts: Facts) -> Paper:
    """Return the review of a half-year or a year."""
    (parts, owed), rows = with_sources(
        facts.dataset, facts.now.all_reports, lambda sources: _written(facts, sources)
    )
    annexes = [one for one in (owed, source_list(facts.dataset, rows)) if one is not None]
    blocks: list[Block] = [Paragraph(_preface(facts))]
    for number, part in enumerate(parts, start=1):
        blocks += [Heading(heading_text(number, part.title)), *part.blocks]
    for number, part in enumerate(annexes, start=1):
        blocks += [PageBreak(), Heading(annex_text(number, part.title)), *part.blocks]
    return Paper(
        title=_title(facts),
        blocks=tuple(blocks),
        subtitle=facts.dataset.plan.title,
        lines=(
            facts.dataset.plan.number,
            _("As of {day}", day=day_label(facts.cutoff.day)),
        ),
    )


def _written(facts: Facts, sources: Sources) -> tuple[list[Section], Section | None]:
    parts = [part for write in _PARTS if (part := write(facts, sources)) is not None]
    return parts, owed_part(facts, sources)


def _title(facts: Facts) -> str:
    words = (
        _("{period}: summary of the year's targets and tasks")
        if facts.term.is_year
        else _("{period}: targets and tasks against the plan")
    )
    return words.format(period=period_label(facts.term.period))


def _preface(facts: Facts) -> str:
    """Say which meeting the paper is for, what it rests on, and what is not known."""
    return sentences(
        [
            _meeting(facts),
            _basis(facts),
            _("What nobody has reported is shown as not reported: it is no failure, and no zero."),
        ]
    )


def _meeting(facts: Facts) -> str:
    plan, wanted = facts.dataset.plan, _RULES[facts.term.is_year]
    rule = next((one for one in plan.rules if one.id == wanted), None)
    if rule is None:
        return ""
    words = _("The notice {number} orders in {section}: “{quote}”. This paper is for that meeting.")
    return words.format(number=plan.number, section=rule.section, quote=rule.quote)


def _basis(facts: Facts) -> str:
    day, period = day_label(facts.cutoff.day), period_label(facts.term.closing)
    words = {
        "deadline": _("It rests on what was reported by {day}, the deadline for {period}."),
        "today": _(
            "It rests on what was reported by {day}, today; {period} may still be reported."
        ),
        "asked": _("It rests on what was reported by {day}, the day that was asked for."),
    }[facts.cutoff.basis]
    return words.format(day=day, period=period)
