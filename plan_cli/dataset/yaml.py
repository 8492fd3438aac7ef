"""A YAML file before it is read: bytes, characters, lines; values, places, faults and limits."""

import codecs
import re
from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from plan_cli.dataset.yaml_words import WORDS
from plan_cli.i18n import _

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes that lead from the root to a value."""

Scalar: TypeAlias = bool | int | Decimal | str | None
Value: TypeAlias = Scalar | list["Value"] | dict[str, "Value"]
"""What a document holds."""


Places: TypeAlias = dict[Path, list[int]]
"""The offsets at which each value starts and ends, and its key starts and ends.

The last two mean nothing in a list. A record begins at its first key.
"""


class Mark(NamedTuple):
    """A place in the text; both numbers count from 1, columns in characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of the text; `end` is behind its last character."""

    start: Mark
    end: Mark


class Fault(NamedTuple):
    """Something that makes a file unusable."""

    code: str
    span: Span
    message: str
    hint: str


class Limits(NamedTuple):
    """How much a file may hold before reading stops."""

    max_bytes: int = 64 * 1024 * 1024  # in UTF-8
    max_depth: int = 32  # a flat list has one
    max_nodes: int = 5_000_000  # scalars (keys included), lists and records
    max_faults: int = 200


DEFAULT_LIMITS: Final = Limits()

START: Final = Span(Mark(1, 1), Mark(1, 1))

# What may not stand in a file: everything that cannot be printed, but for line feeds (and a
# carriage return before one). TAB, U+0085, U+2028 and U+2029 are among it although YAML knows
# them: the first is read differently by different parsers, the others are line breaks that
# nobody sees.
_BAD_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BAD_OTHERS: Final = "\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_BAD: Final = re.compile(f"[\t{_BAD_CONTROLS}{_BAD_OTHERS}]")
_BAD_RUN: Final = re.compile(f"([\t{_BAD_CONTROLS}{_BAD_OTHERS}])\\1*|\r(?!\n)")
_RETURN: Final = re.compile("\r(?!\n)")
# An escape in double quotes may make a TAB or a line feed, and nothing else that is invisible.
HIDDEN: Final = re.compile(f"[\r{_BAD_CONTROLS}{_BAD_OTHERS}]")

_BAD_KINDS: Final = {
    **dict.fromkeys("\x85\u2028\u2029", "line-separator"),
    "\t": "tab",
    "\r": "lone-carriage-return",
    "\ufeff": "byte-order-mark",
}

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Lines:
    """Converts offsets in a text to places."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def mark(self, offset: int) -> Mark:
        line = bisect_right(self._starts, offset)
        return Mark(line, offset - self._starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        return Span(self.mark(start), self.mark(end))

    def on_line(self, offset: int, length: int = 1) -> Span:
        start = self.mark(offset)
        return Span(start, Mark(start.line, start.column + length))


def decode(raw: bytes, limits: Limits = DEFAULT_LIMITS) -> str | Fault:
    """The text of a file without byte order mark, or why it is not UTF-8."""
    if len(raw) > limits.max_bytes:
        return too_large(limits.max_bytes)
    body = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = body[: error.start].decode("utf-8")
    span = Lines(readable).on_line(len(readable))
    likely = _likely_encoding(raw)
    return fault("not-utf8/likely", span, encoding=likely) if likely else fault("not-utf8", span)


def _likely_encoding(raw: bytes) -> str | None:
    if raw.startswith(_UTF_16):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return "GBK"


def is_clean(text: str) -> bool:
    """Whether every character of `text` is allowed in a file."""
    return not _BAD.search(text) and not ("\r" in text and _RETURN.search(text))


def too_large(limit: int) -> Fault:
    return fault("too-large", START, limit=limit)


def fault(case: str, span: Span, **values: object) -> Fault:
    """Make the fault for a case of `WORDS`."""
    message, hint = WORDS[case]
    return Fault(case.partition("/")[0], span, _(message, **values), _(hint, **values))


def text_faults(text: str, limits: Limits) -> list[Fault]:
    """Faults of a text's size and characters."""
    if len(text) > limits.max_bytes // 4 and (  # no character takes more bytes
        len(text.encode("utf-8", "surrogatepass")) > limits.max_bytes
    ):
        return [too_large(limits.max_bytes)]
    if is_clean(text):
        return []
    lines = Lines(text)
    faults: list[Fault] = []
    for match in _BAD_RUN.finditer(text):
        if len(faults) == limits.max_faults:
            mark = faults[-1].span.start
            return [*faults, fault("too-many-faults", Span(mark, mark))]
        character = match.group()[0]
        usual = "lone-surrogate" if "\ud800" <= character <= "\udfff" else "control-character"
        case = _BAD_KINDS.get(character, usual)
        span = lines.span(*match.span())
        faults.append(fault(case, span, code_point=f"U+{ord(character):04X}"))
    return faults
