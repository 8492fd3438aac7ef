"""How much there is, and who is still to be named, as people read it."""

from collections.abc import Sequence

from plan_cli.i18n import N_, _, ngettext
from plan_cli.listings.listing import Column, Listing, Row, keys_of, number_column
from plan_cli.queries.counts import BindingRow, DepartmentRow, DueRow, SectionRow
from plan_cli.queries.item import AssignmentRow
from plan_cli.words import binding_label


def department_listing(rows: Sequence[DepartmentRow]) -> Listing:
    columns = (
        Column(_("Department"), _names, share=3),
        Column(_("Category"), lambda row: str(row["category"]), share=2),
        number_column(_("Leads"), "leads"),
        number_column(_("Supports"), "supports"),
        number_column(_("Via"), "via_groups"),
        number_column(_("Indicators"), "indicators"),
        number_column(_("Binding"), "binding"),
    )
    n = len(rows)
    title = ngettext("{number} department", "{number} departments", n, number=n)
    return Listing(rows, columns, title, name="departments", keys=keys_of(DepartmentRow))


def section_listing(rows: Sequence[SectionRow]) -> Listing:
    columns = (
        Column(_("Section"), lambda row: str(row["code"])),
        Column(_("Heading"), _heading, share=1),
        Column(_("Items"), _range),
        number_column(_("Tasks"), "tasks"),
        number_column(_("Indicators"), "indicators"),
        number_column(_("Binding"), "binding"),
    )
    missing = sum(row["missing"] for row in rows)
    words = N_("{number} parts and sections")
    if missing:
        words = N_("{number} parts and sections, the headings of {missing} missing")
    title = _(words, number=len(rows), missing=missing)
    return Listing(rows, columns, title, name="sections", keys=keys_of(SectionRow))


def due_listing(rows: Sequence[DueRow]) -> Listing:
    columns = (
        Column(_("Due"), lambda row: str(row["due"] or _("not stated"))),
        number_column(_("Tasks"), "tasks"),
        number_column(_("Indicators"), "indicators"),
        number_column(_("Targets"), "targets"),
    )
    return Listing(rows, columns, _("By due year"), name="due", keys=keys_of(DueRow))


def binding_listing(rows: Sequence[BindingRow]) -> Listing:
    columns = (
        Column(_("Kind"), lambda row: binding_label(binding=row["binding"])),
        number_column(_("Indicators"), "indicators"),
    )
    title = _("Binding and expected indicators")
    return Listing(rows, columns, title, name="binding", keys=keys_of(BindingRow))


def _names(row: Row) -> str:
    others = [*row["aliases"], *(f"〈{plate}〉" for plate in row["plates"])]
    return "\n".join([row["name"], "、".join(others)] if others else [row["name"]])


def _heading(row: Row) -> str:
    return _("(missing from the published text)") if row["missing"] else row["title"] or ""


def _range(row: Row) -> str:
    first, last = row["first"], row["last"]
    if first is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def assignment_listing(rows: Sequence[AssignmentRow]) -> Listing:
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
    assigned = len(rows) - missing
    title = _("{assigned} assigned, {missing} not yet", assigned=assigned, missing=missing)
    return Listing(rows, columns, title, keys=keys_of(AssignmentRow))


def _members(row: Row) -> str:
    return "、".join(row["members"]) if row["members"] is not None else _("not assigned yet")
