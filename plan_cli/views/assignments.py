"""Assigned and unassigned groups as people read them."""

from collections.abc import Sequence

from plan_cli.dataset.assignments import AssignmentRow
from plan_cli.i18n import _
from plan_cli.render import Column, Listing
from plan_cli.render.listing import Row


def assignment_listing(rows: Sequence[AssignmentRow]) -> Listing:
    """Return who groups and open lists are, and which nobody has named yet."""
    columns = (
        Column(_("No."), lambda row: str(row["item"]), right=True),
        Column(_("Lead"), lambda row: str(row["lead"]), share=2),
        Column(_("Group"), lambda row: str(row["group"])),
        Column(_("Members"), _members, share=3),
        Column(_("By"), lambda row: row["by"] or "", share=1),
        Column(_("Document"), lambda row: row["document"] or "", share=2),
        Column(_("Date"), lambda row: row["date"] or ""),
    )
    missing = sum(row["members"] is None for row in rows)
    title = _("{assigned} assigned, {missing} not yet").format(
        assigned=len(rows) - missing, missing=missing
    )
    return Listing(rows, columns, title)


def _members(row: Row) -> str:
    return "、".join(row["members"]) if row["members"] is not None else _("not assigned yet")
