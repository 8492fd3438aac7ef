"""The two parsers of PyYAML behind one door: libyaml's where present, else the one in Python."""

import re
from typing import Any, Final, Protocol, cast

import yaml
from yaml.events import Event
from yaml.scanner import ScannerError

try:
    from yaml.cyaml import CSafeLoader
except ImportError:  # PyYAML was built without libyaml
    HAVE_C = False
else:
    HAVE_C = True

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# Within brackets libyaml does not take the colon of `[a:]` for the end of a key.
_TIGHT_COLON: Final = re.compile(r"\s*:[,?\[\]{}]")


class Events(Protocol):
    """A stream of parsing events."""

    def get_event(self) -> Any:
        """Return the next event, or raise `yaml.YAMLError`."""

    def dispose(self) -> None:
        """Let go of everything."""


class _PythonParser(yaml.SafeLoader):
    """The parser written in Python, without what libyaml refuses."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self._flow_depth = 0

    def get_event(self) -> Event | None:
        """Return the next event."""
        try:
            event: Event | None = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:  # from chr(): beyond U+10FFFF
            raise _problem(
                "found invalid Unicode character escape code", self.get_mark()
            ) from error
        if isinstance(event, yaml.ScalarEvent):
            self._check(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._flow_depth += 1 if self._flow_depth or event.flow_style else 0
        elif isinstance(event, yaml.CollectionEndEvent):
            self._flow_depth -= 1 if self._flow_depth else 0
        return event

    def _check(self, event: yaml.ScalarEvent) -> None:
        end: Any = event.end_mark
        if _SURROGATE.search(event.value):
            raise _problem("found invalid Unicode character escape code", event.start_mark)
        is_flow_word = self._flow_depth and event.value and not event.style
        if is_flow_word and _TIGHT_COLON.match(self._text, end.index):
            raise _problem("found unexpected ':'", end)


def _problem(problem: str, mark: Any) -> ScannerError:
    return ScannerError(None, None, problem, mark)


def open_events(text: str, use_c: bool | None = None) -> Events:
    """Return the events of `text`.

    Args:
        text: A document without characters that YAML does not allow.
        use_c: Whether to use libyaml; None takes it where it is present.
    """
    if HAVE_C if use_c is None else use_c:
        return cast("Events", CSafeLoader(text))
    return _PythonParser(text)
