"""What the plan has changed since a work list was made, where it matters to what is filled in."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.ledgers.layout import Ledger
from plan_cli.ledgers.manifest import hashed
from plan_cli.ledgers.returned.faults import Fault
from plan_cli.ledgers.returned.rows import Returned, ReturnedRow


def outdated(returned: Returned, now: Ledger) -> Iterator[Fault]:
    """Yield a fault for every row that is filled in and no longer says what the plan says.

    Args:
        returned: the workbook.
        now: the work list of the same department and year, as it would be made now.
    """
    rows = [row for sheet in now.sheets for row in sheet.rows]
    wordings = {row.item: hashed(row.text("text")) for row in rows if row.first}
    targets = {row.target: hashed(row.text("target")) for row in rows if row.target is not None}
    made = _wordings(returned)
    for row in returned.rows:
        known = row.known
        if not _is_filled(row):
            continue
        place = next(place for key, place in row.places.items() if key in row.cells)
        hint = _("Make a new work list, and copy what was filled in into it.")
        if known.item not in wordings:
            message = _("item {item} is on the department's list no more").format(item=known.item)
            yield Fault(place, message, hint, known.item, known.target)
            continue
        same_target = known.target is None or targets.get(known.target) == known.hashes["target"]
        if not same_target or wordings[known.item] != made[known.item]:
            message = _("the plan's words have changed since this list was made")
            yield Fault(place, message, hint, known.item, known.target)


def _wordings(returned: Returned) -> dict[int, str]:
    """Return the hashes of the items' wordings when the list was made; the first row has it."""
    found: dict[int, str] = {}
    for row in returned.manifest.rows:
        found.setdefault(row.item, row.hashes["text"])
    return found


def _is_filled(row: ReturnedRow) -> bool:
    """Say whether something stands in a row that did not when it was made."""
    return any(cell.text.strip() != row.known.given_text(key) for key, cell in row.cells.items())
