"""Reading the files of a dataset, with every failure at its place."""

import re
import stat
from pathlib import Path
from typing import Final

from plan_cli.dataset.yaml import (
    DEFAULT_LIMITS,
    START,
    Fault,
    Lines,
    Places,
    Span,
    Value,
    decode,
    too_large,
)
from plan_cli.dataset.yaml import Path as ValuePath
from plan_cli.files import reason_of
from plan_cli.i18n import N_, _
from plan_cli.problems import Problem


def shown_path(path: Path) -> str:
    """`path` relative to the current folder if below it; a link keeps its own name."""
    try:
        return (path.parent.resolve() / path.name).relative_to(Path.cwd()).as_posix()
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links that lead in a circle
        return str(path)


def read_bytes(path: Path, limit: int = DEFAULT_LIMITS.max_bytes) -> bytes | Problem:
    """Read a regular file of at most `limit` bytes, or return the problem."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            message = _NOT_FILES.get(stat.S_IFMT(status.st_mode), N_("this is not a file"))
            return _unreadable(path, _(message), _("Put the file in its place."))
        if status.st_size > limit:
            return _too_large(path, limit)
        with path.open("rb") as file:
            raw = file.read(status.st_size + 1)  # to ask for more is to be given all that memory
            if len(raw) > status.st_size:  # it grows, or has no size of its own (/proc)
                raw += file.read(limit + 1 - len(raw))
    except FileNotFoundError:
        if path.is_symlink():
            message = _("this link does not lead to a file")
            return _unreadable(path, message, _("Put the file in its place."))
        message, hint = _("the file is missing"), _("A dataset has this file; put it back.")
        return _unreadable(path, message, hint)
    except OSError as error:
        message = _("the file cannot be read: {reason}", reason=reason_of(error))
        return _unreadable(path, message, _("Check that it is a file and that you may read it."))
    return raw if len(raw) <= limit else _too_large(path, limit)


_NOT_FILES: Final = {
    stat.S_IFDIR: N_("this is a folder, not a file"),
    stat.S_IFIFO: N_("this is a named pipe, not a file"),
    stat.S_IFSOCK: N_("this is a socket, not a file"),
    stat.S_IFCHR: N_("this is a device, not a file"),
    stat.S_IFBLK: N_("this is a device, not a file"),
}


def _too_large(path: Path, limit: int) -> Problem:
    return _problem(shown_path(path), too_large(limit))


def _unreadable(path: Path, message: str, hint: str) -> Problem:
    return Problem(shown_path(path), START, "syntax.file", "error", message, hint)


class DataFile:
    """A file that was read: its text, its value, and where in the text everything stands."""

    def __init__(
        self, path: Path, shown: str, text: str, value: Value, places: Places | None = None
    ) -> None:
        self.path = path
        self.shown = shown
        self.text = text
        self.value = value
        self._lines = Lines(text)
        self._places = places or {}

    def place(self, path: ValuePath, *, key: bool = False) -> Span:
        """Place of the value at `path` (or its key); if it is not there, of its nearest holder."""
        place = self._places.get(path)
        while place is None and path:
            key, path = False, path[:-1]
            place = self._places.get(path)
        start, end, key_start, key_end = place or (0, 0, 0, 0)
        if key and path and isinstance(path[-1], str):
            return self._lines.span(key_start, key_end)
        return self._lines.span(start, end)

    def place_inside(self, path: ValuePath, start: int, end: int) -> Span:
        """Place of the characters from `start` to `end` of the text at `path`."""
        value, place = self.at(path), self._places.get(path)
        if place and isinstance(value, str):
            offsets = _character_offsets(self.text, place[0], place[1])
            if len(offsets) == len(value) + 1:
                first, last = (offsets[min(one, len(value))] for one in (start, end))
                return self._lines.span(first, max(first, last))
        return self.place(path)

    def at(self, path: ValuePath) -> Value:
        """The value at `path`; None if there is none."""
        value = self.value
        for part in path:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value


_FOLD: Final = re.compile(r"[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*")
_CONTINUED: Final = re.compile(r"\\\r?\n[ \t]*")
_ESCAPE: Final = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")


def _character_offsets(text: str, begin: int, end: int) -> list[int]:
    """Offset in `text` of every character of the value between `begin` and `end`, and of its end.

    Follows escapes and folded lines of plain and quoted values, not of block texts.
    """
    quote = text[begin:end][:1]
    if quote in ("'", '"') and end - begin > 1:
        begin, end = begin + 1, end - 1
    found: list[int] = []
    while begin < end:
        characters, length = _character(text, begin, quote)
        found += [begin] * characters
        begin += length
    return [*found, end]


def _character(text: str, at: int, quote: str) -> tuple[int, int]:
    """How many characters of the value begin at `at`, and how many of the text they take."""
    if fold := _FOLD.match(text, at):
        return max(fold.group().count("\n") - 1, 1), len(fold.group())
    if quote == "'" and text.startswith("''", at):
        return 1, 2
    if quote == '"' and text[at] == "\\":
        if continued := _CONTINUED.match(text, at):
            return 0, len(continued.group())
        escape = _ESCAPE.match(text, at)
        return 1, len(escape.group()) if escape else 1
    return 1, 1


def read_yaml(path: Path) -> DataFile | list[Problem]:
    raw = read_bytes(path)
    return [raw] if isinstance(raw, Problem) else parse_yaml(path, raw)


def parse_yaml(path: Path, raw: bytes) -> DataFile | list[Problem]:
    from plan_cli.dataset.yaml_reader import parse

    shown, text = shown_path(path), decode(raw)
    if isinstance(text, Fault):
        return [_problem(shown, text)]
    parsed = parse(text)
    if parsed.faults:
        return [_problem(shown, fault) for fault in parsed.faults]
    return DataFile(path, shown, text, parsed.value, parsed.places)


def _problem(shown: str, fault: Fault) -> Problem:
    return Problem(shown, fault.span, f"syntax.{fault.code}", "error", fault.message, fault.hint)
