"""What may be wrong with a single key, value, list or record."""

import re
from collections.abc import Iterator
from typing import Any, Final

from plan_cli.strict_yaml import messages, outside
from plan_cli.strict_yaml.characters import has_hidden
from plan_cli.strict_yaml.findings import characters_at, span_of
from plan_cli.strict_yaml.frame import Frame
from plan_cli.strict_yaml.model import Fault

_BLOCK_STYLES: Final = ("|", ">")
_TAG: Final = re.compile(r"![^\s,\[\]{}]*")


def property_faults(event: Any, text: str) -> Iterator[Fault]:
    """Yield the faults of what stands before a node: an anchor, a tag."""
    start = event.start_mark.index
    if event.anchor is not None:
        span = characters_at(text, text.index("&", start), len(event.anchor) + 1)
        yield messages.anchor(span, event.anchor)
    if event.tag is not None:
        match = _TAG.search(text, start)
        assert match is not None  # noqa: S101  (no tag without its mark)
        yield messages.tag(characters_at(text, match.start(), len(match.group())), match.group())


def scalar_faults(event: Any, frame: Frame | None, text: str) -> Iterator[Fault]:
    """Yield the faults of a key or value by itself."""
    is_plain = not event.style
    if is_plain and not event.value and frame is None:
        yield messages.empty_document()
    if is_plain and "?" in event.value and frame and frame.in_flow:
        yield messages.flow_question_mark(span_of(event))
    if event.style == '"' and has_hidden(event.value):
        yield messages.escaped_control_character(span_of(event))
    if event.style in _BLOCK_STYLES:
        comment = outside.tight_comment(text, event.start_mark.index)
        if comment is not None:
            yield messages.tight_comment(characters_at(text, comment))


def key_faults(event: Any, frame: Frame) -> Iterator[Fault]:
    """Yield the faults of a scalar as a key of the record `frame`."""
    key, span = event.value, span_of(event)
    if not key:
        yield messages.empty_key(span)
    elif key == "<<" and not event.style:
        yield messages.merge_key(span)
    elif key in frame.first_lines:
        yield messages.duplicate_key(span, key, frame.first_lines[key])
    else:
        frame.first_lines[key] = span.start.line
