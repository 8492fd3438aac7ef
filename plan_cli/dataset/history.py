"""What was reported, in the order of time, and what of it has been replaced."""

from collections.abc import Collection, Sequence
from datetime import date

from plan_cli.dataset.reports import ReportRow


class HistoryRow(ReportRow):
    """A report, and the id of the one that has replaced it by the day asked about."""

    replaced_by: str | None


def history_rows(
    rows: Sequence[ReportRow],
    as_of: date,
    *,
    item: int | None = None,
    departments: Collection[str] = (),
) -> list[HistoryRow]:
    """Return the reports handed in by a day, in their order.

    Args:
        rows: all reports, in the order of time.
        as_of: the day.
        item: only reports on this item.
        departments: only reports that one of these has handed in.
    """
    known = [row for row in rows if date.fromisoformat(row["date"]) <= as_of]
    replaced = {row["replaces"]: row["id"] for row in known if row["replaces"] is not None}
    return [
        {**row, "replaced_by": replaced.get(row["id"])}
        for row in known
        if item in (None, row["item"]) and (not departments or row["by"] in departments)
    ]
