"""What has not been reported: never, or not for the period. It is no failure, and no zero."""

from collections.abc import Sequence

from plan_cli.dataset.owing import Owed
from plan_cli.i18n import _, ngettext
from plan_cli.papers.blocks import Block, Paragraph
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import Section
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import sentences
from plan_cli.vocabulary import period_label


def write(facts: Facts, sources: Sources) -> Section:
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
