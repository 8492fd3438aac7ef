"""How items stand, as people read it."""

from collections.abc import Mapping, Sequence

from plan_cli.i18n import _, listed
from plan_cli.listings.listing import Row
from plan_cli.words import light_label, period_label, state_label, verdict_label

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
