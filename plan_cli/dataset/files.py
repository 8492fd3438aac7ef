"""The files of a dataset: which there are, and reading them with every failure at its place."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from plan_cli.files import reason_of
from plan_cli.i18n import _
from plan_cli.problems import START, Problem
from plan_cli.strict_yaml.decoding import decode
from plan_cli.strict_yaml.inside import span_inside
from plan_cli.strict_yaml.messages import too_large
from plan_cli.strict_yaml.model import DEFAULT_LIMITS, Fault, Span, Value
from plan_cli.strict_yaml.model import Path as ValuePath
from plan_cli.strict_yaml.positions import Positions
from plan_cli.strict_yaml.reading import parse


def shown_path(path: Path) -> str:
    """Return `path` as messages show it: relative to the current folder where it lies below.

    A file that is a link goes by its own name, not by that of what it leads to.
    """
    try:
        return (path.parent.resolve() / path.name).relative_to(Path.cwd()).as_posix()
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links that lead in a circle
        return str(path)


def read_bytes(path: Path, limit: int = DEFAULT_LIMITS.max_bytes) -> bytes | Problem:
    """Return the bytes of a file, or the problem that keeps it from being read.

    A pipe or a device would never end, and a file above the limit is not worth its memory: all
    that is found out before anything is read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(path, *_not_a_file(status.st_mode))
        if status.st_size > limit:
            return _too_large(path, limit)
        with path.open("rb") as file:
            raw = file.read(status.st_size + 1)  # to ask for more is to be given all that memory
            if len(raw) > status.st_size:  # it grows, or has no size of its own (/proc)
                raw += file.read(limit + 1 - len(raw))
    except FileNotFoundError:
        return _unreadable(path, *_missing(path))
    except OSError as error:
        message = _("the file cannot be read: {reason}", reason=reason_of(error))
        return _unreadable(path, message, _("Check that it is a file and that you may read it."))
    return raw if len(raw) <= limit else _too_large(path, limit)


def _missing(path: Path) -> tuple[str, str]:
    if path.is_symlink():
        return _("this is a link that leads to no file"), _("Put the file in its place.")
    return _("the file is missing"), _("A dataset has this file; put it back.")


def _not_a_file(mode: int) -> tuple[str, str]:
    hint = _("Put the file in its place.")
    for is_kind, message in _KINDS:
        if is_kind(mode):
            return message(), hint
    return _("this is not a file"), hint


_KINDS: Final[tuple[tuple[Callable[[int], bool], Callable[[], str]], ...]] = (
    (stat.S_ISDIR, lambda: _("this is a folder, not a file")),
    (stat.S_ISFIFO, lambda: _("this is a named pipe, not a file")),
    (stat.S_ISSOCK, lambda: _("this is a socket, not a file")),
    (stat.S_ISCHR, lambda: _("this is a device, not a file")),
    (stat.S_ISBLK, lambda: _("this is a device, not a file")),
)


def _too_large(path: Path, limit: int) -> Problem:
    fault = too_large(limit)
    return Problem(
        shown_path(path), START, f"syntax.{fault.code}", "error", fault.message, fault.hint
    )


def _unreadable(path: Path, message: str, hint: str) -> Problem:
    return Problem(shown_path(path), START, "syntax.file", "error", message, hint)


_LARGE: Final = 250_000
"""Characters from which on a text is compressed: to a tenth, in some hundredths of a second."""


class KeptText:
    """A text; one that is large takes little memory as long as nobody asks for it."""

    def __init__(self, text: str) -> None:
        self._text: str | None = None
        self._packed = b""
        if len(text) < _LARGE:
            self._text = text
            return
        import zlib

        self._packed = zlib.compress(text.encode(), level=1)

    def get(self) -> str:
        """Return the text."""
        if self._text is not None:
            return self._text
        import zlib

        return zlib.decompress(self._packed).decode()


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


FileKey = Literal["plan", "departments", "indicators", "tasks", "assignments"]
FILES: Final[dict[FileKey, str]] = {
    "plan": "plan.yaml",
    "departments": "departments.yaml",
    "indicators": "indicators.yaml",
    "tasks": "tasks.yaml",
    "assignments": "assignments.yaml",
}
OPTIONAL: Final[frozenset[FileKey]] = frozenset({"assignments"})
"""Files that a dataset may do without; it is then as if they held nothing."""

PROGRESS: Final = "progress"
ANNUAL: Final = "annual"
SUFFIX: Final = ".yaml"


def present(folder: Path) -> Iterator[FileKey]:
    """Yield the files that have to be read: all but optional ones that are not there."""
    for key, name in FILES.items():
        if key not in OPTIONAL or os.path.lexists(folder / name):
            yield key


def progress_paths(folder: Path) -> list[Path]:
    """Return the files of reports, in the order of their names."""
    try:
        names = [path.name for path in (folder / PROGRESS).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [folder / PROGRESS / name for name in sorted(names) if is_record_file(name)]


def annual_paths(folder: Path) -> Iterator[Path]:
    """Yield the files of annual goals, in the order of their names."""
    for place, folders, names in os.walk(folder / ANNUAL, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(names) if is_record_file(name))


def all_paths(folder: Path) -> Iterator[Path]:
    """Yield every file that a dataset is read from."""
    yield from (folder / FILES[key] for key in present(folder))
    yield from progress_paths(folder)
    yield from annual_paths(folder)


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def checksums(folder: Path) -> dict[str, str] | None:
    """Return the checksum of every file of a dataset by its path; None where one is unreadable."""
    found: dict[str, str] = {}
    for path in all_paths(folder):
        raw = read_bytes(path)
        if isinstance(raw, Problem):
            return None
        found[path.relative_to(folder).as_posix()] = checksum(raw)
    return found


def is_record_file(name: str) -> bool:
    """Tell whether a name is that of such a file; what is hidden is a program's that writes now."""
    return name.endswith(SUFFIX) and not name.startswith(".")
