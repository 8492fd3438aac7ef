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
