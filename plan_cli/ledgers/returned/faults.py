"""What is wrong in a returned workbook, at its place."""

from dataclasses import dataclass

from plan_cli.ledgers.opening.cells import column_letters


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, or a sheet as a whole where there is no address."""

    sheet: str
    address: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.address}" if self.address else self.sheet

    @classmethod
    def of(cls, sheet: str, row: int, column: int) -> "Place":
        """Return the place of a cell by its row and column, from 1."""
        return cls(sheet, f"{column_letters(column)}{row}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong: where, what, what to do, and on which item if on one."""

    place: Place
    message: str
    hint: str
    item: int | None = None
    target: str | None = None


class CellError(ValueError):
    """What is typed in a cell cannot be read; why, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
