"""The rows of a returned workbook: found by item and target, wherever they stand now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from plan_cli.i18n import _
from plan_cli.ledgers import manifest, wording
from plan_cli.ledgers.manifest import KnownRow, Manifest, ManifestError
from plan_cli.ledgers.opening import Book, RawCell, RawSheet, RefusedFileError
from plan_cli.ledgers.opening.workbook import place_of
from plan_cli.ledgers.returned.faults import Fault, Place

_TOP: Final = 50  # rows among which the headings are looked for

Key = tuple[int, str | None]


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


def read_manifest(book: Book) -> Manifest:
    """Return what a workbook remembers of the dataset.

    Raises:
        RefusedFileError: it is no work list, or what it remembers was changed.
    """
    sheet = next((one for one in book.sheets if one.name == manifest.SHEET_NAME), None)
    if sheet is None:
        raise RefusedFileError(
            _("it is no work list of plan worklist"),
            _("Send back the work list (.xlsx) that plan worklist has made, filled in."),
        )
    rows = sorted(row for row, column in sheet.cells if column == 1)
    try:
        return manifest.read([sheet.text(row, 1) for row in rows])
    except ManifestError as error:
        raise RefusedFileError(
            _("the sheet {name} is not as it was made").format(name=manifest.SHEET_NAME),
            _("Copy what was filled in into the work list as it was sent out."),
        ) from error


def read_rows(book: Book, made: Manifest) -> Returned:
    """Return the rows of a workbook, and what in it is not as it was made.

    Raises:
        RefusedFileError: a sheet is missing, hidden, or has other headings.
    """
    sheets = {sheet.name: sheet for sheet in book.sheets}
    rows: list[ReturnedRow] = []
    faults: list[Fault] = []
    for name in made.headers:
        found = _Sheet(_visible(sheets.get(name), name), made)
        rows += found.rows()
        faults += found.faults
    return Returned(made, tuple(rows), tuple(faults), book.from_1904)


def _visible(sheet: RawSheet | None, name: str) -> RawSheet:
    if sheet is None:
        raise RefusedFileError(
            _("the sheet {name} is missing").format(name=name),
            _("Let every sheet stay, with its name."),
        )
    if sheet.hidden:
        raise RefusedFileError(
            _("the sheet {name} is hidden").format(name=name), _("Show it, and save again.")
        )
    return sheet


@dataclass
class _Sheet:
    """A sheet that is being read; `faults` grows."""

    raw: RawSheet
    made: Manifest
    faults: list[Fault] = field(default_factory=list)

    @cached_property
    def header(self) -> int:
        """The row of the headings."""
        expected = self.made.headers[self.raw.name]
        for row in range(1, _TOP):
            found = (self.raw.text(row, column).strip() for column in range(1, len(expected) + 1))
            if tuple(found) == expected:
                return row
        raise RefusedFileError(
            _("the headings of the sheet {name} are not as they were made").format(
                name=self.raw.name
            ),
            _("They are, from column A: {headings}.").format(headings="、".join(expected)),
        )

    @cached_property
    def columns(self) -> dict[str, int]:
        """The columns by their keys."""
        return {key: number for number, key in enumerate(self.made.keys[self.raw.name], 1)}

    def rows(self) -> list[ReturnedRow]:
        """Return the rows that are the list's, in its order."""
        known = {
            (row.item, row.target): row for row in self.made.rows if row.sheet == self.raw.name
        }
        found: dict[Key, ReturnedRow] = {}
        self._check_merged()
        for number, columns in sorted(self._columns_by_row().items()):
            self._check_beside(number, columns)
            key = self._key(number, known)
            if key is None:
                continue
            if key in found:
                self._fault(number, "item", _("this row is there twice"), _take_it_out(), key)
                continue
            found[key] = self._row(number, known[key])
        for key in known:
            if key not in found:
                self._missing(key)
        return [found[key] for key in known if key in found]

    def _columns_by_row(self) -> dict[int, list[int]]:
        """Return in which columns something stands, by the rows below the headings."""
        found: dict[int, list[int]] = defaultdict(list)
        for (row, column), cell in self.raw.cells.items():
            if row > self.header and cell.text.strip():
                found[row].append(column)
        return found

    def _check_beside(self, number: int, columns: Iterable[int]) -> None:
        for column in columns:
            if column > len(self.columns):
                message = _("this is beside the table")
                hint = _("Move it into the row's own columns, or take it out.")
                place = Place.of(self.raw.name, number, column)
                self.faults.append(Fault(place, message, hint))

    def _key(self, number: int, known: Mapping[Key, KnownRow]) -> Key | None:
        """Return what a row is about; None where it is no row of the list, which is told."""
        item = self.raw.text(number, self.columns["item"]).strip()
        target = self.raw.text(number, self.columns["target"]).strip()
        filled = [key for key in self.columns if self._is_filled(number, key)]
        if not filled:
            return None
        try:
            key = (int(item), wording.target_id(target))
        except ValueError:
            key = (0, None)
        if key in known:
            return key
        message = _("this is no row of the list")
        hint = _("Let the columns 序号 and 目标 be as they were; write into the list's own rows.")
        self._fault(number, "item" if item else filled[0], message, hint)
        return None

    def _is_filled(self, number: int, key: str) -> bool:
        return bool(self.raw.text(number, self.columns[key]).strip())

    def _row(self, number: int, known: KnownRow) -> ReturnedRow:
        key = (known.item, known.target)
        for column, made in known.hashes.items():
            cell = self.raw.cells.get((number, self.columns[column]))
            text = "" if cell is None else cell.text
            if manifest.hashed(text) != made or (cell is not None and cell.kind == "formula"):
                message = _("this is the plan's own text, and it was changed")
                hint = _("Put back what was there; say what you mean under 进展情况.")
                self._fault(number, column, message, hint, key)
        inputs = [column for column in self.columns if column not in known.hashes]
        for column in inputs:
            if column not in known.open and self._is_filled(number, column):
                self._fault(number, column, _("nothing is to be filled in here"), _closed(), key)
        cells = {
            column: self.raw.cells[number, self.columns[column]]
            for column in inputs
            if column in known.open and self._is_filled(number, column)
        }
        self._check_hidden(number, known, cells)
        places = {column: self._place(number, column) for column in inputs}
        return ReturnedRow(known, cells, places)

    def _check_hidden(self, number: int, known: KnownRow, cells: dict[str, RawCell]) -> None:
        for column, cell in cells.items():
            hidden = number in self.raw.hidden_rows or self.raw.column_is_hidden(
                self.columns[column]
            )
            if hidden and cell.text.strip() != known.given.get(column, "").strip():
                message = _("this is filled in and hidden")
                hint = _("Show all rows and columns, take off filters, and save again.")
                self._fault(number, column, message, hint, (known.item, known.target))

    def _check_merged(self) -> None:
        for reference in self.raw.merged:
            first, _colon, last = reference.partition(":")
            start, end = place_of(first), place_of(last or first)
            if start is None or end is None or end[0] >= self.header:
                message = _("these cells are merged: {cells}").format(cells=reference)
                hint = _("Undo the merging; every row has cells of its own.")
                self.faults.append(Fault(Place(self.raw.name, first), message, hint))

    def _missing(self, key: Key) -> None:
        item, target = key
        row = str(item) if target is None else f"{item}（{target}）"
        message = _("the row of {row} is missing").format(row=row)
        hint = _(
            "Take the list as it was sent out; what there is nothing to say about stays empty."
        )
        self.faults.append(Fault(Place(self.raw.name), message, hint, item, target))

    def _place(self, number: int, column: str) -> Place:
        return Place.of(self.raw.name, number, self.columns[column])

    def _fault(
        self, number: int, column: str, message: str, hint: str, key: Key | None = None
    ) -> None:
        item, target = key or (None, None)
        self.faults.append(Fault(self._place(number, column), message, hint, item, target))


def _take_it_out() -> str:
    return _("Take one of the two out.")


def _closed() -> str:
    return _("Fill in the yellow cells: what is about the whole item stands in its first row.")
