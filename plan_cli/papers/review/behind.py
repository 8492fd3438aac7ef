"""What goes badly: indicators behind or missed, tasks blocked or behind their targets."""

from plan_cli.i18n import _, ngettext
from plan_cli.papers.blocks import Paragraph
from plan_cli.papers.review.entries import entries_table, indicator_entry, said, task_entry
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import BADLY, Section, judged
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import sentences


def write(facts: Facts, sources: Sources) -> Section:
    """Write what goes badly, by what is reported."""
    title, tasks = _("Behind and blocked"), facts.now.tasks
    indicators = [indicator_entry(row, BADLY) for row in facts.now.indicators if judged(row, BADLY)]
    blocked = [task_entry(facts, row, BADLY) for row in tasks if row["status"] == "blocked"]
    others = [
        task_entry(facts, row, BADLY, state=False)
        for row in tasks
        if row["status"] != "blocked" and judged(row, BADLY)
    ]
    entries = [*indicators, *blocked, *others]
    if not entries:
        words = _("By what is reported, no indicator is behind the plan and no task is blocked.")
        return Section(title, (Paragraph(words),))
    behind = ngettext(
        "{number} indicator is behind the plan or has missed its target{sources}.",
        "{number} indicators are behind the plan or have missed their targets{sources}.",
        len(indicators),
    )
    stuck = ngettext(
        "{number} task is blocked{sources}.", "{number} tasks are blocked{sources}.", len(blocked)
    )
    further = ngettext(
        "{number} task that is not blocked is behind a target or has missed it{sources}.",
        "{number} tasks that are not blocked are behind a target or have missed it{sources}.",
        len(others),
    )
    text = sentences(
        [
            said(behind, indicators, sources),
            said(stuck, blocked, sources),
            said(further, others, sources),
        ]
    )
    return Section(title, (Paragraph(text), entries_table(entries, sources, _("What is reported"))))
