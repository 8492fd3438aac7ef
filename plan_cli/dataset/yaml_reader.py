r"""A safe and strict reader for the plain part of YAML, with exact places for all it says.

It makes text, whole numbers, decimals, true, false and null, lists and records from the events of
libyaml, in one pass that also finds places and faults.

Refused, because it surprises people or costs memory without end: duplicate, empty and merge keys
(`<<`), keys that are no scalars, `? ` before a key, anchors, aliases, tags, directives, a second
document, nothing at all, and more than the limits allow.

Refused, because readers of YAML differ:

- TAB anywhere, U+0085, U+2028, U+2029, U+FEFF within the text, CR without LF, control
  characters, lone surrogates, and escapes for them in double quotes (`\t` and `\n` are fine);
- `?` in an unquoted text within brackets: `[a?b]`, `{?a: 1}`;
- `:` behind an unquoted text within brackets that touches what comes next: `[a:]`, `{a:, b: 1}`;
- `#` that touches the head of a block text: `|# comment`;
- unknown directives, which libyaml skips.

The place of an empty value within brackets is behind its colon, or behind its key if there is none.
"""

import re
from decimal import Decimal
from itertools import islice
from sys import intern
from typing import Any, Final, NamedTuple

from yaml import YAMLError
from yaml.cyaml import CSafeLoader  # an ImportError without libyaml
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

from plan_cli.dataset.yaml import (
    DEFAULT_LIMITS,
    HIDDEN,
    START,
    Fault,
    Limits,
    Lines,
    Path,
    Places,
    Scalar,
    Span,
    Value,
    fault,
    text_faults,
)
from plan_cli.dataset.yaml_words import SYNTAX

_PLAIN: Final[dict[str, Scalar]] = {"": None, "~": None, "null": None, "true": True, "false": False}
_MAX_NUMBER_LENGTH: Final = 30
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")

_SUSPECT_KEYS: Final = frozenset({"", "<<"})
_BLOCK_STYLES: Final = frozenset({"|", ">"})
_ANCHOR_OR_TAG: Final = {
    "anchor": re.compile("&([0-9A-Za-z_-]*)"),
    "tag": re.compile(r"(![^\s,\[\]{}]*)"),
}
_BLOCK_HEAD: Final = re.compile(r"[|>][-+0-9]*#")
_COLON: Final = re.compile(r"(?:\s|#[^\n]*+)*+:")  # "+": there is only one way to read it
# A question mark that may announce a key: at the start of the text, or after white space or an
# opening bracket or a comma. It comes first in the pattern because that is quick to look for.
_MAY_ANNOUNCE_KEY: Final = re.compile(r"\?(?<![^\s\[{,]\?)")
_COMMENT_OR_MARK: Final = re.compile(r"#[^\n]*|\?")
_CONTENT: Final = re.compile(r"^ *[^ #\r\n]", re.MULTILINE)

_TOO_DEEP: Final = "exceeded maximum nesting depth"
_QUOTED: Final = "while scanning a quoted scalar"
_IN_BRACKETS: Final = ("while parsing a flow sequence", "while parsing a flow mapping")
_NO_KEY: Final = re.compile(r"expected (key|'-' indicator)|node content")
_MAX_SHOWN: Final = 40


class Parsed(NamedTuple):
    """Value and places are meaningful only without faults."""

    value: Value
    faults: list[Fault]
    places: Places


def parse(text: str, limits: Limits = DEFAULT_LIMITS) -> Parsed:
    """Read a document: its value and places, or all faults found in one pass."""
    if faults := text_faults(text, limits):
        return Parsed(None, faults, {})
    reader = _Reader(text, limits)
    return Parsed(reader.read(), reader.faults, reader.places)


def _resolve(text: str) -> Scalar:
    """Value of an unquoted scalar other than YAML's words: only the plainest numbers are not text.

    `no`, `010`, `1e5` and `2022-07-28` are text, and so is a number too long to be an amount.
    """
    if len(text) > _MAX_NUMBER_LENGTH:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MAX_SHOWN else line[: _MAX_SHOWN - 1] + "…"


class _StopError(Exception):
    """Reading ends here; the faults found so far are all."""


