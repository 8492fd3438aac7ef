"""The fast way through a document that has nothing wrong with it."""

from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from plan_cli.strict_yaml.characters import has_hidden
from plan_cli.strict_yaml.events import Events, open_events
from plan_cli.strict_yaml.model import Limits, Value
from plan_cli.strict_yaml.scalars import WORDS, Scalar, resolve

_SUSPECT_KEYS: Final = frozenset({"", "<<"})


class Unusual(Exception):  # noqa: N818  (a signal, not an error)
    """Something may be wrong with the document; the survey will tell what."""


def build(text: str, limits: Limits, use_c: bool | None = None) -> tuple[Value, tuple[int, ...]]:
    """Return the value of `text`, or raise `Unusual` at the first thing that is not allowed.

    The second value has the offsets at which the entries of the document end; see `Parsed`.
    """
    events = open_events(text, use_c)
    try:
        return _build(events, limits, named="&" in text or "!" in text)
    except yaml.YAMLError as error:
        raise Unusual from error
    finally:
        events.dispose()


def _build(  # noqa: C901, PLR0912, PLR0915
    events: Events, limits: Limits, *, named: bool
) -> tuple[Value, tuple[int, ...]]:
    """Walk over the events with everything the loop needs in local names.

    This is the one long function here: calls and objects per value are what makes loading slow.
    Unless the text has a mark of anchors or tags (`named`), no scalar is asked for them.
    """
    next_event = events.get_event
    share = dict[str, str]().setdefault  # equal keys are one object
    plain: dict[str, Scalar] = dict(WORDS)  # equal values too
    room = limits.max_nodes
    max_depth = limits.max_depth

    # What is being filled: a list (`items`), or a record, which waits for a key, or for the
    # value of the key it has.
    root: list[Value] = []
    records: list[Value] = []  # the document, if it is a list by indentation; else nobody's
    ends: list[int] = []
    items: list[Value] | None = root
    record: dict[str, Value] = {}
    key: str | None = None
    in_flow = False
    stack: list[tuple[list[Value] | None, dict[str, Value], bool]] = []

    value: Value
    text: str = ""
    while True:
        event = next_event()
        kind = type(event)

        if kind is ScalarEvent:
            room -= 1
            text = event.value
            style = event.style
            if room < 0 or (named and (event.anchor is not None or event.tag is not None)):
                raise Unusual
            if style:
                if style == '"' and not text.isprintable() and has_hidden(text):
                    raise Unusual
            elif in_flow and "?" in text:
                raise Unusual
            if items is None and key is None:
                if text in record or (text in _SUSPECT_KEYS and not (text and style)):
                    raise Unusual
                key = share(text, text)
                continue
            if style:
                value = text
            elif text in plain:
                value = plain[text]
            else:
                value = plain[text] = resolve(text)
            if items is not None:
                items.append(value)
                if items is records:
                    ends.append(event.end_mark.index)
            else:
                record[key] = value  # type: ignore[index]  # it has its key
                key = None

        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            items, record, in_flow = stack.pop()
            key = None
            if items is records:
                ends.append(event.end_mark.index)

        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            room -= 1
            if event.anchor is not None or event.tag is not None or room < 0:
                raise Unusual
            if len(stack) >= max_depth or (items is None and key is None):
                raise Unusual
            stack.append((items, record, in_flow))
            child_items: list[Value] | None = None
            child_record: dict[str, Value] = {}
            if kind is SequenceStartEvent:
                value = child_items = []
                if items is root and not event.flow_style:
                    records = child_items
            else:
                value = child_record
            if items is not None:
                items.append(value)
            else:
                record[key] = value  # type: ignore[index]  # it has its key
            items, record, key = child_items, child_record, None
            in_flow = event.flow_style

        elif kind is StreamEndEvent:
            break
        elif kind is DocumentStartEvent:
            if event.version or event.tags or root:
                raise Unusual
        elif kind is AliasEvent:
            raise Unusual

    if not root or (root[0] is None and not text):
        raise Unusual
    return root[0], tuple(ends)
