"""A returned workbook from its file to what becomes of everything in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plan_cli.dataset.dataset import Dataset
from plan_cli.i18n import _
from plan_cli.ledgers.comparing import Outcome, compare, outcome_of
from plan_cli.ledgers.content import ledger
from plan_cli.ledgers.manifest import Manifest
from plan_cli.ledgers.opening import RefusedFileError, open_workbook
from plan_cli.ledgers.returned.entries import read_entries
from plan_cli.ledgers.returned.faults import Place
from plan_cli.ledgers.returned.made import read_manifest
from plan_cli.ledgers.returned.outdated import outdated
from plan_cli.ledgers.returned.rows import read_rows


@dataclass(frozen=True, slots=True)
class Collected:
    """A workbook that was read.

    Attributes:
        file: its name.
        made: what it remembers; None where it was refused.
        outcomes: what becomes of what is in it, in the order of the list.
        idle: cells with a day and nothing beside it, which say nothing.
    """

    file: str
    made: Manifest | None
    outcomes: tuple[Outcome, ...]
    idle: tuple[Place, ...] = ()

    def in_state(self, *states: str) -> list[Outcome]:
        """Return what is in one of these states."""
        return [one for one in self.outcomes if one.state in states]


def collect(path: Path, dataset: Dataset) -> Collected:
    """Read a returned workbook and compare it with the dataset.

    A file that is refused has one outcome, which says why.
    """
    try:
        return _collect(path, dataset)
    except RefusedFileError as error:
        refused = Outcome("wrong", Place(""), reason=error.message, hint=error.hint)
        return Collected(path.name, None, (refused,))


def _collect(path: Path, dataset: Dataset) -> Collected:
    book = open_workbook(path)
    made = read_manifest(book)
    _check_plan(made, dataset)
    returned = read_rows(book, made)
    now = ledger(dataset, made.department, made.year, made.as_of)
    returned = replace(returned, faults=(*returned.faults, *outdated(returned, now)))
    targets = {
        target.id: target
        for item in (*dataset.tasks, *dataset.indicators)
        for target in item.targets
    }
    found = read_entries(returned, targets)
    outcomes = [compare(entry, made, dataset) for entry in found.entries]
    outcomes += [outcome_of(fault) for fault in found.faults]
    return Collected(path.name, made, tuple(in_order(outcomes, made)), tuple(found.idle))


def _check_plan(made: Manifest, dataset: Dataset) -> None:
    if made.number != dataset.plan.number:
        raise RefusedFileError(
            _("it is a work list of another plan: {number}").format(number=made.number),
            _("This one is {number}.").format(number=dataset.plan.number),
        )
    if made.department not in dataset.directory.by_name:
        raise RefusedFileError(
            _("there is no department {name} any more").format(name=made.department),
            _("Make a new work list, and copy what was filled in into it."),
        )


def in_order(outcomes: Sequence[Outcome], made: Manifest) -> list[Outcome]:
    """Return outcomes in the order of the sheets and rows; what is about no row comes last."""
    sheets = {name: place for place, name in enumerate(made.headers)}
    rows = {(row.sheet, row.item, row.target): place for place, row in enumerate(made.rows)}
    first = {(row.sheet, row.item): place for place, row in reversed(list(enumerate(made.rows)))}

    def place(one: Outcome) -> tuple[int, int]:
        sheet = one.place.sheet
        key = (sheet, one.item or 0, one.target)
        found = rows.get(key, first.get((sheet, one.item or 0), len(rows)))
        return sheets.get(sheet, len(sheets)), found

    return sorted(outcomes, key=place)
