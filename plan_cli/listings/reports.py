"""Reports as people read them, in the order of time."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from plan_cli.dataset.rows import Figure
from plan_cli.i18n import N_, _, ngettext
from plan_cli.listings.listing import Column, Listing, Row, keys_of
from plan_cli.queries.history import HistoryRow
from plan_cli.words import nature_label, period_label, status_label

_SAID: Final = (
    *("status", "target", "value", "period", "nature", "progress", "problems", "next"),
    *("publisher", "source", "quote", "replaces", "replaced_by", "note"),
)


def history_listing(
    rows: Sequence[HistoryRow],
    units: Mapping[str, str],
    departments: Sequence[str] = (),
    remarks: tuple[str, ...] = (),
) -> Listing:

    def reported(row: Row) -> str:
        replaced = _("[replaced]") + "\n" if row["replaced_by"] is not None else ""
        return replaced + reported_text(row, units)

    columns = (
        Column(_("Date"), lambda row: str(row["date"])),
        Column(_("Id"), lambda row: str(row["id"])),
        Column(_("No."), lambda row: str(row["item"]), right=True),
        Column(_("Handed in by"), lambda row: str(row["by"]), share=2),
        Column(_("Reported"), reported, share=3),
        Column(_("Details"), details_text, share=5),
    )
    replaced = sum(row["replaced_by"] is not None for row in rows)
    title = ngettext("{number} report", "{number} reports", len(rows), number=len(rows))
    if replaced:
        title = _("{count}, {replaced} of them replaced", count=title, replaced=replaced)
    if departments:
        title = _("{names}: {count}", names="、".join(departments), count=title)
    return Listing(rows, columns, title, remarks=remarks, keys=keys_of(HistoryRow))


def reported_text(row: Row, units: Mapping[str, str]) -> str:
    if row["status"] is not None:
        values = [_figure(one["target"], one["value"], units) for one in row["values"]]
        return "\n".join([status_label(row["status"]), *values])
    value = _figure(row["target"], row["value"], units)
    period = period_label(row["period"]) if row["period"] else ""
    if row["nature"]:
        period = _("{period} ({nature})", period=period, nature=nature_label(row["nature"]))
    return f"{period}\n{value}".strip()


def details_text(row: Row) -> str:
    lines = [
        (N_("replaced by {id}"), row["replaced_by"]),
        (N_("replaces {id}"), row["replaces"]),
        (N_("Progress: {text}"), row["progress"]),
        (N_("Problems: {text}"), row["problems"]),
        (N_("Next: {text}"), row["next"]),
        (N_("Published by {text}"), row["publisher"]),
        (N_("Source: {text}"), row["source"]),
        (N_("Words: “{text}”"), row["quote"]),
        *((N_("Evidence: {text}"), one) for one in row["evidence"]),
        (N_("Remark: {text}"), row["note"]),
    ]
    return "\n".join(_(words, id=value, text=value) for words, value in lines if value)


def said_text(fields: Mapping[str, Any], units: Mapping[str, str]) -> str:
    """All of a report from its fields; fields without content may be missing."""
    nothing: dict[str, Any] = {"values": [], "evidence": []} | dict.fromkeys(_SAID)
    row = nothing | dict(fields)
    return "\n".join(text for text in (reported_text(row, units), details_text(row)) if text)


def _figure(target: str | None, value: Figure | None, units: Mapping[str, str]) -> str:
    if target is None or value is None:
        return ""
    return f"{target} = {value}{units.get(target, '')}"
