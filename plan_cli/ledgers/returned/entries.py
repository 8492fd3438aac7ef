"""Reports and goals that a returned workbook has in it, and what of it cannot be read."""

from collections.abc import Iterable, Mapping

from plan_cli.ledgers.returned.entry import Reading
from plan_cli.ledgers.returned.goals import read_goal
from plan_cli.ledgers.returned.inputs import RowReader
from plan_cli.ledgers.returned.reports import read_indicator, read_task
from plan_cli.ledgers.returned.rows import Returned, ReturnedRow
from plan_cli.model import Target


def read_entries(returned: Returned, targets: Mapping[str, Target]) -> Reading:
    """Return the reports and goals of a workbook.

    Where anything about an item is wrong on a sheet, nothing that is filled in there is taken.

    Args:
        returned: the workbook.
        targets: the targets of the plan, by their ids.
    """
    found = Reading(faults=list(returned.faults))
    spoiled = {(fault.place.sheet, fault.item) for fault in found.faults}
    for (sheet, item), rows in _by_item(returned.rows).items():
        readers = [RowReader(row, targets, from_1904=returned.from_1904) for row in rows]
        taken = _read_item(item, readers)
        found.idle += taken.idle
        found.faults += taken.faults
        if not taken.faults and (sheet, item) not in spoiled:
            found.entries += taken.entries
    return found


def _by_item(rows: Iterable[ReturnedRow]) -> dict[tuple[str, int], list[ReturnedRow]]:
    found: dict[tuple[str, int], list[ReturnedRow]] = {}
    for row in rows:
        found.setdefault((row.known.sheet, row.known.item), []).append(row)
    return found


def _read_item(item: int, readers: list[RowReader]) -> Reading:
    """Return what the rows of an item on a sheet say."""
    found = Reading()
    if any("status" in reader.row.places for reader in readers):
        read_task(item, readers, found)
    else:
        for reader in readers:
            read_indicator(item, reader, found)
    for reader in readers:
        read_goal(item, reader, found)
    found.faults += [fault for reader in readers for fault in reader.faults]
    return found
