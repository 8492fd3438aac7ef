"""How the plan stands, as people read it on one screen."""

from collections.abc import Mapping, Sequence
from typing import Final

from plan_cli.i18n import N_, _, listed
from plan_cli.listings.listing import Column, Listing, Row, keys_of, number_column
from plan_cli.queries.counts import AttentionRow, DepartmentStateRow, LightRow, SectionStateRow
from plan_cli.words import STATES, light_label, state_label

MARKS: Final = {
    "done": "#",
    "in_progress": "=",
    "blocked": "!",
    "not_started": "-",
    "terminated": "x",
    "unreported": ".",
}


_HEADERS: Final = {
    "unreported": N_("No\nreport"),
    "not_started": N_("Not\nstarted"),
    "in_progress": N_("In pro-\ngress"),
    "blocked": N_("Blocked"),
    "done": N_("Done"),
    "terminated": N_("Ended"),
}


def bar(counts: Mapping[str, int], width: int) -> str:
    """A bar of `width` characters shared by `counts`; every nonzero count has at least one."""
    present = {name: counts[name] for name in MARKS if counts[name]}
    total = sum(present.values())
    if not total:
        return ""
    cells = {name: max(1, number * width // total) for name, number in present.items()}
    largest = max(present, key=lambda name: present[name])
    cells[largest] += width - sum(cells.values())
    return "".join(MARKS[name] * number for name, number in cells.items())


_BAR: Final = 16
_SHORT_BAR: Final = 10


def section_overview(rows: Sequence[SectionStateRow], title: str) -> Listing:
    codes = [row["code"] for row in rows]
    shown = [
        row
        for row in rows
        if row["tasks"] and not any(code.startswith(f"{row['code']}(") for code in codes)
    ]
    columns = (Column(_("Section"), lambda row: str(row["code"])), *_state_columns(rows, "tasks"))
    return Listing(shown, columns, title, name="sections", layout="compact")


def department_overview(rows: Sequence[DepartmentStateRow], most: int) -> Listing:
    leading = sorted((row for row in rows if row["leads"]), key=lambda row: -row["leads"])
    words = N_("{shown} of {number} leading departments; all: plan status --by department")
    title = _(words, shown=min(most, len(leading)), number=len(leading))
    columns = (
        Column(_("Department"), lambda row: str(row["name"]), share=1),
        *_state_columns(rows, "leads", _SHORT_BAR),
    )
    return Listing(leading[:most], columns, title, name="departments", layout="compact")


def section_state_listing(rows: Sequence[SectionStateRow], title: str) -> Listing:
    columns = (
        Column(_("Section"), lambda row: str(row["code"])),
        *_state_columns(rows, "tasks"),
        number_column(_("Indicators"), "indicators"),
    )
    return Listing(rows, columns, title, name="sections", keys=keys_of(SectionStateRow))


def department_state_listing(rows: Sequence[DepartmentStateRow]) -> Listing:
    """Every department with some duty, with the states of the tasks it leads."""
    duties = ("leads", "supports", "via_groups", "indicators")
    carrying = [row for row in rows if any(row.get(key) for key in duties)]
    columns = (
        Column(_("Department"), lambda row: str(row["name"]), share=1),
        *_state_columns(rows, "leads", _SHORT_BAR),
        number_column(_("Indicators"), "indicators"),
    )
    title = _("By department")
    return Listing(carrying, columns, title, name="departments", keys=keys_of(DepartmentStateRow))


def light_listing(rows: Sequence[LightRow]) -> Listing:
    columns = (
        Column(_("Light"), lambda row: light_label(row["light"])),
        number_column(_("Tasks"), "tasks"),
        number_column(_("Indicators"), "indicators"),
    )
    return Listing(rows, columns, _("By light"), name="lights", keys=keys_of(LightRow))


def attention_listing(rows: Sequence[AttentionRow]) -> Listing:
    columns = (
        Column(_("Needs attention"), _attention),
        Column(_("Number"), _number, right=True),
        Column(_("Listed by"), lambda row: str(row["command"])),
    )
    return Listing(rows, columns, "", name="attention", layout="compact")


def legend() -> str:
    return listed(f"{mark} {state_label(state)}" for state, mark in MARKS.items())


def totals(counts: Row) -> str:
    return listed(
        _("{label} {number}", label=state_label(state), number=counts[state])
        for state in STATES
        if counts[state]
    )


def _state_columns(rows: Sequence[Row], total: str, width: int = _BAR) -> tuple[Column, ...]:
    return (
        number_column(_("Tasks"), total),
        Column("", lambda row: bar(row, width)),
        *(
            number_column(_(_HEADERS[state]), state)
            for state in STATES
            if any(row[state] for row in rows)
        ),
    )


def _number(row: Row) -> str:
    return str(row["indicators"] if row["tasks"] is None else row["tasks"])


def _attention(row: Row) -> str:
    if row["tasks"] is not None:
        return _("tasks: {what}", what=state_label(row["what"]))
    if row["what"] == "behind":
        return _("indicators: behind or missed")
    return _("indicators: {what}", what=state_label(row["what"]))
