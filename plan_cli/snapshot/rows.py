"""Rows of a snapshot, read only where more is asked of them than what they are found by."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Self

from plan_cli.listings.plain import longer_text, row_text
from plan_cli.snapshot.layout import DamagedError, Found, Packed, read_row


class Table:
    """The rows of a part.

    Args:
        packed: the snapshot.
        part: its part.
        found_by: the keys that a row is found by, the first one `id`.
        keys: all keys of a row.
        again: returns the rows of the dataset itself, for one that turns out to be damaged.
    """

    def __init__(
        self,
        packed: Packed,
        part: str,
        found_by: tuple[str, ...],
        keys: frozenset[str],
        again: Callable[[], list[Any]],
    ) -> None:
        self._packed = packed
        self._part = part
        self._found_by = found_by
        self._keys = keys
        self._again = again

    def rows(self, wanted: Callable[..., bool] = lambda *_values: True) -> list[Any]:
        """Return the rows for which `wanted` holds of what they are found by, maybe others too."""
        number = len(self._found_by)
        try:
            return [
                KeptRow(dict(zip(self._found_by, found, strict=False)), found, self)
                for found in self._table
                if wanted(*found[:number])
            ]
        except (DamagedError, TypeError):
            return list(self._again())

    def text(self, found: Found) -> str:
        """Return a row as it is printed."""
        try:
            return self._packed.text(self._part, found[len(self._found_by) :])
        except DamagedError:
            return row_text(self._whole(found))

    def row(self, found: Found) -> Mapping[str, Any]:
        """Return a row."""
        place = found[len(self._found_by) :]
        try:
            row = read_row(self._packed.text(self._part, place), place)
        except (DamagedError, ValueError):
            return self._whole(found)
        return row if isinstance(row, dict) and row.keys() == self._keys else self._whole(found)

    @cached_property
    def _table(self) -> list[Found]:
        return self._packed.table(self._part, len(self._found_by))

    def _whole(self, found: Found) -> Mapping[str, Any]:
        return self._rows_again[found[0]]

    @cached_property
    def _rows_again(self) -> dict[int, Mapping[str, Any]]:
        return {row["id"]: row for row in self._again()}


class KeptRow(Mapping[str, Any]):
    """A row that knows what it is found by, and reads the rest when it is asked for it."""

    __slots__ = ("_found", "_known", "_more", "_row", "_table")

    def __init__(
        self,
        known: Mapping[str, Any],
        found: Found,
        table: Table,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        self._known = known
        self._found = found
        self._table = table
        self._more = more or {}
        self._row: Mapping[str, Any] | None = None

    @property
    def written(self) -> str:
        """The row as it is printed."""
        text = self._table.text(self._found)
        return longer_text(text, self._more) if self._more else text

    def extended(self, more: Mapping[str, Any]) -> Self:
        """Return the row with further members at its end."""
        return type(self)(self._known, self._found, self._table, {**self._more, **more})

    def __getitem__(self, key: str) -> Any:
        if key in self._known:
            return self._known[key]
        return self._more[key] if key in self._more else self._whole()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> Mapping[str, Any]:
        if self._row is None:
            self._row = {**self._table.row(self._found), **self._more}
        return self._row
