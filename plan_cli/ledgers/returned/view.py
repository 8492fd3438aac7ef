"""A sheet of a returned workbook by the keys of its columns."""

from dataclasses import dataclass
from typing import Final

from plan_cli.i18n import _
from plan_cli.ledgers.manifest import Manifest
from plan_cli.ledgers.opening import RawCell, RawSheet, RefusedFileError
from plan_cli.ledgers.returned.faults import Fault, Place

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
            _("the sheet {name} is missing").format(name=name),
            _("Let every sheet stay, with its name."),
        )
    if sheet.hidden:
        raise RefusedFileError(
            _("the sheet {name} is hidden").format(name=name), _("Show it, and save again.")
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
        _("the headings of the sheet {name} are not as they were made").format(name=sheet.name),
        _("They are, from column A: {headings}.").format(headings="、".join(expected)),
    )
