"""The slow and careful way through a document: where everything is, and all that is wrong."""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from plan_cli.strict_yaml import messages, outside
from plan_cli.strict_yaml.characters import has_hidden, mark_at
from plan_cli.strict_yaml.events import open_events
from plan_cli.strict_yaml.model import Fault, Limits, Mark, Path, Span
from plan_cli.strict_yaml.syntax import syntax_fault

_TAG: Final = re.compile(r"![^\s,\[\]{}]*")


class _Stop(Exception):  # noqa: N818  (a signal, not an error)
    """Reading ends here, with all that is to be said about the file."""


@dataclass(slots=True)
class _Frame:
    """A list or a record that is being read."""

    path: Path | None  # None within a key
    is_record: bool
    in_flow: bool
    start: Mark
    end: Mark
    length: int = 0
    awaits_value: bool = False
    key: str | None = None  # None while a list or a record stands in its place
    first_lines: dict[str, int] = field(default_factory=dict)

    @property
    def awaits_key(self) -> bool:
        """Whether a key comes next."""
        return self.is_record and not self.awaits_value

    def next_path(self) -> Path | None:
        """Return the path of what comes next; None for a key and within one."""
        if self.path is None or self.awaits_key:
            return None
        if not self.is_record:
            return (*self.path, self.length)
        return None if self.key is None else (*self.path, self.key)


class Survey:
    """The places of all keys and values of a document, and its faults.

    Attributes:
        values: Where the value at each path is.
        keys: Where the key is that leads to each path.
        faults: All that is wrong, in the order of the text.
    """

    def __init__(self, text: str, limits: Limits, use_c: bool | None = None) -> None:
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.faults: list[Fault] = []
        self._text = text
        self._limits = limits
        self._nodes = 0
        self._documents = 0
        self._stack: list[_Frame] = []
        self._scalars: list[tuple[int, int]] = []
        with suppress(_Stop):
            self._survey(use_c)
        self.faults.sort(key=lambda fault: fault.span.start)

    def _survey(self, use_c: bool | None) -> None:
        directive = outside.directive(self._text)
        if directive is not None:
            self._add(messages.directive(self._character(directive)))
        end = self._read(use_c)
        if not outside.may_have_explicit_keys(self._text):
            return
        for offset in outside.explicit_keys(self._text, self._scalars, end):
            self._add(messages.explicit_key(self._character(offset)))

    def _read(self, use_c: bool | None) -> int:
        """Take all events; return the offset at which the parser could not go on, or the end."""
        events = open_events(self._text, use_c)
        end = 0
        try:
            while not isinstance(event := events.get_event(), StreamEndEvent):
                self._take(event)
                end = event.end_mark.index
        except yaml.YAMLError as error:
            self._add_syntax_error(syntax_fault(error))
            return end
        finally:
            events.dispose()
        if not self._documents:
            mark = mark_at(self._text, len(self._text))
            self._add(messages.empty_document(Span(mark, mark)))
        return len(self._text)

    def _take(self, event: Any) -> None:
        if isinstance(event, DocumentStartEvent):
            self._start_document(event)
        elif isinstance(event, AliasEvent):
            self._add(messages.alias(_span(event), event.anchor or ""))
            self._place(_span(event), None)
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            self._close(event)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._add(messages.second_document(_span(event)))
            raise _Stop
        has_directives = event.version or event.tags
        if has_directives and not self.faults:
            self._add(messages.directive(_span(event)))

    def _scalar(self, event: Any) -> None:
        self._count(event)
        span = _span(event)
        self._scalars.append((event.start_mark.index, event.end_mark.index))
        frame = self._stack[-1] if self._stack else None
        is_plain = not event.style
        if is_plain and "?" in event.value and frame and frame.in_flow:
            self._add(messages.flow_question_mark(span))
        if event.style == '"' and has_hidden(event.value):
            self._add(messages.escaped_control_character(span))
        if frame is None and is_plain and not event.value:
            self._add(messages.empty_document(span))
        if frame and frame.awaits_key:
            self._check_key(frame, event.value, span, is_plain=is_plain)
        self._place(span, event.value)

    def _check_key(self, frame: _Frame, key: str, span: Span, *, is_plain: bool) -> None:
        if not key:
            self._add(messages.empty_key(span))
        elif key == "<<" and is_plain:
            self._add(messages.merge_key(span))
        elif key in frame.first_lines:
            self._add(messages.duplicate_key(span, key, frame.first_lines[key]))
        else:
            frame.first_lines[key] = span.start.line

    def _open(self, event: Any) -> None:
        self._count(event)
        frame = self._stack[-1] if self._stack else None
        start = _span(event).start
        if len(self._stack) >= self._limits.max_depth:
            self._stop(messages.too_deep(Span(start, start), self._limits.max_depth))
        if frame and frame.awaits_key:
            self._add(messages.collection_key(Span(start, start)))
        path = frame.next_path() if frame else ()
        is_record = isinstance(event, MappingStartEvent)
        self._stack.append(_Frame(path, is_record, bool(event.flow_style), start, start))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        end = frame.end
        last = event.end_mark.index - 1
        if frame.in_flow and self._text[last] in "]}":
            end = _span(event).end
        self._place(Span(frame.start, end), None)

    def _place(self, span: Span, key: str | None) -> None:
        """Enter what has just been read into the list or record it belongs to."""
        if not self._stack:
            self.values[()] = span
            return
        frame = self._stack[-1]
        frame.end = span.end
        if frame.awaits_key:
            if not frame.length:
                frame.start = span.start
            frame.awaits_value, frame.key = True, key
            path = frame.next_path()
            if path is not None:
                self.keys[path] = span
            return
        path = frame.next_path()
        if path is not None:
            self.values[path] = span
        frame.length += 1
        frame.awaits_value = False

    def _count(self, event: Any) -> None:
        """Count a node and look for what may stand before one."""
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            start = _span(event).start
            self._stop(messages.too_many_nodes(Span(start, start), self._limits.max_nodes))
        if event.anchor is not None:
            offset = self._text.index("&", event.start_mark.index)
            span = self._stretch(offset, len(event.anchor) + 1)
            self._add(messages.anchor(span, event.anchor))
        if event.tag is not None:
            match = _TAG.search(self._text, event.start_mark.index)
            assert match is not None  # noqa: S101  (a tag is announced by its mark)
            span = self._stretch(match.start(), len(match.group()))
            self._add(messages.tag(span, match.group()))

    def _character(self, offset: int) -> Span:
        return self._stretch(offset, 1)

    def _stretch(self, offset: int, length: int) -> Span:
        start = mark_at(self._text, offset)
        return Span(start, Mark(start.line, start.column + length))

    def _add_syntax_error(self, fault: Fault) -> None:
        """Add the parser's complaint, unless it is about something already refused."""
        line = fault.span.start.line
        if all(known.span.start.line != line for known in self.faults):
            self._add(fault)

    def _add(self, fault: Fault) -> None:
        if len(self.faults) >= self._limits.max_faults:
            self.faults.append(messages.too_many_faults(fault.span))
            raise _Stop
        self.faults.append(fault)

    def _stop(self, fault: Fault) -> None:
        """End the reading with this fault alone."""
        self.faults = [fault]
        raise _Stop


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(Mark(start.line + 1, start.column + 1), Mark(end.line + 1, end.column + 1))
