"""Hands a report in: under a lock, checked before and after, whole or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from plan_cli.dataset.loading import Loaded, load
from plan_cli.dataset.progress_files import ProgressFile, progress_path, read_reports
from plan_cli.dataset.raw import read_bytes, shown_path
from plan_cli.dataset.schema import check
from plan_cli.files import write_atomically
from plan_cli.i18n import _
from plan_cli.model import Report
from plan_cli.problems import Problem
from plan_cli.reporting.append import appended
from plan_cli.reporting.entry import entry_lines, new_id
from plan_cli.rules import QUERY_TIERS, run
from plan_cli.rules.base import Tier

LOCK_NAME: Final = ".lock"
PATIENCE: Final = 120.0
"""Seconds for which other writers are waited for."""

_POLL: Final = 0.01  # often, so that many who wait get their turn

_TIERS: Final[tuple[Tier, ...]] = (*QUERY_TIERS, "progress")


class BrokenDatasetError(Exception):
    """The dataset has errors as it is; nothing is written into it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class RefusedError(Exception):
    """The report would be wrong; `reasons` are what is wrong with it, and what to do."""

    def __init__(self, reasons: Sequence[tuple[str, str]]) -> None:
        super().__init__(reasons[0][0])
        self.reasons = reasons


class BusyError(Exception):
    """Another program has been writing for too long."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report that may be handed in: its id, its file, and what the file becomes."""

    id: str
    path: Path
    shown: str
    content: bytes
    added: str


def prepare(folder: Path, by: str, fields: Mapping[str, Any]) -> Prepared:
    """Return what handing in a report would write; nothing is written.

    Args:
        folder: the dataset's folder.
        by: canonical name of the department.
        fields: what the report says, by the keys of its model, as a file holds it; without an id.

    Raises:
        BrokenDatasetError: the dataset has errors as it is.
        RefusedError: the report would be wrong.
    """
    loaded = load(folder)
    errors = _errors(loaded)
    if errors:
        raise BrokenDatasetError(errors)
    taken = {one.id for file in loaded.progress.values() for one in file.reports.values()}
    report = check(Report, {"id": new_id(by, fields, taken), **fields})
    if isinstance(report, list):
        raise RefusedError([(fault.message, fault.hint) for fault in report])
    path = progress_path(folder, by)
    old = _old_bytes(path)
    file = loaded.progress.get(by)
    content = appended(old, file, by, entry_lines(report))
    _see_to_it(loaded, path, content, by, report)
    added = content[len(old) :].decode().replace("\r\n", "\n")
    return Prepared(report.id, path, shown_path(path), content, added.removeprefix("\n"))


def hand_in(folder: Path, by: str, fields: Mapping[str, Any]) -> Prepared:
    """Hand a report in, and return what was written; see `prepare`.

    Raises:
        BrokenDatasetError: the dataset has errors as it is.
        RefusedError: the report would be wrong.
        BusyError: another program has been writing for too long.
        OSError: the folder cannot be written to; the file is as it was.
    """
    place = progress_path(folder, by).parent
    place.mkdir(exist_ok=True)
    with _lock(place):
        prepared = prepare(folder, by, fields)
        _clear_away(place)
        write_atomically(prepared.path, prepared.content)
    return prepared


@contextmanager
def _lock(place: Path) -> Iterator[None]:
    """Let one program write at a time, on this machine and on a shared drive.

    The lock file stays: to take it away while others wait for it would let in two of them.
    """
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(place / LOCK_NAME, timeout=PATIENCE, mode=0o666)
        with lock.acquire(poll_interval=_POLL):
            yield
    except Timeout as error:
        raise BusyError from error


def _clear_away(place: Path) -> None:
    """Remove what writers that died have left; under the lock nobody is writing.

    The pattern is that of `write_atomically`, and not that of any editor's hidden files.
    """
    for path in place.glob(".*.yaml.????????"):
        path.unlink(missing_ok=True)


def _old_bytes(path: Path) -> bytes:
    raw = read_bytes(path) if path.exists() else b""
    if isinstance(raw, Problem):
        raise BrokenDatasetError([raw])
    return raw


def _errors(loaded: Loaded) -> list[Problem]:
    problems = loaded.problems + run(loaded, _TIERS)
    return [problem for problem in problems if problem.severity == "error"]


def _see_to_it(loaded: Loaded, path: Path, content: bytes, by: str, report: Report) -> None:
    """Read the file as it will be: the same reports, one more, and nothing wrong with that."""
    before = loaded.progress.get(by)
    file, problems = read_reports(by, path, content)
    if problems or file is None or not _grown(before, file, report):
        message = _("nothing can be added at the end of {file}").format(file=shown_path(path))
        hint = _("Let its last line be whole, and every report begin with “- ” on a line.")
        raise RefusedError([(message, hint)])
    loaded.progress[by] = file
    errors = _errors(loaded)
    if errors:
        raise RefusedError([(problem.message, problem.hint) for problem in errors])


def _grown(before: ProgressFile | None, after: ProgressFile, report: Report) -> bool:
    old = before.file.value if before else []
    new = after.file.value
    same = isinstance(old, list) and isinstance(new, list) and new[:-1] == old
    return same and list(after.reports.values())[-1:] == [report]
