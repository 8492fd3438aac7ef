"""What is past its date: by what is reported not done, or without any report."""

from plan_cli.dataset.states import TaskStateRow
from plan_cli.i18n import _, ngettext
from plan_cli.papers.blocks import Paragraph
from plan_cli.papers.review.entries import Entry, entries_table, indicator_entry, said
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.overall import overdue_silent_words, overdue_words
from plan_cli.papers.review.section import BADLY, Section, is_reported
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import sentences, shortened


def write(facts: Facts, sources: Sources) -> Section:
    """Write what is past its date."""
    title = _("What is past its date")
    indicators = [indicator_entry(row, BADLY) for row in facts.now.indicators if row["overdue"]]
    late = [row for row in facts.now.tasks if row["overdue"]]
    reported = [row for row in late if is_reported(row)]
    if not (indicators or late):
        return Section(title, (Paragraph(_("Nothing is past its date.")),))
    missed = ngettext(
        "{number} indicator has missed its target in the year it was due{sources}.",
        "{number} indicators have missed their targets in the year they were due{sources}.",
        len(indicators),
    )
    entries = [*indicators, *(_entry(facts, row) for row in late)]
    text = sentences(
        [
            said(missed, indicators, sources),
            overdue_words(facts, reported, sources, table=True),
            overdue_silent_words(len(late) - len(reported)),
        ]
    )
    return Section(title, (Paragraph(text), entries_table(entries, sources, _("Why"))))


def _entry(facts: Facts, row: TaskStateRow) -> Entry:
    words = facts.now.of_task(row).standing.facts["overdue"]
    return Entry(
        row["id"], shortened(row["text"]), row["lead"], words, tuple(facts.now.state_reports(row))
    )
