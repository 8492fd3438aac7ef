"""Rows of a returned workbook, found by item and target in whatever order they are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from plan_cli.i18n import _
from plan_cli.problems import Refusal
from plan_cli.worklists import words as wording
from plan_cli.worklists.cells import Book, RawCell, RawSheet, place_of, within
from plan_cli.worklists.manifest import KnownRow, Manifest, hashed
from plan_cli.worklists.notes import general_notes, note_at, notes_above
from plan_cli.worklists.outcome import Outcome, Place, wrong
from plan_cli.worklists.sheet import WorkList
from plan_cli.worklists.values import Read

_TOP: Final = 50  # rows among which the headings are looked for

Key = tuple[int, str | None]  # the item, and the target if the row is not about the whole


@dataclass
class ReturnedRow:
    known: KnownRow
    cells: dict[str, RawCell]  # of open inputs that are filled in, by their keys
    places: dict[str, Place]  # of all inputs, by their keys
    from_1904: bool  # the workbook's days count from 1904
    faults: list[Outcome] = field(default_factory=list)
    read_as: list[tuple[Place, str]] = field(default_factory=list)  # where the cell looks different

    def read(self, key: str, read: Callable[[RawCell], Read]) -> Any:
        """The value of an input; None where it is empty, or cannot be read (a fault)."""
        cell = self.cells.get(key)
        if cell is None:
            return None
        try:
            found = read(cell)
        except Refusal as error:
            self.add_fault(key, error.message, error.hint)
            return None
        if found.shown is not None:
            self.read_as.append((self.places[key], found.shown))
        return found.value

    def add_fault(self, key: str, message: str, hint: str) -> None:
        self.faults.append(wrong(self.places[key], message, hint, self.known.key))

    def is_filled_in(self) -> bool:
        """Whether an input differs from when the list was made."""
        given = self.known.given_text
        return any(cell.text.strip() != given(key) for key, cell in self.cells.items())


@dataclass(frozen=True, slots=True)
class Returned:
    manifest: Manifest
    rows: tuple[ReturnedRow, ...]
    faults: tuple[Outcome, ...]
    notes: tuple[Outcome, ...] = ()  # faults only if what they are about was filled in


def read_rows(book: Book, made: Manifest, now: WorkList) -> Returned:
    """Rows of a workbook, with its faults; `now` is the same work list as it would be made now.

    Raises:
        Refusal: a sheet is missing, hidden, or has other headings.
    """
    sheets = {sheet.name: sheet for sheet in book.sheets}
    rows: list[ReturnedRow] = []
    faults: list[Outcome] = []
    notes = list(general_notes(book, made))
    for name in made.columns:
        sheet = _ReturnedSheet(sheets.get(name), name, made, now, from_1904=book.from_1904)
        rows += sheet.rows([row for row in made.rows if row.sheet == name])
        faults += sheet.faults
        notes += sheet.notes
    faults += _outdated(rows, made, now)
    return Returned(made, tuple(rows), tuple(faults), tuple(notes))


class _ReturnedSheet:
    """`faults` grows as the rows are read."""

    def __init__(
        self, raw: RawSheet | None, name: str, made: Manifest, now: WorkList, *, from_1904: bool
    ) -> None:
        if raw is None:
            raise Refusal(
                _("the sheet {name} is missing", name=name),
                _("Keep all sheets, with their names."),
            )
        if raw.hidden:
            raise Refusal(_("the sheet {name} is hidden", name=name), _("Show it, and save again."))
        columns = made.columns[name]
        self._raw = raw
        self._header = _header(raw, [header for _key, header in columns])
        self._columns = {key: number for number, (key, _header) in enumerate(columns, 1)}
        self._from_1904 = from_1904
        self.faults: list[Outcome] = []
        self.notes = list(notes_above(raw, self._header, len(columns), made, now))

    def rows(self, made: list[KnownRow]) -> list[ReturnedRow]:
        known: dict[Key, KnownRow] = {row.key: row for row in made}
        found: dict[Key, ReturnedRow] = {}
        places: dict[int, Key] = {}
        self._check_merged()
        filled: dict[int, list[int]] = defaultdict(list)  # columns by row
        for (row, column), cell in self._raw.cells.items():
            if row > self._header and cell.text.strip():
                filled[row].append(column)
        for number, columns in sorted(filled.items()):
            key = self._key(number, known)
            for column in columns:
                if column > len(self._columns):
                    message = _("this is outside the table")
                    hint = _("Move it into the columns of its row, or delete it.")
                    place = Place.of(self._raw.name, number, column)
                    self.faults.append(wrong(place, message, hint, key or (None, None)))
            if key is None:
                continue
            if key in found:
                message = _("this row appears twice")
                self._add_fault(number, "item", message, _("Remove one of the two."), key)
                continue
            found[key] = self._row(number, known[key])
            places[number] = key
        self.notes += [
            note_at(self._raw.name, at, text, places.get(at[0], (None, None)))
            for at, text in sorted(self._raw.comments.items())
        ]
        self.faults += [self._missing(key) for key in known if key not in found]
        return [found[key] for key in known if key in found]

    def _check_merged(self) -> None:
        for reference in self._raw.merged:
            first, _colon, last = reference.partition(":")
            start, end = place_of(first), place_of(last or first)
            if start is None or end is None or end[0] >= self._header:
                message = _("these cells are merged: {cells}", cells=reference)
                hint = _("Unmerge them; every row has its own cells.")
                self.faults.append(wrong(Place(self._raw.name, first), message, hint))

    def _key(self, number: int, known: Mapping[Key, KnownRow]) -> Key | None:
        """The item and target of a row; None, and a fault, where the list has no such row."""
        filled = {key: cell for key in self._columns if (cell := self._cell(number, key))}
        if not filled:
            return None  # only beside the table
        item, target = (
            filled[key].text.strip() if key in filled else "" for key in ("item", "target")
        )
        try:
            key: Key = wording.item_number(item), wording.target_id(target)
        except ValueError:
            key = 0, None
        if key in known:
            return key
        message = _("this row is not in the list")
        hint = _("Leave the columns 序号 and 目标 unchanged; fill in the list's own rows.")
        self._add_fault(number, "item" if item else next(iter(filled)), message, hint)
        return None

    def _row(self, number: int, known: KnownRow) -> ReturnedRow:
        self._check_official(number, known)
        cells: dict[str, RawCell] = {}
        places: dict[str, Place] = {}
        for key, column in self._columns.items():
            if key in known.hashes:
                continue
            places[key] = Place.of(self._raw.name, number, column)
            cell = self._cell(number, key)
            if cell is None:
                continue
            if key in known.open:
                cells[key] = cell
                self._check_hidden(number, key, cell, known)
                self._check_conditional(number, key, known)
            else:
                message = _("this cell is not to be filled in")
                hint = _(
                    "Fill in the yellow cells; what concerns the whole item goes in its first row."
                )
                self._add_fault(number, key, message, hint, known.key)
        return ReturnedRow(known, cells, places, self._from_1904)

    def _check_official(self, number: int, known: KnownRow) -> None:
        for key, made in known.hashes.items():
            cell = self._cell(number, key)
            text = "" if cell is None else cell.text
            if hashed(text) != made or (cell is not None and cell.kind == "formula"):
                message = _("this official text has been changed")
                hint = _("Restore it; write comments under 进展情况.")
                self._add_fault(number, key, message, hint, known.key)
            elif cell is not None and cell.struck:
                message = _("this official text is struck out")
                hint = _("Take the strikethrough off; write comments under 进展情况.")
                self._add_fault(number, key, message, hint, known.key)

    def _check_hidden(self, number: int, key: str, cell: RawCell, known: KnownRow) -> None:
        column = self._columns[key]
        hidden = any(first <= column <= last for first, last in self._raw.hidden_columns)
        hidden = hidden or number in self._raw.hidden_rows
        if hidden and cell.text.strip() != known.given_text(key):
            message = _("this entry is hidden")
            hint = _("Show all rows and columns, remove filters, and save again.")
            self._add_fault(number, key, message, hint, known.key)

    def _check_conditional(self, number: int, key: str, known: KnownRow) -> None:
        at = number, self._columns[key]
        if any(within(at, area) for area in self._raw.conditional):
            message = _("a conditional format may strike this entry out, or show it differently")
            hint = _("Remove the conditional formatting, and look at the entry again.")
            self._add_fault(number, key, message, hint, known.key)

    def _missing(self, key: Key) -> Outcome:
        item, target = key
        if target is None:
            message = _("the row of item {number} is missing", number=item)
        else:
            message = _("the row of target {id} is missing", id=target)
        hint = _("Use the original list; leave rows without news empty.")
        return wrong(Place(self._raw.name), message, hint, key)

    def _cell(self, row: int, key: str) -> RawCell | None:
        cell = self._raw.cells.get((row, self._columns[key]))
        return cell if cell is not None and cell.text.strip() else None

    def _add_fault(
        self, row: int, key: str, message: str, hint: str, about: Key | None = None
    ) -> None:
        place = Place.of(self._raw.name, row, self._columns[key])
        self.faults.append(wrong(place, message, hint, about or (None, None)))


def _header(sheet: RawSheet, expected: list[str]) -> int:
    """The row that has the headings, all and in their order."""
    for row in range(1, _TOP):
        if [sheet.text(row, column).strip() for column in range(1, len(expected) + 1)] == expected:
            return row
    raise Refusal(
        _("the headings of the sheet {name} have been changed", name=sheet.name),
        _("From column A they must be: {headings}.", headings="、".join(expected)),
    )


def _outdated(rows: list[ReturnedRow], made: Manifest, now: WorkList) -> Iterator[Outcome]:
    """A fault for every row that is filled in and whose official wording has changed."""
    current = [row for sheet in now.sheets for row in sheet.rows]
    wordings = {row.item: hashed(row.text("text")) for row in current if row.first}
    targets = {row.target: hashed(row.text("target")) for row in current if row.target is not None}
    made_wordings: dict[int, str] = {}
    for known in made.rows:  # an item's first row has its wording
        made_wordings.setdefault(known.item, known.hashes["text"])
    hint = _("Make a new work list, and copy the entries into it.")
    for row in rows:
        known = row.known
        if not row.is_filled_in():
            continue
        place = next(place for key, place in row.places.items() if key in row.cells)
        if known.item not in wordings:
            message = _("item {item} is no longer on the department's list", item=known.item)
            yield wrong(place, message, hint, known.key)
            continue
        same_target = known.target is None or targets.get(known.target) == known.hashes["target"]
        if not same_target or wordings[known.item] != made_wordings[known.item]:
            message = _("the plan's wording has changed since this list was made")
            yield wrong(place, message, hint, known.key)
