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


class Events(Protocol):
    """A stream of parsing events."""

    def get_event(self) -> Any:
        """Return the next event, or raise `yaml.YAMLError`."""

    def dispose(self) -> None:
        """Let go of everything."""


class _PythonParser(yaml.SafeLoader):
    """The parser written in Python, without the escapes that libyaml refuses."""

    def get_event(self) -> Event | None:
        """Return the next event; escapes that are no character are a syntax error."""
        try:
            event: Event | None = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:  # from chr(): beyond U+10FFFF
            raise self._bad_escape() from error
        if isinstance(event, yaml.ScalarEvent) and _SURROGATE.search(event.value):
            raise self._bad_escape()
        return event

    def _bad_escape(self) -> ScannerError:
        problem = "found invalid Unicode character escape code"
        return ScannerError(None, None, problem, self.get_mark())


def open_events(text: str, use_c: bool | None = None) -> Events:
    """Return the events of `text`.

    Args:
        text: A document without characters that YAML does not allow.
        use_c: Whether to use libyaml; None takes it where it is present.
    """
    if HAVE_C if use_c is None else use_c:
        return cast("Events", CSafeLoader(text))
    return _PythonParser(text)
