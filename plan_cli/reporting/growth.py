"""A file of records and what it becomes: the same, and further ones at its end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from plan_cli.dataset.files import DataFile
from plan_cli.dataset.raw import read_bytes, shown_path
from plan_cli.dataset.record_files import read_records
from plan_cli.dataset.schema import check
from plan_cli.i18n import _
from plan_cli.model import AnnualGoal, Report
from plan_cli.problems import Problem
from plan_cli.reporting.append import appended
from plan_cli.reporting.entry import entry_lines
from plan_cli.reporting.errors import BrokenDatasetError, Reason, RefusedError

Record = Report | AnnualGoal
_Record = TypeVar("_Record", Report, AnnualGoal)
About = Callable[[str, str, int], Reason]
"""Makes a reason of a message, a hint, and which of the new records it is about."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that grows.

    Attributes:
        path: where it is.
        shown: how messages name it.
        content: all its bytes afterwards.
        added: the lines that it did not have, as text.
    """

    path: Path
    shown: str
    content: bytes
    added: str


@dataclass(frozen=True, slots=True)
class Growth:
    """A change of a file, what was read of it before and after, and whom reasons speak of."""

    change: FileChange
    before: int
    file: DataFile
    about: About

    def reason(self, problem: Problem) -> Reason | None:
        """Return a problem as a reason, where it is in this file; with the record it is in."""
        if problem.file != self.change.shown:
            return None
        line = problem.span.start.line
        value = self.file.value
        count = len(value) if isinstance(value, list) else 0
        first = [self.file.place((index,)).start.line for index in range(self.before, count)]
        record = sum(start <= line for start in first) - 1
        if record < 0:
            return Reason(problem.message, problem.hint)
        found = self.about(problem.message, problem.hint, record)
        return replace(found, key=_key(self.file, self.before + record, line))


def _key(file: DataFile, entry: int, line: int) -> str | None:
    """Return the key of an entry that has a value on a line; None where several or none have."""
    value = file.at((entry,))
    keys = value if isinstance(value, dict) else {}
    found = [key for key in keys if file.place((entry, key)).start.line == line]
    return found[0] if len(found) == 1 else None


def read_new(
    model: type[_Record], fields: Sequence[Mapping[str, Any]], about: About
) -> list[_Record]:
    """Return what is to be added as records.

    Raises:
        RefusedError: some of them are none.
    """
    records: list[_Record] = []
    reasons: list[Reason] = []
    for index, one in enumerate(fields):
        checked = check(model, dict(one))
        if isinstance(checked, list):
            reasons += [about(fault.message, fault.hint, index) for fault in checked]
        else:
            records.append(checked)
    if reasons:
        raise RefusedError(reasons)
    return records


def old_bytes(path: Path) -> bytes:
    """Return the bytes of a file, none where there is no file.

    Raises:
        BrokenDatasetError: it cannot be read.
    """
    old = read_bytes(path) if path.exists() else b""
    if isinstance(old, Problem):
        raise BrokenDatasetError([old])
    return old


def grow(
    path: Path,
    file: DataFile | None,
    header: Sequence[str],
    records: Sequence[Record],
    about: About,
    old: bytes | None = None,
) -> Growth:
    """Return a file with further records at its end, read again to be sure.

    Args:
        path: where the file is, or will be.
        file: what was read of it; None where there is none.
        header: the first lines of a new file.
        records: what is added.
        about: makes a reason of what is wrong with one of them.
        old: the file's bytes, where they are to be others than it has now.

    Raises:
        BrokenDatasetError: the file cannot be read.
        RefusedError: nothing can be added at its end.
    """
    old = old_bytes(path) if old is None else old
    lines = [line for record in records for line in entry_lines(record)]
    content = appended(old, file, header, lines)
    before = file.value if file else []
    after, found, problems = read_records(type(records[0]), path, content)
    value = after.value if after else None
    same = isinstance(before, list) and isinstance(value, list) and value[: len(before)] == before
    added = list(found.values())[-len(records) :] == list(records)
    if problems or after is None or not same or not added:
        message = _("nothing can be added at the end of {file}").format(file=shown_path(path))
        hint = _("Let its last line be whole, and every record begin with “- ” on a line.")
        raise RefusedError([Reason(message, hint)])
    text = content[len(old) :].decode().replace("\r\n", "\n").removeprefix("\n")
    change = FileChange(path, shown_path(path), content, text)
    return Growth(change, len(before) if isinstance(before, list) else 0, after, about)
