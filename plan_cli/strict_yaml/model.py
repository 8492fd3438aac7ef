"""What the loader takes and gives: values, places, faults, limits."""

from decimal import Decimal
from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes that lead from the root to a value."""

Value: TypeAlias = bool | int | Decimal | str | list["Value"] | dict[str, "Value"] | None
"""What a document holds."""


class Mark(NamedTuple):
    """A place in the text; both numbers count from 1, columns count characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of the text; the end is the place after its last character."""

    start: Mark
    end: Mark


class Fault(NamedTuple):
    """Something that makes a file unusable, with its place and the way out."""

    code: str
    span: Span
    message: str
    hint: str


class Limits(NamedTuple):
    """How much a file may hold before reading stops.

    Attributes:
        max_bytes: Size of the file in UTF-8.
        max_depth: Lists and records within each other; a document that is a flat list has one.
        max_nodes: Scalars (keys included), lists and records together.
        max_faults: Faults that are listed before a last one says that there are more.
    """

    max_bytes: int = 64 * 1024 * 1024
    max_depth: int = 32
    max_nodes: int = 5_000_000
    max_faults: int = 200


DEFAULT_LIMITS = Limits()


class Parsed(NamedTuple):
    """A document that has been read; the value means something only without faults.

    Attributes:
        value: What the document holds.
        faults: All that is wrong with it.
        ends: Of a document that is a list, one entry below the other, the offset at which each
            entry ends: what `Positions` needs to look for places in one entry alone.
    """

    value: Value
    faults: tuple[Fault, ...]
    ends: tuple[int, ...] = ()
