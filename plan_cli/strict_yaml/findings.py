"""The faults found so far, and places within the text."""

from typing import Any

from plan_cli.strict_yaml import messages
from plan_cli.strict_yaml.characters import mark_at
from plan_cli.strict_yaml.model import Fault, Limits, Mark, Span


class Stop(Exception):  # noqa: N818  (a signal, not an error)
    """Reading ends here, with all that is to be said about the file."""


class Findings:
    """Faults in the order in which they are found, as many as are wanted."""

    def __init__(self, limits: Limits) -> None:
        self.faults: list[Fault] = []
        self._limits = limits

    def add(self, fault: Fault) -> None:
        """Add a fault, or say that there are more and stop."""
        if len(self.faults) >= self._limits.max_faults:
            self.faults.append(messages.too_many_faults(fault.span))
            raise Stop
        self.faults.append(fault)

    def add_unless_line_known(self, fault: Fault) -> None:
        """Add a fault unless one is known on its line, of which it may be the consequence."""
        line = fault.span.start.line
        if all(known.span.start.line != line for known in self.faults):
            self.add(fault)

    def stop_with(self, fault: Fault) -> None:
        """End the reading with this fault alone."""
        self.faults = [fault]
        raise Stop

    def in_text_order(self) -> list[Fault]:
        """Return the faults sorted by place; the note that there are more comes last."""
        return sorted(
            self.faults, key=lambda fault: (fault.code == "too-many-faults", fault.span.start)
        )


def span_of(event: Any) -> Span:
    """Return the place of what an event tells of."""
    start, end = event.start_mark, event.end_mark
    return Span(Mark(start.line + 1, start.column + 1), Mark(end.line + 1, end.column + 1))


def first_character(event: Any) -> Span:
    """Return the place of the first character of what an event tells of."""
    return characters_from(span_of(event).start, 1)


def characters_at(text: str, offset: int, length: int = 1) -> Span:
    """Return the place of `length` characters on one line."""
    return characters_from(mark_at(text, offset), length)


def characters_from(start: Mark, length: int) -> Span:
    """Return the place of `length` characters on one line."""
    return Span(start, Mark(start.line, start.column + length))
