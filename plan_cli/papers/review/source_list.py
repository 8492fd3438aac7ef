"""Annex: the reports that the paper rests on, by their numbers."""

from collections.abc import Sequence

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.reports import ReportRow
from plan_cli.i18n import _
from plan_cli.papers.blocks import Column, Paragraph, Table
from plan_cli.papers.review.section import Section
from plan_cli.views.history import reported_text


def source_list(dataset: Dataset, rows: Sequence[ReportRow]) -> Section | None:
    """Return the reports in the order of their numbers; nothing where there are none."""
    if not rows:
        return None
    columns = (
        Column(_("Source"), 0.9, "center"),
        Column(_("Item"), 0.9, "center"),
        Column(_("Report"), 2.1, "center"),
        Column(_("What it says"), 2.6),
        Column(_("Published in, evidence"), 5.5),
    )
    lines = tuple(
        (
            str(number),
            str(row["item"]),
            "\n".join((row["by"], row["date"], row["id"])),
            reported_text(row, dataset.units),
            "\n".join([*([row["source"]] if row["source"] else []), *row["evidence"]]),
        )
        for number, row in enumerate(rows, start=1)
    )
    words = _("Numbers in brackets in the text are the numbers of this list.")
    return Section(_("Reports that this paper rests on"), (Paragraph(words), Table(columns, lines)))
