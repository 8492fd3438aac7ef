"""The rows of a returned workbook: found by item and target, wherever they stand now."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from plan_cli.i18n import _
from plan_cli.ledgers import wording
from plan_cli.ledgers.manifest import KnownRow, Manifest
from plan_cli.ledgers.opening import Book, RawCell
from plan_cli.ledgers.returned import untouched
from plan_cli.ledgers.returned.faults import Fault, Place
from plan_cli.ledgers.returned.view import Key, SheetView, sheet_view


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row as it came back.

    Attributes:
        known: the row as it was made.
        cells: what stands in its open inputs, by their keys; empty ones are not there.
        places: where its inputs are, by their keys.
    """

    known: KnownRow
    cells: dict[str, RawCell]
    places: dict[str, Place]


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned workbook: the list it was, its rows in the list's order, what was done to it."""

    manifest: Manifest
    rows: tuple[ReturnedRow, ...]
    faults: tuple[Fault, ...]
    from_1904: bool = False


def read_rows(book: Book, made: Manifest) -> Returned:
    """Return the rows of a workbook, and what in it is not as it was made.

    Raises:
        RefusedFileError: a sheet is missing, hidden, or has other headings.
    """
    sheets = {sheet.name: sheet for sheet in book.sheets}
    rows: list[ReturnedRow] = []
    faults: list[Fault] = []
    for name in made.headers:
        reader = _Reader(sheet_view(sheets.get(name), name, made))
        rows += reader.rows([row for row in made.rows if row.sheet == name])
        faults += reader.faults
    return Returned(made, tuple(rows), tuple(faults), book.from_1904)


@dataclass
class _Reader:
    """Finds the rows of a sheet; `faults` grows."""

    sheet: SheetView
    faults: list[Fault] = field(default_factory=list)

    def rows(self, made: list[KnownRow]) -> list[ReturnedRow]:
        """Return the rows that are the list's, in its order."""
        known: dict[Key, KnownRow] = {(row.item, row.target): row for row in made}
        found: dict[Key, ReturnedRow] = {}
        self.faults += untouched.merged(self.sheet)
        for number, columns in sorted(self._columns_by_row().items()):
            self.faults += untouched.beside(self.sheet, number, columns)
            key = self._key(number, known)
            if key is None:
                continue
            if key in found:
                message = _("this row is there twice")
                hint = _("Take one of the two out.")
                self.faults.append(self.sheet.fault(number, "item", message, hint, key))
                continue
            found[key] = self._row(number, known[key])
        self.faults += [self._missing(key) for key in known if key not in found]
        return [found[key] for key in known if key in found]

    def _columns_by_row(self) -> dict[int, list[int]]:
        """Return in which columns something stands, by the rows below the headings."""
        found: dict[int, list[int]] = defaultdict(list)
        for (row, column), cell in self.sheet.raw.cells.items():
            if row > self.sheet.header and cell.text.strip():
                found[row].append(column)
        return found

    def _key(self, number: int, known: Mapping[Key, KnownRow]) -> Key | None:
        """Return what a row is about; None where it is no row of the list, which is told."""
        filled = [key for key in self.sheet.columns if self.sheet.cell(number, key)]
        if not filled:
            return None  # what is beside the table is told
        item = self.sheet.text(number, "item")
        try:
            key: Key = int(item), wording.target_id(self.sheet.text(number, "target"))
        except ValueError:
            key = 0, None
        if key in known:
            return key
        message = _("this is no row of the list")
        hint = _("Let the columns 序号 and 目标 be as they were; write into the list's own rows.")
        column = "item" if item else filled[0]
        self.faults.append(self.sheet.fault(number, column, message, hint))
        return None

    def _row(self, number: int, known: KnownRow) -> ReturnedRow:
        sheet = self.sheet
        self.faults += untouched.changed(sheet, number, known)
        self.faults += untouched.misplaced(sheet, number, known)
        inputs = [column for column in sheet.columns if column not in known.hashes]
        cells = {
            column: cell
            for column in inputs
            if column in known.open and (cell := sheet.cell(number, column)) is not None
        }
        places = {column: sheet.place(number, column) for column in inputs}
        return ReturnedRow(known, cells, places)

    def _missing(self, key: Key) -> Fault:
        item, target = key
        message = (
            _("the row of item {number} is missing").format(number=item)
            if target is None
            else _("the row of target {id} is missing").format(id=target)
        )
        hint = _(
            "Take the list as it was sent out; what there is nothing to say about stays empty."
        )
        return Fault(Place(self.sheet.raw.name), message, hint, item, target)
