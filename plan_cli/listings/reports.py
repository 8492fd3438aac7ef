"""How items stand, and what was reported, as people read it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from plan_cli.dataset.rows import Figure
from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.listings.listing import Column, Listing, Row, keys_of
from plan_cli.words import (
    light_label,
    nature_label,
    period_label,
    state_label,
    status_label,
    verdict_label,
)

if TYPE_CHECKING:
    from plan_cli.queries.history import HistoryRow

_FORECAST = "†"


def state_text(row: Row) -> str:
    return state_label(row["status"])


def light_text(row: Row) -> str:
    return _("{light}: {reason}", light=light_label(row["light"]), reason=row["light_reason"])


def verdict_text(one: Row) -> str:
    return verdict_label(one["verdict"]) + (_FORECAST if one["forecast"] else "")


def forecast_remarks(judgements: Sequence[Row]) -> tuple[str, ...]:
    marked = any(one["forecast"] for one in judgements)
    return (_("{mark} rests on a forecast (预计)", mark=_FORECAST),) if marked else ()


def explained(one: Row) -> str:
    return "\n".join([_head(one), *(f"    {line}" for line in one["working"])])


def judged(one: Row) -> str:
    return _head(one) + (f"\n    {one['needed_text']}" if one["needed_text"] else "")


def _head(one: Row) -> str:
    target, verdict, reason = one["target"], verdict_text(one), one["reason"]
    return _("{target} {verdict}: {reason}", target=target, verdict=verdict, reason=reason)


def history_lines(reports: Sequence[Row], targets: Sequence[Row]) -> str:
    units = {target["id"]: target["unit"] or "" for target in targets}
    return "\n".join(_history_line(report, units) for report in reports)


def _history_line(report: Row, units: Mapping[str, str]) -> str:
    facts = [report["date"], report["by"], report["id"]]
    if report["status"] is not None:
        facts.append(state_label(report["status"]))
    if report["value"] is not None:
        value = f"{report['value']}{units.get(report['target'], '')}"
        facts.append(f"{period_label(report['period'])} {value}")
    for one in report["values"]:
        facts += [f"{one['target']} = {one['value']}{units.get(one['target'], '')}"]
    lines = [" ".join(facts)]
    words = ((_("progress"), "progress"), (_("problems"), "problems"), (_("next"), "next"))
    for label, key in words:
        if report[key]:
            lines.append("    " + _("{label}: {text}", label=label, text=report[key]))
    if report["evidence"]:
        lines.append("    " + _("evidence: {items}", items=listed(report["evidence"])))
    return "\n".join(lines)


_SAID: Final = (
    *("status", "target", "value", "period", "nature", "progress", "problems", "next"),
    *("publisher", "source", "quote", "replaces", "replaced_by", "note"),
)


def history_listing(
    rows: "Sequence[HistoryRow]",
    units: Mapping[str, str],
    departments: Sequence[str] = (),
    remarks: tuple[str, ...] = (),
) -> Listing:
    from plan_cli.queries.history import HistoryRow

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
