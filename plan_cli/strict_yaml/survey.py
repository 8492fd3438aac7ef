"""The slow and careful way through a document: where everything is, and all that is wrong."""

from contextlib import suppress
from typing import Any

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
from plan_cli.strict_yaml.characters import advance
from plan_cli.strict_yaml.checks import key_faults, property_faults, scalar_faults
from plan_cli.strict_yaml.events import open_events
from plan_cli.strict_yaml.findings import Findings, Stop, characters_at, first_character, span_of
from plan_cli.strict_yaml.frame import Frame
from plan_cli.strict_yaml.model import Fault, Limits, Path, Span
from plan_cli.strict_yaml.syntax import gave_up, syntax_fault


class GaveUpError(Exception):
    """The parser looked ahead into nesting that is too deep for itself, before it told where."""


class Survey:
    """The places of all keys and values of a document, and its faults.

    Attributes:
        values: Where the value at each path is.
        keys: Where the key is that leads to each path.
        faults: All that is wrong, in the order of the text.

    The places take a lot of memory in a large file; without `keep_places` only faults are kept.
    """

    def __init__(
        self, text: str, limits: Limits, use_c: bool | None = None, *, keep_places: bool = True
    ) -> None:
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self._text = text
        self._limits = limits
        self._findings = Findings(limits)
        self._keep_places = keep_places
        self._keep_scalars = outside.may_have_explicit_keys(text)
        self._nodes = 0
        self._documents = 0
        self._stack: list[Frame] = []
        self._scalars: list[tuple[int, int]] = []
        with suppress(Stop):
            self._survey(use_c)
        self.faults: list[Fault] = self._findings.in_text_order()

    def _survey(self, use_c: bool | None) -> None:
        directive = outside.directive(self._text)
        if directive is not None:
            self._findings.add(messages.directive(characters_at(self._text, directive)))
        end = self._read(use_c)
        if not self._keep_scalars:
            return
        for offset in outside.explicit_keys(self._text, self._scalars, end):
            self._findings.add(messages.explicit_key(characters_at(self._text, offset)))

    def _read(self, use_c: bool | None) -> int:
        """Take all events; return the offset up to which the parser could read."""
        events = open_events(self._text, use_c)
        end = 0
        try:
            while not isinstance(event := events.get_event(), StreamEndEvent):
                self._take(event)
                end = event.end_mark.index
        except yaml.YAMLError as error:
            if gave_up(error):
                raise GaveUpError from error
            self._findings.add_unless_line_known(syntax_fault(error, self._text))
            return end
        finally:
            events.dispose()
        if not self._documents:
            self._findings.add(messages.empty_document())
        return len(self._text)

    def _take(self, event: Any) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            self._close(event)
        elif isinstance(event, AliasEvent):
            self._findings.add(messages.alias(span_of(event), event.anchor or ""))
            self._place(span_of(event), None)
        elif isinstance(event, DocumentStartEvent):
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._findings.add(messages.second_document(span_of(event)))
            raise Stop
        if event.version or event.tags:
            self._findings.add_unless_line_known(messages.directive(first_character(event)))

    def _scalar(self, event: Any) -> None:
        self._node(event)
        if self._keep_scalars:
            self._scalars.append((event.start_mark.index, event.end_mark.index))
        frame = self._stack[-1] if self._stack else None
        for fault in scalar_faults(event, frame, self._text):
            self._findings.add(fault)
        span = span_of(event)
        if frame and frame.awaits_key:
            for fault in key_faults(event, frame):
                self._findings.add(fault)
            frame.key_end = event.end_mark.index
        elif frame and frame.in_flow and frame.is_record and not (event.value or event.style):
            span = self._empty_flow_value(frame)
        self._place(span, event.value)

    def _empty_flow_value(self, frame: Frame) -> Span:
        """Return the place of an empty value within brackets, where the two parsers differ."""
        offset = outside.empty_value(self._text, frame.key_end)
        mark = advance(frame.end, self._text, frame.key_end, offset)
        return Span(mark, mark)

    def _open(self, event: Any) -> None:
        self._node(event)
        if len(self._stack) >= self._limits.max_depth:
            limit = self._limits.max_depth
            self._findings.stop_with(messages.too_deep(first_character(event), limit))
        frame = self._stack[-1] if self._stack else None
        if frame and frame.awaits_key:
            self._findings.add(messages.collection_key(first_character(event)))
        path = frame.next_path() if frame else ()
        start = span_of(event).start
        is_record = isinstance(event, MappingStartEvent)
        self._stack.append(Frame(path, is_record, bool(event.flow_style), start, start))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        end = frame.end
        # The parsers know the end of what has brackets; anything else ends with its last value.
        if frame.in_flow and self._text[event.end_mark.index - 1] in "]}":
            end = span_of(event).end
        self._place(Span(frame.start, end), None)

    def _place(self, span: Span, key: str | None) -> None:
        """Enter what has just been read into the list or record it belongs to."""
        if not self._stack:
            self.values[()] = span
            return
        frame = self._stack[-1]
        if frame.awaits_key:
            path = frame.take_key(span, key)
            places = self.keys
        else:
            path = frame.take_value(span)
            places = self.values
        if path is not None and self._keep_places:
            places[path] = span

    def _node(self, event: Any) -> None:
        """Count a node and look at what stands before it."""
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            limit = self._limits.max_nodes
            self._findings.stop_with(messages.too_many_nodes(first_character(event), limit))
        for fault in property_faults(event, self._text):
            self._findings.add(fault)
