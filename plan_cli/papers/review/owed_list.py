"""Annex: what every department owes."""

from collections.abc import Sequence

from plan_cli.dataset.owing import Owed, by_holder
from plan_cli.i18n import _, ngettext
from plan_cli.papers.blocks import Column, Paragraph, Table
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import Section
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import spans
from plan_cli.vocabulary import period_label


def write(facts: Facts, sources: Sources) -> Section | None:
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
    ).format(number=len(lists))
    period = period_label(facts.term.closing)
    columns = (
        Column(_("Department"), 2),
        Column(_("Past due"), 1.8),
        Column(_("Tasks never reported on"), 3.4),
        Column(_("Indicators never reported on"), 2),
        Column(_("Reported on before, not for {period}").format(period=period), 2.4),
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
