"""What is known of an item that the notice says differently elsewhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from plan_cli.model import Discrepancy


class DiscrepancyRow(TypedDict):
    """Where the notice is at odds with itself: the words of each target, in the same order."""

    kind: str
    targets: list[str]
    quotes: list[str]
    note: str


def discrepancy_row(known: "Discrepancy") -> DiscrepancyRow:
    """Return a recorded discrepancy as a row."""
    return {
        "kind": known.kind,
        "targets": list(known.targets),
        "quotes": list(known.quotes),
        "note": known.note,
    }


def known_discrepancies(rows: Iterable[DiscrepancyRow], item: int) -> list[DiscrepancyRow]:
    """Return the discrepancies in which a target of item number `item` has a part."""
    return [
        row
        for row in rows
        if any(target.partition(".")[0] == str(item) for target in row["targets"])
    ]
