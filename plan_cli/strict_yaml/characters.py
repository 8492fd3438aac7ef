"""Characters that have no place in a file, and the way from an offset to line and column."""

import re
from typing import Final

from plan_cli.strict_yaml import messages
from plan_cli.strict_yaml.model import Fault, Mark, Span

# What may not stand in a file: everything that cannot be printed, but for line feeds (and a
# carriage return before one). TAB, U+0085, U+2028 and U+2029 are among it although YAML knows
# them: the first is read differently by different parsers, the others are line breaks that
# nobody sees.
_BAD_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BAD_OTHERS: Final = "\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_BAD: Final = re.compile(f"[\t{_BAD_CONTROLS}{_BAD_OTHERS}]")
_RETURN: Final = re.compile("\r(?!\n)")
_BAD_RUN: Final = re.compile(f"([\t{_BAD_CONTROLS}{_BAD_OTHERS}])\\1*|\r(?!\n)")

# An escape in double quotes may make a TAB or a line feed, and nothing else that is invisible.
_HIDDEN: Final = re.compile(f"[\r{_BAD_CONTROLS}{_BAD_OTHERS}]")

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
    if _BAD.search(text):
        return False
    return not ("\r" in text and _RETURN.search(text))


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
