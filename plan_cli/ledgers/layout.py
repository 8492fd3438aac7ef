"""What a work list is made of: sheets with columns and rows, and what may be filled in in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

SheetKey = Literal["lead", "support", "indicators"]
Of = Literal["item", "target"]

SHEET_NAMES: Final[dict[SheetKey, str]] = {
    "lead": "牵头",
    "support": "配合",
    "indicators": "指标",
}
WHOLE: Final = "整项"
"""Stands for the target in a row that is about its item as a whole."""

GOAL_KEYS: Final = frozenset({"goal", "goal_value"})
"""The inputs that make an annual goal; the others make a report."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        key: its name in the code; of an input the key of the report's or the goal's field.
        header: its heading.
        width: in Chinese characters of the body's size.
        of: an input is filled in once an item, in its first row, or once a target.
        input: True where the department writes, False where the plan speaks.
        choices: what may be chosen; `strict` allows nothing else.
        center: short texts stand in the middle.
    """

    key: str
    header: str
    width: float
    of: Of = "target"
    input: bool = False
    choices: tuple[str, ...] = ()
    strict: bool = True
    center: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one target of an item, or the item as a whole.

    Attributes:
        item: the item's number.
        target: the target's id; None for the item as a whole.
        first: True for the first row of its item.
        texts: what the plan says, by the keys of official columns.
        given: what the department has set already, by the keys of inputs.
        open: the keys of the inputs that may be filled in here.
    """

    item: int
    target: str | None
    first: bool
    texts: Mapping[str, str]
    given: Mapping[str, str] = field(default_factory=dict)
    open: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """Return what stands in a cell when the workbook is made."""
        return self.texts.get(key, "") or self.given.get(key, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        key: which it is.
        title: the title above it.
        heading: the line below the title: what it is about, and what it rests on.
        how: how it is filled in.
        remarks: what else has to be said.
        columns: its columns.
        rows: its rows.
    """

    key: SheetKey
    title: str
    heading: str
    how: tuple[str, ...]
    remarks: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The sheet's name in the workbook."""
        return SHEET_NAMES[self.key]

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands between the title and the table, a line each."""
        return (self.heading, *self.how, *self.remarks)

    @property
    def header_row(self) -> int:
        """The number of the row with the headings; the title is row 1."""
        return len(self.lines) + 2


@dataclass(frozen=True, slots=True)
class Ledger:
    """A department's work list for a year.

    Attributes:
        title: the title of the whole.
        number: the number of the notice.
        department: canonical name.
        year: the year.
        as_of: the day of the data.
        sheets: those that have rows, in their order.
        known: the ids of the reports on each item that the list was made from.
    """

    title: str
    number: str
    department: str
    year: int
    as_of: date
    sheets: tuple[Sheet, ...]
    known: Mapping[int, tuple[str, ...]]
