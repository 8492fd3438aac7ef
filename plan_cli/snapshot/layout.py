"""The file of a snapshot: a line that says what it is good for, then parts, all of it JSON.

The first line has the format, the program, the checksums of the files that the snapshot came from,
and of every part its place behind that line and its own checksum. Rows are kept as they are
printed; beside them is a table of what they are found by, with the place and the checksum of each,
so that a query reads no more than it prints.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from mmap import mmap
from typing import Any, Final, TypeVar

FORMAT: Final = 1
"""To be raised whenever the parts change, or what is in them."""

Result = TypeVar("Result")
Found = list[Any]
"""A row in a table: what it is found by, then where it is, how long, its checksum, and itself if
its text would change it."""

_TABLE: Final = " found by"
_EXACT: Final = "decimal"  # the only key of what stands for a figure that a float would change
_MARK: Final = f'{{"{_EXACT}":'.encode()


class DamagedError(Exception):
    """A snapshot that does not hold what it says it does."""


class Packed:
    """A snapshot that has been read, and is of the dataset as it is now."""

    def __init__(self, content: bytes | mmap, places: Mapping[str, list[Any]], start: int) -> None:
        self._content = content
        self._places = places
        self._start = start

    def value(self, part: str, make: Callable[[Any], Result]) -> Result:
        """Return what `make` makes of a part.

        Raises:
            DamagedError: the part is not what it was, or not what it should be.
        """
        try:
            offset, length, expected = self._places[part]
            return make(_loads(self._slice(offset, length, expected)))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DamagedError(part) from error

    def table(self, part: str, keys: int) -> list[Found]:
        """Return what the rows of a part are found by: `keys` values each, then the place.

        Raises:
            DamagedError: as above.
        """
        return self.value(part + _TABLE, lambda rows: _of_length(rows, keys + 3))

    def text(self, part: str, place: Sequence[Any]) -> str:
        """Return a row as it is printed, by its place in the table.

        Raises:
            DamagedError: as above.
        """
        try:
            offset, length, expected = place[:3]
            start, _length, _checksum = self._places[part]
            raw = self._slice(start + offset, length, expected)
            return raw.decode("utf-8", "surrogatepass")
        except (LookupError, TypeError, ValueError) as error:
            raise DamagedError(part) from error

    def _slice(self, offset: int, length: int, expected: object) -> bytes:
        content = self._content[self._start + offset : self._start + offset + length]
        if checksum(content) != expected:
            raise ValueError(expected)
        return content


def pack(
    program: str,
    sources: Mapping[str, str],
    values: Mapping[str, object],
    rows: Mapping[str, tuple[Sequence[Mapping[str, Any]], tuple[str, ...]]],
    write: Callable[[Mapping[str, Any]], str],
) -> bytes:
    """Return a snapshot.

    Args:
        program: what made it.
        sources: the checksums of the files that it came from.
        values: parts that are read whole.
        rows: parts that are read row by row, each with the keys that its rows are found by.
        write: gives the text of a row as it is printed.
    """
    parts = {name: _dumps(value) + b"\n" for name, value in values.items()}
    for name, (several, keys) in rows.items():
        texts = [write(row).encode("utf-8", "surrogatepass") for row in several]
        parts[name] = b"[\n" + b",\n".join(texts) + b"\n]\n"
        parts[name + _TABLE] = _dumps(_table(several, keys, texts)) + b"\n"
    places: dict[str, list[Any]] = {}
    offset = 0
    for name, content in parts.items():
        places[name] = [offset, len(content), checksum(content)]
        offset += len(content)
    head = {"format": FORMAT, "program": program, "files": sources, "parts": places}
    return b"".join([_dumps(head), b"\n", *parts.values()])


def unpack(content: bytes | mmap, program: str, sources: Mapping[str, str]) -> Packed | None:
    """Return a snapshot, or None if it is not one of these sources and made by this program."""
    end_of_line = content.find(b"\n")
    try:
        head = json.loads(content[: max(end_of_line, 0)])
        made = [head[key] for key in ("format", "program", "files")]
        places = head["parts"]
        start = end_of_line + 1
        end = start + sum(length for _offset, length, _checksum in places.values())
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return None
    if made != [FORMAT, program, sources] or len(content) != end:
        return None
    return Packed(content, places, start)


def read_row(text: str, place: Sequence[Any]) -> Any:
    """Return the row that a text is, or that stands beside its place where figures are longer."""
    return place[3] if len(place) > 3 else json.loads(text, parse_float=Decimal)  # noqa: PLR2004


def checksum(content: bytes) -> str:
    """Return what tells whether bytes are what they were."""
    return sha256(content).hexdigest()[:16]


def _table(
    rows: Sequence[Mapping[str, Any]], keys: tuple[str, ...], texts: Sequence[bytes]
) -> list[Found]:
    found: list[Found] = []
    offset = len(b"[\n")
    for row, text in zip(rows, texts, strict=True):
        entry = [*(row[key] for key in keys), offset, len(text), checksum(text)]
        exact = _dumps(row)
        found.append([*entry, row] if _MARK in exact else entry)
        offset += len(text) + len(b",\n")
    return found


def _of_length(rows: Any, least: int) -> list[Found]:
    if any(len(row) < least for row in rows):
        raise ValueError(least)
    found: list[Found] = rows
    return found


def with_keys(rows: list[Any], keys: frozenset[str]) -> list[Any]:
    """Return the rows if each has these keys; otherwise raise a `ValueError`."""
    for row in rows:
        if row.keys() != keys:
            raise ValueError(row.keys())
    return rows


def _dumps(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_number)
    return text.encode("utf-8", "surrogatepass")


def _loads(content: bytes) -> Any:
    exact = _exact if _MARK in content else None
    text = content.decode("utf-8", "surrogatepass")
    return json.loads(text, parse_float=Decimal, object_hook=exact)


def _number(value: object) -> object:
    """Return what JSON can hold of a decimal without loss: 2.5 as it is, 2.50 not."""
    if not isinstance(value, Decimal):
        raise TypeError(type(value).__name__)
    return float(value) if str(float(value)) == str(value) else {_EXACT: str(value)}


def _exact(record: dict[str, Any]) -> Any:
    return Decimal(record[_EXACT]) if record.keys() == {_EXACT} else record
