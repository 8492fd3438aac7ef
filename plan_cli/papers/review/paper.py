"""Puts a review together: title, what it rests on, its parts, its annexes."""

from typing import Final

from plan_cli.i18n import _
from plan_cli.papers.blocks import Block, Heading, PageBreak, Paper, Paragraph
from plan_cli.papers.review import (
    ahead,
    behind,
    binding,
    by_section,
    changes,
    departments,
    expected,
    overall,
    overdue,
    owed_list,
    unreported,
)
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import Section, Write
from plan_cli.papers.review.source_list import source_list
from plan_cli.papers.sources import Sources, with_sources
from plan_cli.papers.wording import annex_text, heading_text, sentences
from plan_cli.vocabulary import day_label, period_label

_PARTS: Final[tuple[Write, ...]] = (
    overall.write,
    binding.write,
    expected.write,
    by_section.write,
    ahead.write,
    behind.write,
    overdue.write,
    unreported.write,
    departments.write,
    changes.write,
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
            _("As of {day}").format(day=day_label(facts.cutoff.day)),
        ),
    )


def _written(facts: Facts, sources: Sources) -> tuple[list[Section], Section | None]:
    parts = [part for write in _PARTS if (part := write(facts, sources)) is not None]
    return parts, owed_list.write(facts, sources)


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
