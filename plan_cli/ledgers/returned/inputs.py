"""The inputs of a row, read one by one; what cannot be read is noted at its place."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import Any

from plan_cli.dataset.rows import Figure
from plan_cli.ledgers.opening import RawCell
from plan_cli.ledgers.returned import cells, days
from plan_cli.ledgers.returned.cells import Read
from plan_cli.ledgers.returned.faults import CellError, Fault, Place
from plan_cli.ledgers.returned.rows import ReturnedRow
from plan_cli.model import Target
from plan_cli.reporting.figures import FigureError, read_value


class RowReader:
    """Reads the inputs of a row.

    Attributes:
        row: the row.
        faults: what is wrong with what was read so far.
        read_as: what was read otherwise than it looks, with its place.
    """

    def __init__(self, row: ReturnedRow, targets: Mapping[str, Target], *, from_1904: bool) -> None:
        self.row = row
        self.faults: list[Fault] = []
        self.read_as: list[tuple[Place, str]] = []
        self._target = targets.get(row.known.target or "")
        self._from_1904 = from_1904

    def filled(
        self, *, but: Collection[str] = (), only: Collection[str] | None = None
    ) -> list[Place]:
        """Return where something stands, in the order of the columns."""
        return [
            place
            for key, place in self.row.places.items()
            if key in self.row.cells and key not in but and (only is None or key in only)
        ]

    def text(self, key: str) -> str | None:
        """Return a text; None where there is none."""
        text: str | None = self._read(key, cells.read_text)
        return text

    def texts(self, key: str) -> list[str]:
        """Return texts, one a line."""
        texts: list[str] = self._read(key, cells.read_texts) or []
        return texts

    def choice(self, key: str, words: Mapping[str, str]) -> str | None:
        """Return the word of the data that was chosen."""
        word: str | None = self._read(key, lambda cell: cells.read_choice(cell, words))
        return word

    def figure(self, key: str) -> Figure | None:
        """Return a figure in the unit of the row's target."""
        target = self._target
        if target is None:
            return None
        value: Figure | None = self._read(key, lambda cell: cells.read_figure(cell, target))
        return value

    def period(self, key: str) -> str | None:
        """Return a period."""
        period: str | None = self._read(
            key, lambda cell: days.read_period_cell(cell, from_1904=self._from_1904)
        )
        return period

    def day(self, key: str) -> str | None:
        """Return a day as YYYY-MM-DD."""
        day: str | None = self._read(
            key, lambda cell: days.read_day(cell, from_1904=self._from_1904)
        )
        return day

    def given_goal(self) -> dict[str, Any]:
        """Return the goal that the row had when it was made, by the keys of its model."""
        given = self.row.known.given
        found: dict[str, Any] = {}
        if "goal" in given:
            found["goal"] = given["goal"].strip()
        if "goal_value" in given:
            with suppress(FigureError):  # nobody has made such a list
                found["value"] = read_value(given["goal_value"]).value
        return found

    def fault(self, key: str, message: str, hint: str) -> None:
        """Note what is wrong with an input."""
        known = self.row.known
        self.faults.append(Fault(self.row.places[key], message, hint, known.item, known.target))

    def _read(self, key: str, read: Callable[[RawCell], Read]) -> Any:
        cell = self.row.cells.get(key)
        if cell is None:
            return None
        try:
            found = read(cell)
        except CellError as error:
            self.fault(key, error.message, error.hint)
            return None
        if found.shown is not None:
            self.read_as.append((self.row.places[key], found.shown))
        return found.value
