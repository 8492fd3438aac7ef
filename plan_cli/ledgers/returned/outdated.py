"""What the plan has changed since a work list was made, where it matters to what is filled in."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.ledgers.layout import Ledger, Row
from plan_cli.ledgers.manifest import hashed
from plan_cli.ledgers.returned.faults import Fault
from plan_cli.ledgers.returned.rows import Returned, ReturnedRow

_WORDS = ("text", "target")


def outdated(returned: Returned, now: Ledger) -> Iterator[Fault]:
    """Yield a fault for every row that is filled in and no longer says what the plan says.

    Args:
        returned: the workbook.
        now: the work list of the same department and year, as it would be made now.
    """
    rows = [row for sheet in now.sheets for row in sheet.rows]
    items = {row.item for row in rows}
    current = {(row.item, row.target): row for row in rows}
    for row in returned.rows:
        if not _is_filled(row):
            continue
        known = row.known
        place = next(place for key, place in row.places.items() if key in row.cells)
        hint = _("Make a new work list, and copy what was filled in into it.")
        if known.item not in items:
            message = _("item {item} is on the department's list no more").format(item=known.item)
            yield Fault(place, message, hint, known.item, known.target)
        elif known.target is not None and _differs(row, current.get((known.item, known.target))):
            message = _("the plan's words have changed since this list was made")
            yield Fault(place, message, hint, known.item, known.target)


def _is_filled(row: ReturnedRow) -> bool:
    """Say whether something stands in a row that did not when it was made."""
    given = row.known.given
    return any(cell.text.strip() != given.get(key, "").strip() for key, cell in row.cells.items())


def _differs(row: ReturnedRow, now: Row | None) -> bool:
    """Say whether target or wording differ; only the first row of an item has its wording."""
    if now is None:
        return True
    known = row.known.hashes
    return any(known[key] != hashed(now.text(key)) for key in _WORDS if now.text(key))
