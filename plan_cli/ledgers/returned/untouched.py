"""What was done to a work list beside filling it in; nothing of that goes unseen."""

from collections.abc import Iterable, Iterator

from plan_cli.i18n import _
from plan_cli.ledgers.manifest import KnownRow, hashed
from plan_cli.ledgers.opening.cells import place_of
from plan_cli.ledgers.returned.faults import Fault, Place
from plan_cli.ledgers.returned.view import SheetView


def merged(sheet: SheetView) -> Iterator[Fault]:
    """Yield a fault for every merged area that reaches into the table."""
    for reference in sheet.raw.merged:
        first, _colon, last = reference.partition(":")
        start, end = place_of(first), place_of(last or first)
        if start is None or end is None or end[0] >= sheet.header:
            message = _("these cells are merged: {cells}").format(cells=reference)
            hint = _("Undo the merging; every row has cells of its own.")
            yield Fault(Place(sheet.raw.name, first), message, hint)


def beside(sheet: SheetView, row: int, columns: Iterable[int]) -> Iterator[Fault]:
    """Yield a fault for every cell of a row that is filled in to the right of the table."""
    for column in columns:
        if column > len(sheet.columns):
            message = _("this is beside the table")
            hint = _("Move it into the row's own columns, or take it out.")
            yield Fault(Place.of(sheet.raw.name, row, column), message, hint)


def changed(sheet: SheetView, row: int, known: KnownRow) -> Iterator[Fault]:
    """Yield a fault for every official cell of a row that says something else than it did."""
    for column, made in known.hashes.items():
        cell = sheet.cell(row, column)
        text = "" if cell is None else cell.text
        if hashed(text) != made or (cell is not None and cell.kind == "formula"):
            message = _("this is the plan's own text, and it was changed")
            hint = _("Put back what was there; say what you mean under 进展情况.")
            yield sheet.fault(row, column, message, hint, (known.item, known.target))


def misplaced(sheet: SheetView, row: int, known: KnownRow) -> Iterator[Fault]:
    """Yield a fault for every input of a row that is filled in and should not be, or is hidden."""
    key = known.item, known.target
    for column in sheet.columns:
        cell = sheet.cell(row, column)
        if cell is None or column in known.hashes:
            continue
        if column not in known.open:
            message = _("nothing is to be filled in here")
            hint = _(
                "Fill in the yellow cells: what is about the whole item stands in its first row."
            )
            yield sheet.fault(row, column, message, hint, key)
        elif sheet.is_hidden(row, column) and cell.text.strip() != known.given_text(column):
            message = _("this is filled in and hidden")
            hint = _("Show all rows and columns, take off filters, and save again.")
            yield sheet.fault(row, column, message, hint, key)
