"""Characters that have no place in a file, and the way from an offset to line and column."""

import re
from typing import Final

from plan_cli.strict_yaml import messages
from plan_cli.strict_yaml.model import Fault, Mark, Span

# All that may stand in a file: printable characters and line feeds. A carriage return may too,
# before a line feed. TAB, U+0085, U+2028 and U+2029 are left out although YAML knows them: the
# first is read differently by different parsers, the others are line breaks that nobody sees.
_ALLOWED: Final = (
    "\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
)
_CLEAN: Final = re.compile(f"[{_ALLOWED}]*")
_RETURN: Final = re.compile("\r(?!\n)")
_BAD_RUN: Final = re.compile(f"([^{_ALLOWED}])\\1*|\r(?!\n)")

# An escape in double quotes may make a TAB or a line feed, and nothing else that is invisible.
_HIDDEN: Final = re.compile(f"[^\t{_ALLOWED}]|\r")

_LINE_SEPARATORS: Final = "\x85\u2028\u2029"


def mark_at(text: str, offset: int) -> Mark:
    """Return the place of the character at `offset`."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Mark(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def has_hidden(value: str) -> bool:
    """Tell whether a scalar holds a character that may only come from an escape."""
    return _HIDDEN.search(value) is not None


def is_clean(text: str) -> bool:
    """Tell whether every character of `text` may stand in a file."""
    clean = _CLEAN.fullmatch(text) is not None
    return clean and not ("\r" in text and _RETURN.search(text))


def character_faults(text: str, at_most: int) -> list[Fault]:
    """Return a fault for every run of a character that may not stand in a file."""
    faults: list[Fault] = []
    mark, done = Mark(1, 1), 0
    for match in _BAD_RUN.finditer(text):
        if len(faults) == at_most:
            faults.append(messages.too_many_faults(Span(mark, mark)))
            break
        mark = advance(mark, text, done, match.start())
        done = match.start()
        end = Mark(mark.line, mark.column + len(match.group()))
        faults.append(_character_fault(Span(mark, end), match.group()[0]))
    return faults


def advance(mark: Mark, text: str, start: int, end: int) -> Mark:
    """Return the place of `end`, given that `mark` is the place of `start`."""
    breaks = text.count("\n", start, end)
    if not breaks:
        return Mark(mark.line, mark.column + end - start)
    return Mark(mark.line + breaks, end - text.rindex("\n", start, end))


def _character_fault(span: Span, character: str) -> Fault:
    if character == "\t":
        return messages.tab(span)
    if character == "\r":
        return messages.lone_carriage_return(span)
    if character == "\ufeff":
        return messages.byte_order_mark(span)
    if character in _LINE_SEPARATORS:
        return messages.line_separator(span, character)
    if "\ud800" <= character <= "\udfff":
        return messages.lone_surrogate(span, character)
    return messages.control_character(span, character)
