"""The list of indicators as people read it."""

from collections.abc import Callable, Sequence
from typing import Final

from plan_cli.dataset.rows import IndicatorRow, TargetRow
from plan_cli.i18n import _, ngettext
from plan_cli.render import Column, Listing
from plan_cli.render.listing import Row

_SIGNS: Final = {
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
    "about": "≈",
}
STAR: Final = "*"


def indicator_listing(rows: Sequence[IndicatorRow]) -> Listing:
    """Return the listing of `rows`."""
    columns = (
        Column(_("No."), lambda row: str(row["id"]), right=True),
        Column("", lambda row: STAR if row["binding"] else ""),
        Column(_("Indicator"), lambda row: str(row["text"]), share=5),
        Column(_("Target"), lambda row: _per_target(row, target_text), right=True),
        Column(_("Unit"), lambda row: _per_target(row, _unit_text)),
        Column(_("Responsible"), lambda row: str(row["responsible"]), share=2),
    )
    return Listing(rows, columns, _title(rows))


def target_text(target: TargetRow) -> str:
    """Return a target's figure, with the sign of its direction where the notice states one."""
    if target["value"] is None:
        return _("not stated") if target["value_unstated"] else ""
    if target["upper"] is not None:
        return f"{target['value']}–{target['upper']}"
    stated = target["direction_basis"] == "stated"
    sign = _SIGNS[target["direction"] or ""] if stated else ""
    return f"{sign}{target['value']}"


def _unit_text(target: TargetRow) -> str:
    return target["unit"] or ""


def _per_target(row: Row, text: Callable[[TargetRow], str]) -> str:
    return "\n".join(text(target) for target in row["targets"])


def _title(rows: Sequence[IndicatorRow]) -> str:
    count = ngettext("{number} indicator", "{number} indicators", len(rows))
    binding = sum(row["binding"] for row in rows)
    return _("{count}, {binding} of them binding (*)").format(
        count=count.format(number=len(rows)), binding=binding
    )
