"""Reading the files of a dataset, with every failure as a problem at its place."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plan_cli.i18n import _
from plan_cli.problems import START, Problem
from plan_cli.strict_yaml import Fault, Positions, Span, Value, decode, parse
from plan_cli.strict_yaml import Path as ValuePath


@dataclass(frozen=True)
class DataFile:
    """A file that was read: its text, its value, and where in the text everything stands."""

    path: Path
    shown: str
    text: str
    value: Value

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text)

    def place(self, path: ValuePath, *, key: bool = False) -> Span:
        """Return where the value at `path` stands (or its key), or what holds it, if it is not."""
        if key and (span := self._positions.key(path)) is not None:
            return span
        for length in range(len(path), -1, -1):
            span = self._positions.value(path[:length])
            if span is not None:
                return span
        return START


def shown_path(path: Path) -> str:
    """Return `path` as messages show it: relative to the current folder where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return str(path)


def read_bytes(path: Path) -> bytes | Problem:
    """Return the bytes of a file, or the problem that keeps it from being read."""
    shown = shown_path(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message, hint = _("the file is missing"), _("A dataset has this file; put it back.")
    except IsADirectoryError:
        message, hint = _("this is a folder, not a file"), _("Put the file in its place.")
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=error.strerror or error)
        hint = _("Check that it is a file and that you may read it.")
    return Problem(shown, START, "syntax.file", "error", message, hint)


def read_yaml(path: Path) -> DataFile | list[Problem]:
    """Read a YAML file into plain values, or return all that is wrong with it."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return [raw]
    shown = shown_path(path)
    text = decode(raw)
    if isinstance(text, Fault):
        return [_problem(shown, text)]
    parsed = parse(text)
    if parsed.faults:
        return [_problem(shown, fault) for fault in parsed.faults]
    return DataFile(path, shown, text, parsed.value)


def _problem(shown: str, fault: Fault) -> Problem:
    return Problem(shown, fault.span, f"syntax.{fault.code}", "error", fault.message, fault.hint)
