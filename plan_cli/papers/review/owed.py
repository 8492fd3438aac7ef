"""What is past its date: by what is reported not done, or without any report."""

from collections.abc import Sequence

from plan_cli.i18n import _, ngettext
from plan_cli.papers.blocks import Block, Column, Paragraph, Table
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.figures import overdue_silent_words, overdue_words
from plan_cli.papers.review.items import (
    BADLY,
    Entry,
    Section,
    entries_table,
    indicator_entry,
    is_reported,
    said,
)
from plan_cli.papers.sources import Sources
from plan_cli.papers.words import sentences, shortened, spans
from plan_cli.queries.duties import Owed, by_holder
from plan_cli.queries.status import TaskStateRow
from plan_cli.words import period_label


def overdue_part(facts: Facts, sources: Sources) -> Section:
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


def unreported_part(facts: Facts, sources: Sources) -> Section:
    """Write what nobody has reported, and what nobody has reported for the period."""
    title = _("Not reported")
    silent = [one for one in facts.owed if one.missing]
    if not silent:
        return Section(title, (Paragraph(_("Everything that is open has been reported on.")),))
    never = [one for one in silent if one.last is None]
    before = [one for one in silent if one.last is not None]
    blocks: list[Block] = [Paragraph(_never(never))] if never else []
    if before:
        blocks.append(Paragraph(_before(before, facts.term.closing, sources)))
    words = _("Annex 1 lists them by department.")
    return Section(title, (*blocks, Paragraph(words)))


def _never(found: Sequence[Owed]) -> str:
    tasks, indicators = _parted(found)
    words = (
        (
            ngettext(
                "{number} task has never been reported on.",
                "{number} tasks have never been reported on.",
                len(tasks),
            ),
            len(tasks),
        ),
        (
            ngettext(
                "{number} indicator has never been reported on.",
                "{number} indicators have never been reported on.",
                len(indicators),
            ),
            len(indicators),
        ),
    )
    return sentences(text.format(number=number) for text, number in words if number)


def _before(found: Sequence[Owed], period: str, sources: Sources) -> str:
    tasks, indicators = _parted(found)
    parts = []
    if tasks:
        words = ngettext(
            "{number} task was reported on before, and not for {period}{sources}.",
            "{number} tasks were reported on before, and not for {period}{sources}.",
            len(tasks),
        )
        parts.append((words, tasks))
    if indicators:
        words = ngettext(
            "{number} indicator was reported on before, and not for {period}{sources}.",
            "{number} indicators were reported on before, and not for {period}{sources}.",
            len(indicators),
        )
        parts.append((words, indicators))
    last = {one.row["id"]: one.last["id"] for one in found if one.last is not None}
    return sentences(
        words.format(
            number=len(items),
            period=period_label(period),
            sources=sources.cite(last[item] for item in items),
        )
        for words, items in parts
    )


def _parted(found: Sequence[Owed]) -> tuple[list[int], list[int]]:
    """Return the numbers of the tasks and of the indicators."""
    tasks = [one.row["id"] for one in found if one.is_task]
    return tasks, [one.row["id"] for one in found if not one.is_task]


def owed_part(facts: Facts, sources: Sources) -> Section | None:
    """Write what every department owes, by the numbers of the items; nothing where nobody does."""
    del sources  # what is owed is what no report says
    lists = by_holder(facts.dataset, facts.owed)
    if not lists:
        return None
    text = ngettext(
        "{number} department has something to report or to bring to an end. The numbers are those "
        "of the items in the notice.",
        "{number} departments have something to report or to bring to an end. The numbers are "
        "those of the items in the notice.",
        len(lists),
        number=len(lists),
    )
    period = period_label(facts.term.closing)
    columns = (
        Column(_("Department"), 2),
        Column(_("Past due"), 1.8),
        Column(_("Tasks never reported on"), 3.4),
        Column(_("Indicators never reported on"), 2),
        Column(_("Reported on before, not for {period}", period=period), 2.4),
    )
    rows = tuple(_row(name, found) for name, found in lists.items())
    title = _("What every department owes")
    return Section(title, (Paragraph(text), Table(columns, rows)))


def _row(name: str, found: Sequence[Owed]) -> tuple[str, ...]:
    missing = [one for one in found if one.missing]
    never = [one for one in missing if one.last is None]
    return (
        name,
        spans(one.row["id"] for one in found if one.overdue),
        spans(one.row["id"] for one in never if one.is_task),
        spans(one.row["id"] for one in never if not one.is_task),
        spans(one.row["id"] for one in missing if one.last is not None),
    )
