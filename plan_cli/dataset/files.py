"""Reading the files of a dataset, with every failure as a problem at its place."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plan_cli.dataset.raw import read_bytes, shown_path
from plan_cli.problems import START, Problem
from plan_cli.strict_yaml import Fault, Positions, Span, Value, decode, parse, span_inside
from plan_cli.strict_yaml import Path as ValuePath


@dataclass(frozen=True)
class DataFile:
    """A file that was read: its text, its value, and where in the text everything stands."""

    path: Path
    shown: str
    text: str
    value: Value
    ends: tuple[int, ...] = ()

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self.ends)

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
        value = self.value
        for part in path:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value


def read_yaml(path: Path) -> DataFile | list[Problem]:
    """Read a YAML file into plain values, or return all that is wrong with it."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return [raw]
    return parse_yaml(path, raw)


def parse_yaml(path: Path, raw: bytes) -> DataFile | list[Problem]:
    """Read the bytes of a YAML file, or return all that is wrong with them."""
    shown = shown_path(path)
    text = decode(raw)
    if isinstance(text, Fault):
        return [_problem(shown, text)]
    parsed = parse(text)
    if parsed.faults:
        return [_problem(shown, fault) for fault in parsed.faults]
    return DataFile(path, shown, text, parsed.value, parsed.ends)


def _problem(shown: str, fault: Fault) -> Problem:
    return Problem(shown, fault.span, f"syntax.{fault.code}", "error", fault.message, fault.hint)
