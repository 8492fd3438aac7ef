"""The rows of a returned workbook: found by item and target, wherever they stand now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from plan_cli.i18n import _
from plan_cli.worklists import words as wording
from plan_cli.worklists.cells import Book, RawCell, RawSheet, place_of
from plan_cli.worklists.container import RefusedFileError
from plan_cli.worklists.manifest import KnownRow, Manifest, hashed
from plan_cli.worklists.sheet import Ledger
from plan_cli.worklists.typed import Fault, Place

_TOP: Final = 50  # rows among which the headings are looked for

Key = tuple[int, str | None]
"""What a row is about: the item, and the target if it is not the whole."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet, the row of its headings, and its columns by their keys."""

    raw: RawSheet
    header: int
    columns: dict[str, int]

    def cell(self, row: int, column: str) -> RawCell | None:
        """Return a cell in which something stands."""
        cell = self.raw.cells.get((row, self.columns[column]))
        return cell if cell is not None and cell.text.strip() else None

    def text(self, row: int, column: str) -> str:
        """Return the text of a cell, without blanks around it."""
        return self.raw.text(row, self.columns[column]).strip()

    def place(self, row: int, column: str) -> Place:
        """Return where a cell is."""
        return Place.of(self.raw.name, row, self.columns[column])

    def is_hidden(self, row: int, column: str) -> bool:
        """Say whether a cell is in a hidden row or column."""
        hidden_row = row in self.raw.hidden_rows
        return hidden_row or self.raw.column_is_hidden(self.columns[column])

    def fault(
        self, row: int, column: str, message: str, hint: str, key: Key | None = None
    ) -> Fault:
        """Return what is wrong with a cell, and what it is about if that is known."""
        item, target = key or (None, None)
        return Fault(self.place(row, column), message, hint, item, target)


def sheet_view(sheet: RawSheet | None, name: str, made: Manifest) -> SheetView:
    """Return a sheet by the keys of its columns.

    Raises:
        RefusedFileError: it is missing, hidden, or has other headings.
    """
    if sheet is None:
        raise RefusedFileError(
            _("the sheet {name} is missing", name=name),
            _("Let every sheet stay, with its name."),
        )
    if sheet.hidden:
        raise RefusedFileError(
            _("the sheet {name} is hidden", name=name), _("Show it, and save again.")
        )
    columns = {key: number for number, key in enumerate(made.keys[name], 1)}
    return SheetView(sheet, _header(sheet, made.headers[name]), columns)


def _header(sheet: RawSheet, expected: tuple[str, ...]) -> int:
    """Return the row that has the headings, all and in their order."""
    for row in range(1, _TOP):
        found = (sheet.text(row, column).strip() for column in range(1, len(expected) + 1))
        if tuple(found) == expected:
            return row
    raise RefusedFileError(
        _("the headings of the sheet {name} are not as they were made", name=sheet.name),
        _("They are, from column A: {headings}.", headings="、".join(expected)),
    )


def merged(sheet: SheetView) -> Iterator[Fault]:
    """Yield a fault for every merged area that reaches into the table."""
    for reference in sheet.raw.merged:
        first, _colon, last = reference.partition(":")
        start, end = place_of(first), place_of(last or first)
        if start is None or end is None or end[0] >= sheet.header:
            message = _("these cells are merged: {cells}", cells=reference)
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
        self.faults += merged(self.sheet)
        for number, columns in sorted(self._columns_by_row().items()):
            self.faults += beside(self.sheet, number, columns)
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
        self.faults += changed(sheet, number, known)
        self.faults += misplaced(sheet, number, known)
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
            _("the row of item {number} is missing", number=item)
            if target is None
            else _("the row of target {id} is missing", id=target)
        )
        hint = _(
            "Take the list as it was sent out; what there is nothing to say about stays empty."
        )
        return Fault(Place(self.sheet.raw.name), message, hint, item, target)


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
            message = _("item {item} is on the department's list no more", item=known.item)
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
