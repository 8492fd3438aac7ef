"""The bytes of a file, or what stands in their way: nothing that lies in a folder stops a run."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from plan_cli.i18n import _
from plan_cli.os_errors import reason_of
from plan_cli.problems import START, Problem
from plan_cli.strict_yaml import DEFAULT_LIMITS
from plan_cli.strict_yaml.messages import too_large


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
            return _problem(path, *_not_a_file(status.st_mode))
        if status.st_size > limit:
            return _too_large(path, limit)
        with path.open("rb") as file:
            raw = file.read(status.st_size + 1)  # to ask for more is to be given all that memory
            if len(raw) > status.st_size:  # it grows, or has no size of its own (/proc)
                raw += file.read(limit + 1 - len(raw))
    except FileNotFoundError:
        return _problem(path, *_missing(path))
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=reason_of(error))
        return _problem(path, message, _("Check that it is a file and that you may read it."))
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


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(shown_path(path), START, "syntax.file", "error", message, hint)
