"""Tasks and whole items as people read them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from plan_cli.dataset.rows import DiscrepancyRow, GoalRow, TargetRow, TaskRow, value_unit
from plan_cli.i18n import N_, _, ngettext
from plan_cli.listings.indicators import target_text
from plan_cli.listings.listing import Column, Listing, Row, keys_of
from plan_cli.listings.reports import explained, history_lines, judged, light_text, state_text
from plan_cli.words import OPEN_LIST, binding_label, kind_label, light_label, role_label

if TYPE_CHECKING:
    from plan_cli.queries.item import GroupRow
    from plan_cli.queries.status import ItemHistoryRow

_DUE_BASES: Final = {
    "carried": N_("from earlier in the sentence"),
    "inferred": N_("inferred from the sentence before"),
    "paragraph": N_("set for all indicators"),
    "section": N_("set for the section"),
}


def task_listing(
    rows: Sequence[TaskRow],
    departments: Sequence[str],
    remarks: tuple[str, ...] = (),
    *,
    states: bool = False,
) -> Listing:
    """The tasks; with `departments` also their roles, with `states` how each stands."""
    state = Column(_("State"), state_text)
    light = Column(_("Light"), lambda row: light_label(row["light"]))
    columns = (
        Column(_("No."), lambda row: str(row["id"]), right=True),
        *((Column(_("Role"), _role_text),) if departments else ()),
        Column(_("Task"), lambda row: str(row["text"]), share=5, shorten=True),
        Column(_("Lead"), lambda row: str(row["lead"]), share=2),
        Column(_("Support"), support_text, share=3),
        Column(_("Due"), _due_text),
        *((state, light) if states else ()),
    )
    row_type: type[Any] = TaskRow
    if states:
        from plan_cli.queries.status import TaskStateRow

        row_type = TaskStateRow
    keys = keys_of(row_type, optional=bool(departments))
    return Listing(rows, columns, _title(rows, departments), remarks=remarks, keys=keys)


def support_text(row: Row) -> str:
    names = "、".join(row["support"])
    return names + OPEN_LIST if row["support_open"] else names


def _due_text(row: Row) -> str:
    years = sorted({target["due"] for target in row["targets"]} - {None})
    return "\n".join(str(year) for year in years) if years else _("not stated")


def _role_text(row: Row) -> str:
    label = role_label(row["role"])
    return label if row["via"] is None else label + "\n" + _("via {group}", group=row["via"])


def _title(rows: Sequence[TaskRow], departments: Sequence[str]) -> str:
    count = ngettext("{number} task", "{number} tasks", len(rows), number=len(rows))
    if not departments:
        return count
    leads, names = sum(row["role"] == "lead" for row in rows), "、".join(departments)
    words = N_("{names}: {count} (leads {leads}, supports {supports})")
    return _(words, names=names, count=count, leads=leads, supports=len(rows) - leads)


def item_listing(rows: "Sequence[ItemHistoryRow]", *, explain: bool = False) -> Listing:
    judgement = explained if explain else judged
    columns = (
        Column(_("No."), _number_text),
        Column(_("Wording"), lambda row: str(row["text"])),
        Column(_("Section"), _section_text),
        Column(_("Lead"), lambda row: row["lead"] or ""),
        Column(_("Responsible"), lambda row: row["responsible"] or ""),
        Column(_("Support"), lambda row: support_text(row) if row["support"] is not None else ""),
        Column(_("Groups"), lambda row: "\n".join(_group_text(group) for group in row["groups"])),
        Column(_("Targets"), lambda row: "\n".join(_target_line(t) for t in row["targets"])),
        Column(_("At odds"), lambda row: "\n".join(map(_discrepancy, row["discrepancies"]))),
        Column(_("Annual goals"), _goals_text),
        Column(_("State"), state_text),
        Column(_("Light"), light_text),
        Column(_("Verdicts"), lambda row: "\n".join(judgement(one) for one in row["judgements"])),
        Column(_("Reports"), lambda row: history_lines(row["reports"], row["targets"])),
        Column(_("Others' reports"), lambda row: history_lines(row["others"], row["targets"])),
        Column(_("Remark"), lambda row: row["note"] or ""),
        Column(_("Published"), _source_text),
    )
    return Listing(rows, columns, "", layout="records")


def _number_text(row: Row) -> str:
    label = kind_label(row["kind"]) if row["kind"] else binding_label(binding=row["binding"])
    return f"{row['id']} · {label}"


def _section_text(row: Row) -> str:
    return f"{row['section']} {row['section_title'] or ''}".rstrip()


def _group_text(group: "GroupRow") -> str:
    if group["members"] is not None:
        return _("{label}: {text}", label=group["name"], text="、".join(group["members"]))
    if group["name"] == OPEN_LIST:
        return _("等: others may be called in; none named yet")
    return _("{group}: members not stated, and none named yet", group=group["name"])


def _discrepancy(known: DiscrepancyRow) -> str:
    pairs = zip(known["targets"], known["quotes"], strict=True)
    words = [f"{target} “{quote}”" for target, quote in pairs]
    return "\n".join([*words, f"    {known['note']}"])


def _target_line(target: TargetRow) -> str:
    figure = " ".join(part for part in (target_text(target), target["unit"] or "") if part)
    facts = [target["metric"], figure, _target_due_text(target)]
    line = f"{target['id']} {' · '.join(fact for fact in facts if fact)}\n    “{target['quote']}”"
    if target["same_as"]:
        line += "\n    " + _("the same metric: {targets}", targets="、".join(target["same_as"]))
    if target["note"]:
        line += f"\n    {target['note']}"
    return line


def _goals_text(row: Row) -> str:
    units = {one["id"]: value_unit(one) or "" for one in row["targets"]}
    return "\n".join(goal_line(goal, units) for goal in row["annual"])


def goal_line(goal: GoalRow, units: Mapping[str, str]) -> str:
    words = _("{year} {by}: {goal}", year=goal["year"], by=goal["by"], goal=goal["goal"])
    if goal["target"] is None:
        return words
    figure = goal["target"]
    if goal["value"] is not None:
        figure += f" = {goal['value']}{units.get(goal['target'], '')}"
    return _("{goal} ({figure})", goal=words, figure=figure)


def _target_due_text(target: TargetRow) -> str:
    if target["due"] is None:
        return _("no year stated")
    if target["due_basis"] == "stated":
        return _("by {year}", year=target["due"])
    basis = _(_DUE_BASES[target["due_basis"] or "inferred"])
    return _("by {year} ({basis})", year=target["due"], basis=basis)


def _source_text(row: Row) -> str:
    source = row["source"]
    return f"{source['file']}:{source['line']}\n{source['text']}" if source else ""