class _Reader:
    def __init__(self, text: str, limits: Limits) -> None:
        self.places: Places = {}
        self.faults: list[Fault] = []
        self._lines = Lines(text)
        self._text = text
        self._limits = limits

    def read(self) -> Value:
        root: list[Value] = []
        try:
            self._look_for_directive()
            self._read_events(root)
        except _StopError:
            pass
        self.faults.sort(key=lambda one: (one.code == "too-many-faults", one.span.start))
        return root[0] if root else None

    def _add(self, case: str, span: Span, **values: object) -> None:
        if len(self.faults) >= self._limits.max_faults:
            self.faults.append(fault("too-many-faults", span))
            raise _StopError
        self.faults.append(fault(case, span, **values))

    def _add_unless_line_known(self, case: str, span: Span, **values: object) -> None:
        """Add a fault unless its line has one, which may have caused it."""
        if all(known.span.start.line != span.start.line for known in self.faults):
            self._add(case, span, **values)

    def _stop_with(self, case: str, offset: int, limit: int) -> None:
        """End the reading with this fault alone."""
        self.faults = [fault(case, self._lines.on_line(offset), limit=limit)]
        raise _StopError

    def _look_for_directive(self) -> None:
        offset = 0 if self._text.startswith("%") else self._text.find("\n%") + 1
        if self._text.startswith("%", offset) and not _CONTENT.search(self._text, 0, offset):
            self._add("directive", self._lines.on_line(offset))

    def _look_for_explicit_keys(self, scalars: list[tuple[int, int]], end: int) -> None:
        """Find each `?` before `end` that is neither in a scalar nor in a comment."""
        done = 0
        for start, stop in [*scalars, (end, end)]:
            for match in _COMMENT_OR_MARK.finditer(self._text, done, start):
                if match.group() == "?":
                    self._add("explicit-key", self._lines.on_line(match.start()))
            done = max(done, stop)

    def _read_events(self, root: list[Value]) -> None:  # noqa: C901, PLR0912, PLR0915
        """Put the value of the document into `root`, and note places and faults.

        One long function: calls and objects per value are what makes loading slow. Scalars are
        asked for anchors and tags only if the text has their marks (`named`).
        """
        source = self._text
        named = "&" in source or "!" in source
        scalars: list[tuple[int, int]] | None = [] if _MAY_ANNOUNCE_KEY.search(source) else None
        places = self.places
        plain = dict(_PLAIN)  # equal values are one object
        room = self._limits.max_nodes
        max_depth = self._limits.max_depth

        # What is being filled: a list (`items`), or a record, which waits for a key, or for the
        # value of the key it has; "" stands for a key that is wrong. It has the path `path` and
        # the place `place`; the next value has the path `at`; `last` is where the last value or
        # key ends.
        items: list[Value] | None = root
        record: dict[str, Value] = {}
        key: str | None = None
        path: Path = ()
        place: list[int] = []
        in_flow = False
        at: Path = ()
        key_start = key_end = last = 0
        stack: list[tuple[Any, ...]] = []
        value: Value

        parser = CSafeLoader(source)
        try:
            while True:
                event: Any = parser.get_event()
                kind = type(event)

                if kind is ScalarEvent:
                    start, end = event.start_mark.index, event.end_mark.index
                    room -= 1
                    if room < 0:
                        self._stop_with("too-many-nodes", start, self._limits.max_nodes)
                    if scalars is not None:
                        scalars.append((start, end))
                    text, style = event.value, event.style
                    if (
                        (style in _BLOCK_STYLES or not text.isprintable())
                        if style
                        else (in_flow and "?" in text)
                    ) or (named and (event.anchor is not None or event.tag is not None)):
                        self._look_at_scalar(event, in_flow)
                    if items is None and key is None:
                        if text in record or text in _SUSPECT_KEYS:
                            text = self._look_at_key(event, record, path)
                        if not record:
                            place[0] = start
                        key_start, key_end, last = start, end, end
                        key = intern(text)
                        at = (*path, key)
                        continue
                    if style:
                        value = text
                    elif text in plain:
                        value = plain[text]
                        if not text and not stack:
                            self._add("empty-document", START)
                        elif not text and in_flow and items is None:
                            colon = _COLON.match(source, last)  # behind the key
                            start = end = colon.end() if colon else last
                    else:
                        value = plain[text] = _resolve(text)
                    places[at] = [start, end, key_start, key_end]
                    last = end
                    if items is not None:
                        items.append(value)
                        at = (*path, len(items))
                    else:
                        record[key] = value  # type: ignore[index]  # it has its key
                        key = None

                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    # What has brackets ends with them, anything else with its last value.
                    if in_flow and source[event.end_mark.index - 1] in "]}":
                        last = event.end_mark.index
                    place[1] = last
                    items, record, key, path, place, in_flow = stack.pop()
                    at = (*path, key or "" if items is None else len(items))

                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    start, last = event.start_mark.index, event.end_mark.index
                    room -= 1
                    if room < 0:
                        self._stop_with("too-many-nodes", start, self._limits.max_nodes)
                    if named:
                        self._look_at_properties(event)
                    if len(stack) >= max_depth:
                        self._stop_with("too-deep", start, max_depth)
                    below: tuple[list[Value] | None, dict[str, Value]]
                    below = (None, {}) if kind is MappingStartEvent else ([], {})
                    value = below[1] if below[0] is None else below[0]
                    next_key = None
                    if items is not None:
                        items.append(value)
                    elif key is not None:
                        record[key] = value
                    else:
                        self._add("collection-key", self._lines.on_line(start))
                        next_key = ""
                        at = (*path, "")
                    stack.append((items, record, next_key, path, place, in_flow))
                    items, record = below
                    key, path, in_flow = None, at, event.flow_style
                    place = places[path] = [start, last, key_start, key_end]
                    at = (*path, 0)

                elif kind is AliasEvent:
                    start, last = event.start_mark.index, event.end_mark.index
                    self._add("alias", self._lines.span(start, last), name=_shown(event.anchor))
                    places[at] = [start, last, key_start, key_end]
                    if items is not None:
                        items.append(None)
                        at = (*path, len(items))
                    elif key is not None:
                        record[key] = None
                        key = None
                    else:
                        key, at = "", (*path, "")

                elif kind is DocumentStartEvent:
                    start, last = event.start_mark.index, event.end_mark.index
                    if root:
                        self._add("second-document", self._lines.span(start, last))
                        raise _StopError
                    if event.version or event.tags:
                        self._add_unless_line_known("directive", self._lines.on_line(start))

                elif kind is StreamEndEvent:
                    if not root:
                        self._add("empty-document", START)
                    last = len(source)
                    break
        except YAMLError as error:
            if getattr(error, "problem", None) == _TOO_DEEP:
                # libyaml, since 0.2.6, stops at a depth of its own while it looks ahead.
                brackets = re.compile(r"[\[{]").finditer(source, last)
                too_deep = next(islice(brackets, max_depth - len(stack), None), None)
                self._stop_with("too-deep", too_deep.start() if too_deep else last, max_depth)
            self._look_at_error(error)
        finally:
            parser.dispose()
        if scalars is not None:
            self._look_for_explicit_keys(scalars, last)

    def _look_at_scalar(self, event: Any, in_flow: bool) -> None:
        self._look_at_properties(event)
        start, value, style = event.start_mark.index, event.value, event.style
        span = self._lines.span(start, event.end_mark.index)
        if in_flow and not style and "?" in value:
            self._add("flow-question-mark", span)
        if style == '"' and HIDDEN.search(value):
            self._add("control-character/escaped", span)
        if style in _BLOCK_STYLES and (head := _BLOCK_HEAD.match(self._text, start)):
            self._add("tight-comment", self._lines.on_line(head.end() - 1))

    def _look_at_properties(self, event: Any) -> None:
        for case, pattern in _ANCHOR_OR_TAG.items():
            if getattr(event, case) is None:
                continue
            if found := pattern.search(self._text, event.start_mark.index):
                span = self._lines.on_line(found.start(), len(found.group()))
                self._add(case, span, name=_shown(found.group(1)))

    def _look_at_key(self, event: Any, record: dict[str, Value], path: Path) -> str:
        """Return the key, "" for a wrong one."""
        key = str(event.value)
        span = self._lines.span(event.start_mark.index, event.end_mark.index)
        if not key:
            self._add("empty-key", span)
        elif key == "<<" and not event.style:
            self._add("merge-key", span)
        elif key in record:
            line = self._lines.mark(self.places[*path, key][2]).line
            self._add("duplicate-key", span, key=_shown(key), line=line)
        else:
            return key
        return ""

    def _look_at_error(self, error: Any) -> None:
        problem = str(getattr(error, "problem", None) or error).replace("in this context", "here")
        context, opened = getattr(error, "context", None), getattr(error, "context_mark", None)
        mark = getattr(error, "problem_mark", None) or opened
        if context == "while scanning a simple key":
            mark = opened or mark  # the key, not whatever comes after it
        # libyaml looks for the end of a file on a line of its own, which may not be there.
        offset = min(mark.index, len(self._text)) if mark else 0
        offset += "unknown escape" in problem  # the character, not the backslash before it
        character = self._text[offset : offset + 1]
        span = self._lines.on_line(offset, len(character))
        values: dict[str, object] = {}
        if character == ":" and _NO_KEY.search(problem):
            case = "empty-key"
        elif opened and context == _QUOTED and "unexpected" in problem:
            case, values = "syntax-error/quote", {"line": opened.line + 1}
        elif opened and context in _IN_BRACKETS:
            case, values = "syntax-error/bracket", {"line": opened.line + 1}
        else:
            case = next((one for words, one in SYNTAX if re.search(words, problem)), "syntax-error")
            values = {"problem": problem} if case == "syntax-error" else {}
        self._add_unless_line_known(case, span, **values)
