"""Where the single characters of a value stand in the text of the file."""

import re
from typing import Final

from plan_cli.strict_yaml.characters import mark_at
from plan_cli.strict_yaml.model import Span

_FOLD: Final = re.compile(r"[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*")
_CONTINUED: Final = re.compile(r"\\\r?\n[ \t]*")
_ESCAPE: Final = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")


def span_inside(text: str, span: Span, value: str, start: int, end: int) -> Span:
    """Return the place of `value[start:end]`, given that the whole value stands at `span`.

    Plain and quoted values are followed character by character, over escapes and folded lines.
    For what cannot be followed (a block text) it is the place of the whole value.
    """
    begin, finish = _offset(text, span, at_end=False), _offset(text, span, at_end=True)
    offsets = _offsets(text, begin, finish)
    if len(offsets) != len(value):
        return span
    first = offsets[start] if start < len(offsets) else _closing(text, begin, finish)
    last = offsets[end] if end < len(offsets) else _closing(text, begin, finish)
    return Span(mark_at(text, first), mark_at(text, max(first, last)))


def _offset(text: str, span: Span, *, at_end: bool) -> int:
    mark = span.end if at_end else span.start
    offset = 0
    for _line in range(mark.line - 1):
        offset = text.index("\n", offset) + 1
    return offset + mark.column - 1


def _closing(text: str, begin: int, finish: int) -> int:
    """Return the offset behind the value's last character: that of the closing quote, if any."""
    return finish - 1 if text[begin] in "'\"" and finish - begin > 1 else finish


def _offsets(text: str, begin: int, finish: int) -> list[int]:
    """Return the offset in the text of every character of the value."""
    quote = text[begin] if text[begin] in "'\"" else ""
    at, end = (begin + 1, finish - 1) if quote else (begin, finish)
    found: list[int] = []
    while at < end:
        token = _token(text, at, quote)
        found += [at] * token[0]
        at += token[1]
    return found


def _token(text: str, at: int, quote: str) -> tuple[int, int]:
    """Return how many characters of the value begin here, and how many of the text they take."""
    if fold := _FOLD.match(text, at):
        breaks = fold.group().count("\n")
        return max(breaks - 1, 1), len(fold.group())
    if quote == "'" and text.startswith("''", at):
        return 1, 2
    if quote == '"' and text[at] == "\\":
        if continued := _CONTINUED.match(text, at):
            return 0, len(continued.group())
        escape = _ESCAPE.match(text, at)
        return 1, len(escape.group()) if escape else 1
    return 1, 1
