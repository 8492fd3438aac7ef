"""The file of a snapshot: a line that says what it is good for, then parts, all of it JSON.

The first line has the format, the program, the checksums of the files that the snapshot came from,
and of every part its place behind that line and its own checksum. A part with rows has one a line;
its index has a line for every name, with the places and the checksums of the rows that bear it, so
that a query reads no more than it prints.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final, TypeVar

FORMAT: Final = 1
"""To be raised whenever the parts change, or what is in them."""

Result = TypeVar("Result")
Names = Callable[[Any], Iterable[str]]
"""Gives the names that a row bears."""

_INDEX: Final = " index"
_EXACT: Final = "decimal"  # the only key of what stands for a figure that a float would change


class DamagedError(Exception):
    """A snapshot that does not hold what it says it does."""


class Packed:
    """A snapshot that has been read, and is of the dataset as it is now."""

    def __init__(self, content: bytes, places: Mapping[str, list[Any]], start: int) -> None:
        self._content = content
        self._places = places
        self._start = start

    def value(self, part: str, make: Callable[[Any], Result]) -> Result:
        """Return what `make` makes of a part.

        Raises:
            DamagedError: the part is not what it was, or not what it should be.
        """
        try:
            return make(_loads(self._content[self._verified(part)]))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise DamagedError(part) from error

    def rows(self, part: str, names: Collection[str], keys: frozenset[str]) -> list[Any]:
        """Return the rows of a part that bear one of `names`, in their order.

        Raises:
            DamagedError: as above; `keys` are those that every row has.
        """
        try:
            index = self._verified(part + _INDEX)
            places = {tuple(place) for name in names for place in self._listed(name, index)}
            start = self._start + self._places[part][0]
            found = [
                _loads(_checked(self._content[start + offset : start + offset + length], expected))
                for offset, length, expected in sorted(places)
            ]
            return with_keys(found, keys)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise DamagedError(part) from error

    def _listed(self, name: str, index: slice) -> list[Any]:
        """Return the places of the rows that bear a name, by its line in the index."""
        key = b"\n" + _dumps(name) + b":"
        line = self._content.find(key, index.start, index.stop)
        if line < 0:
            return []
        end = self._content.index(b"\n", line + 1)
        places: list[Any] = json.loads(self._content[line + len(key) : end].rstrip(b","))
        return places

    def _verified(self, part: str) -> slice:
        offset, length, expected = self._places[part]
        found = slice(self._start + offset, self._start + offset + length)
        _checked(self._content[found], expected)
        return found


def pack(
    program: str,
    sources: Mapping[str, str],
    values: Mapping[str, object],
    rows: Mapping[str, tuple[list[Any], Names]],
) -> bytes:
    """Return a snapshot.

    Args:
        program: what made it.
        sources: the checksums of the files that it came from.
        values: parts that are read whole.
        rows: parts that are also read by the names that their rows bear.
    """
    parts = {name: _dumps(value) + b"\n" for name, value in values.items()}
    for name, (several, names) in rows.items():
        parts[name], parts[name + _INDEX] = _indexed(several, names)
    places: dict[str, list[Any]] = {}
    offset = 0
    for name, content in parts.items():
        places[name] = [offset, len(content), checksum(content)]
        offset += len(content)
    head = {"format": FORMAT, "program": program, "files": sources, "parts": places}
    return b"".join([_dumps(head), b"\n", *parts.values()])


def unpack(content: bytes, program: str, sources: Mapping[str, str]) -> Packed | None:
    """Return a snapshot, or None if it is not one of these sources and made by this program."""
    line, _break, _rest = content.partition(b"\n")
    try:
        head = json.loads(line)
        made = [head[key] for key in ("format", "program", "files")]
        places = head["parts"]
        end = len(line) + 1 + sum(length for _offset, length, _checksum in places.values())
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return None
    if made != [FORMAT, program, sources] or len(content) != end:
        return None
    return Packed(content, places, len(line) + 1)


def with_keys(rows: list[Any], keys: frozenset[str]) -> list[Any]:
    """Return the rows if each has these keys; otherwise raise a `ValueError`."""
    for row in rows:
        if row.keys() != keys:
            raise ValueError(row.keys())
    return rows


def _indexed(rows: list[Any], names: Names) -> tuple[bytes, bytes]:
    """Return a list of rows, one a line, and where the rows are that bear each name."""
    lines = [_dumps(row) for row in rows]
    places: dict[str, list[str]] = {}
    offset = len(b"[\n")
    for row, line in zip(rows, lines, strict=True):
        place = f'[{offset},{len(line)},"{checksum(line)}"]'
        for name in set(names(row)):
            places.setdefault(name, []).append(place)
        offset += len(line) + len(b",\n")
    entries = [_dumps(name) + f":[{','.join(found)}]".encode() for name, found in places.items()]
    return b"[\n" + b",\n".join(lines) + b"\n]\n", b"{\n" + b",\n".join(entries) + b"\n}\n"


def _checked(content: bytes, expected: object) -> bytes:
    if checksum(content) != expected:
        raise ValueError(expected)
    return content


def checksum(content: bytes) -> str:
    """Return what tells whether bytes are what they were."""
    return sha256(content).hexdigest()[:16]


def _dumps(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_number)
    return text.encode("utf-8", "surrogatepass")


def _loads(content: bytes) -> Any:
    text = content.decode("utf-8", "surrogatepass")
    exact = _exact if f'{{"{_EXACT}":' in text else None
    return json.loads(text, parse_float=Decimal, object_hook=exact)


def _number(value: object) -> object:
    """Return what JSON can hold of a decimal without loss: 2.5 as it is, 2.50 not."""
    if not isinstance(value, Decimal):
        raise TypeError(type(value).__name__)
    return float(value) if str(float(value)) == str(value) else {_EXACT: str(value)}


def _exact(record: dict[str, Any]) -> Any:
    return Decimal(record[_EXACT]) if record.keys() == {_EXACT} else record
