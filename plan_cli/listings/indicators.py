"""Indicators as people read them: the list, and how they stand."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from plan_cli.dataset.rows import IndicatorRow, TargetRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.listings.listing import Column, Listing, Row, keys_of
from plan_cli.listings.reports import forecast_remarks, verdict_text
from plan_cli.words import period_label, verdict_label

if TYPE_CHECKING:
    from plan_cli.queries.status import IndicatorStateRow

_SIGNS: Final = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "about": "≈"}
STAR: Final = "*"


def indicator_listing(rows: Sequence[IndicatorRow]) -> Listing:
    columns = (
        Column(_("No."), lambda row: str(row["id"]), right=True),
        Column("", lambda row: STAR if row["binding"] else ""),
        Column(_("Indicator"), lambda row: str(row["text"]), share=5),
        Column(_("Target"), lambda row: _targets_text(row, target_text), right=True),
        Column(_("Unit"), lambda row: _targets_text(row, lambda target: target["unit"] or "")),
        Column(_("Responsible"), lambda row: str(row["responsible"]), share=2),
    )
    count = ngettext("{number} indicator", "{number} indicators", len(rows), number=len(rows))
    binding = sum(row["binding"] for row in rows)
    title = _("{count}, {binding} of them binding (*)", count=count, binding=binding)
    return Listing(rows, columns, title, keys=keys_of(IndicatorRow))


def target_text(target: TargetRow) -> str:
    """A target's figure, with the sign of its direction where the notice states one."""
    if target["value"] is None:
        return _("not stated") if target["value_unstated"] else ""
    if target["upper"] is not None:
        return f"{target['value']}–{target['upper']}"
    sign = _SIGNS[target["direction"] or ""] if target["direction_basis"] == "stated" else ""
    return f"{sign}{target['value']}"


def _targets_text(row: Row, text: Callable[[TargetRow], str]) -> str:
    return "\n".join(text(target) for target in row["targets"])


def indicator_state_listing(rows: "Sequence[IndicatorStateRow]", as_of: date) -> Listing:
    from plan_cli.queries.status import IndicatorStateRow

    columns = (
        Column(_("No."), lambda row: f"{row['id']}{STAR if row['binding'] else ''}", right=True),
        Column(_("Indicator"), _metrics, share=1, shorten=True),
        _figures(_("Value"), "value_text"),
        Column(
            _("Of"), _per_verdict(lambda one: period_label(one["period"]) if one["period"] else "")
        ),
        Column(_("Target"), lambda row: targets_text(row, units=True), right=True, share=1),
        _figures(_("By now"), "planned_text"),
        Column(_("Gap"), _per_verdict(lambda one: one["gap_text"] or ""), share=1),
        Column(_("Verdict"), _per_verdict(verdict_text)),
    )
    day, verdicts = as_of.isoformat(), verdict_counts(rows)
    count = ngettext("{number} indicator", "{number} indicators", len(rows), number=len(rows))
    title = _("{day}: {count} ({verdicts})", day=day, count=count, verdicts=verdicts)
    remarks = forecast_remarks([one for row in rows for one in row["judgements"]])
    return Listing(
        rows, columns, title, remarks=remarks, parallel=True, keys=keys_of(IndicatorStateRow)
    )


def verdict_counts(rows: "Sequence[IndicatorStateRow]") -> str:
    silent = sum(row["status"] == "unreported" for row in rows)
    verdicts = [
        one["verdict"] for row in rows if row["status"] != "unreported" for one in row["judgements"]
    ]
    counts = [
        _("{label} {number}", label=verdict_label(verdict), number=verdicts.count(verdict))
        for verdict in ("early", "met", "ahead", "on_track", "behind", "missed", "unknown")
        if verdict in verdicts
    ]
    if silent:
        counts.append(_("without any report {number}", number=silent))
    return listed(counts)


def binding_listing(rows: "Sequence[IndicatorStateRow]", title: str) -> Listing:
    columns = (
        Column(_("No."), lambda row: str(row["id"]), right=True),
        Column(_("Binding indicator"), _metrics, share=1, shorten=True),
        _figures(_("Value"), "value_text"),
        Column(_("Target"), lambda row: targets_text(row, units=True), right=True),
        _figures(_("By now"), "planned_text"),
        Column(_("Verdict"), _per_verdict(verdict_text)),
    )
    remarks = forecast_remarks([one for row in rows for one in row["judgements"]])
    return Listing(
        rows, columns, title, name="indicators", layout="compact", remarks=remarks, parallel=True
    )


def targets_text(row: Row, *, units: bool = False) -> str:
    """The figures of the targets, with percent signs; `units`: with every unit."""
    return "\n".join(
        target_text(target) + ((target["unit"] or "") if units or target["unit"] == "%" else "")
        for target in row["targets"]
    )


def _metrics(row: Row) -> str:
    return "\n".join(target["metric"] for target in row["targets"])


def _figures(header: str, key: str) -> Column:
    """A column of figures without their units, which are shown with the targets."""

    def text(one: Row) -> str:
        figure: str = one[key] or ""
        return figure if one["unit"] == "%" else figure.removesuffix(one["unit"] or "")

    return Column(header, _per_verdict(text), right=True)


def _per_verdict(text: Callable[[Row], str]) -> Callable[[Row], str]:
    return lambda row: "\n".join(text(one) for one in row["judgements"])
