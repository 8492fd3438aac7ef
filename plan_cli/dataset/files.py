"""Reading the files of a dataset, with every failure as a problem at its place."""

from functools import cached_property
from pathlib import Path

from plan_cli.dataset.kept_text import KeptText
from plan_cli.dataset.raw import read_bytes, shown_path
from plan_cli.problems import START, Problem
from plan_cli.strict_yaml import Fault, Positions, Span, Value, decode, parse, span_inside
from plan_cli.strict_yaml import Path as ValuePath


class DataFile:
    """A file that was read: its text, its value, and where in the text everything stands."""

    def __init__(
        self, path: Path, shown: str, text: str, value: Value, ends: tuple[int, ...] = ()
    ) -> None:
        self.path = path
        self.shown = shown
        self._text: str | KeptText = text
        self._value = value
        self._is_there = True
        self._ends = ends

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text if isinstance(self._text, str) else self._text.get()

    @property
    def value(self) -> Value:
        """What the file holds."""
        return self._value if self._is_there else parse(self.text).value

    def let_go(self) -> None:
        """Keep what problems are told with, as records have been made of the value."""
        self._value, self._is_there = None, False
        self._text = KeptText(self.text)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self._ends)

    def place(self, path: ValuePath, *, key: bool = False) -> Span:
        """Return where the value at `path` stands (or its key), or what holds it, if it is not."""
        if key and (span := self._positions.key(path)) is not None:
            return span
        for length in range(len(path), -1, -1):
            span = self._positions.value(path[:length])
            if span is not None:
                return span
        return START

    def place_inside(self, path: ValuePath, start: int, end: int) -> Span:
        """Return where the characters from `start` to `end` of the text at `path` stand."""
        span, value = self.place(path), self.at(path)
        if not isinstance(value, str):
            return span
        return span_inside(self.text, span, value, start, end)

    def at(self, path: ValuePath) -> Value:
        """Return the value at `path`; None where there is none."""
        value = self._value
        if not self._is_there:
            value, path = self._read_again(path)
        for part in path:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def _read_again(self, path: ValuePath) -> tuple[Value, ValuePath]:
        """Return the entry of the list that `path` leads into, as a list, and the path in that."""
        lines = self._positions.entry(path[0]) if path and isinstance(path[0], int) else None
        if lines is None:
            self._value, self._is_there = self.value, True
            return self._value, path
        return parse(lines).value, (0, *path[1:])


def read_yaml(path: Path) -> DataFile | list[Problem]:
    """Read a YAML file into plain values, or return all that is wrong with it."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return [raw]
    text = decode(raw)
    del raw  # of a large file it matters that there are not all of its forms at a time
    return _parsed(path, text)


def parse_yaml(path: Path, raw: bytes) -> DataFile | list[Problem]:
    """Read the bytes of a YAML file, or return all that is wrong with them."""
    return _parsed(path, decode(raw))


def _parsed(path: Path, text: str | Fault) -> DataFile | list[Problem]:
    shown = shown_path(path)
    if isinstance(text, Fault):
        return [_problem(shown, text)]
    parsed = parse(text)
    if parsed.faults:
        return [_problem(shown, fault) for fault in parsed.faults]
    return DataFile(path, shown, text, parsed.value, parsed.ends)


def _problem(shown: str, fault: Fault) -> Problem:
    return Problem(shown, fault.span, f"syntax.{fault.code}", "error", fault.message, fault.hint)
