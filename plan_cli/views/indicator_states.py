"""How indicators stand, as people read it: value, plan, gap and verdict, a target a line."""

from collections.abc import Callable, Sequence
from datetime import date

from plan_cli.dataset.states import IndicatorStateRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.render import Column, Listing
from plan_cli.render.listing import Row
from plan_cli.views.indicators import STAR, target_text
from plan_cli.views.states import forecast_remarks, planned_text, value_text, verdict_text
from plan_cli.vocabulary import verdict_label


def indicator_state_listing(rows: Sequence[IndicatorStateRow], as_of: date) -> Listing:
    """Return the listing of `rows`."""
    columns = (
        Column(_("No."), lambda row: str(row["id"]), right=True),
        Column("", lambda row: STAR if row["binding"] else ""),
        Column(_("Indicator"), lambda row: str(row["text"]), share=3, shorten=True),
        Column(_("Value"), _per_target(value_text), right=True),
        Column(_("Of"), _per_target(lambda one: one["period"] or ""), share=1),
        Column(_("Target"), _targets, right=True),
        Column(_("By now"), _per_target(planned_text), right=True),
        Column(_("Gap"), _per_target(lambda one: one["gap_text"] or ""), share=2),
        Column(_("Verdict"), _per_target(verdict_text)),
    )
    title = _("{day}: {count}: {verdicts}").format(
        day=as_of.isoformat(),
        count=ngettext("{number} indicator", "{number} indicators", len(rows)).format(
            number=len(rows)
        ),
        verdicts=verdict_counts(rows),
    )
    remarks = forecast_remarks([one for row in rows for one in row["judgements"]])
    return Listing(rows, columns, title, remarks=remarks)


def verdict_counts(rows: Sequence[IndicatorStateRow]) -> str:
    """Return how many targets have which verdict, and how many indicators have no value at all."""
    silent = sum(row["status"] == "unreported" for row in rows)
    verdicts = [
        one["verdict"] for row in rows if row["status"] != "unreported" for one in row["judgements"]
    ]
    counts = [
        _("{label} {number}").format(label=verdict_label(verdict), number=verdicts.count(verdict))
        for verdict in ("early", "met", "ahead", "on_track", "behind", "missed", "unknown")
        if verdict in verdicts
    ]
    if silent:
        counts.append(_("without any report {number}").format(number=silent))
    return listed(counts)


def _per_target(text: Callable[[Row], str]) -> Callable[[Row], str]:
    return lambda row: "\n".join(text(one) for one in row["judgements"])


def _targets(row: Row) -> str:
    texts = [
        f"{target_text(target)}{target['unit'] if target['unit'] == '%' else ''}"
        for target in row["targets"]
    ]
    return "\n".join(texts)
