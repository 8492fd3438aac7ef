"""The list of tasks as people read it."""

from collections.abc import Sequence

from plan_cli.dataset.rows import TaskRow
from plan_cli.i18n import _, ngettext
from plan_cli.render import Column, Listing
from plan_cli.render.listing import Row
from plan_cli.views.states import state_columns
from plan_cli.vocabulary import OPEN_LIST, role_label


def task_listing(
    rows: Sequence[TaskRow],
    departments: Sequence[str],
    remarks: tuple[str, ...] = (),
    *,
    states: bool = False,
) -> Listing:
    """Return the listing of `rows`; with `departments`, it says what part they have in each.

    With `states`, the rows have states, and they are shown.
    """
    role = (Column(_("Role"), _role_text),) if departments else ()
    columns = (
        Column(_("No."), lambda row: str(row["id"]), right=True),
        *role,
        Column(_("Task"), lambda row: str(row["text"]), share=5, shorten=True),
        Column(_("Lead"), lambda row: str(row["lead"]), share=2),
        Column(_("Support"), support_text, share=3),
        Column(_("Due"), _due_text),
        *(state_columns() if states else ()),
    )
    return Listing(rows, columns, _title(rows, departments), remarks=remarks)


def support_text(row: Row) -> str:
    """Return the supporting departments as a list, with 等 where it is open."""
    names = "、".join(row["support"])
    return names + OPEN_LIST if row["support_open"] else names


def _due_text(row: Row) -> str:
    years = sorted({target["due"] for target in row["targets"]} - {None})
    return "\n".join(str(year) for year in years) if years else _("not stated")


def _role_text(row: Row) -> str:
    label = role_label(row["role"])
    if row["via"] is None:
        return label
    return label + "\n" + _("via {group}").format(group=row["via"])


def _title(rows: Sequence[TaskRow], departments: Sequence[str]) -> str:
    count = ngettext("{number} task", "{number} tasks", len(rows)).format(number=len(rows))
    if not departments:
        return count
    leads = sum(row["role"] == "lead" for row in rows)
    return _("{names}: {count} (leads {leads}, supports {supports})").format(
        names="、".join(departments), count=count, leads=leads, supports=len(rows) - leads
    )
