"""A file of records and what it becomes: the same, and further ones at its end."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from plan_cli.dataset.files import DataFile, read_bytes, shown_path
from plan_cli.dataset.load import read_records
from plan_cli.dataset.models import AnnualGoal, Report
from plan_cli.dataset.schema import check
from plan_cli.dataset.yaml import Mark, Span
from plan_cli.i18n import _
from plan_cli.problems import Problem
from plan_cli.submit.record import entry_lines, scalar

REPORTS_HEADER: Final = (
    "# yaml-language-server: $schema=../../schema/progress.schema.json",
    "# {by}的报送：一次一条，只增不改；更正另报一条，写明 replaces。字段说明见 ../README.md。",
)
GOALS_HEADER: Final = (
    "# yaml-language-server: $schema=../../../schema/annual.schema.json",
    "# {by}{year}年的年度目标任务。字段说明见 ../../README.md。",
)

_ENTRY: Final = re.compile(r"^( *)- ", re.MULTILINE)


def appended(
    old: bytes, file: DataFile | None, header: Sequence[str], lines: Sequence[str]
) -> bytes:
    """Return the bytes of a file with further records at the end.

    Args:
        old: the bytes of the file; empty where there is none.
        file: what was read from them; None where there is none.
        header: the first lines of a new file.
        lines: the lines of the records.
    """
    if file is None:
        lines = [*header, *lines]
    indent = _indent(file)
    end = _line_end(old)
    start = end if old and not old.endswith(b"\n") else b""
    added = [f"{indent}{line}".encode() + end for line in lines]
    return old + start + b"".join(added)


def _line_end(old: bytes) -> bytes:
    """Return the line end that the file has, that of its last line if it has both."""
    before = old.rfind(b"\n")
    return b"\r\n" if before > 0 and old[before - 1 : before] == b"\r" else b"\n"


def _indent(file: DataFile | None) -> str:
    """Return the blanks before the “-” of the file's records."""
    first = _ENTRY.search(file.text) if file else None
    return first[1] if first else ""


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong, what to do, and with which entry of what was to be handed in.

    Attributes:
        message: what is wrong.
        hint: what to do about it.
        report: which of the reports, from 0; None where it is none of them.
        goal: which of the annual goals: its year, and which of that year's, from 0.
        key: what of the entry it is about, by the key of the data; None where that is not known.
    """

    message: str
    hint: str
    report: int | None = None
    goal: tuple[int, int] | None = None
    key: str | None = None


class BrokenDatasetError(Exception):
    """The dataset has errors as it is; nothing is written into it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class RefusedError(Exception):
    """The dataset would be wrong after it; `reasons` say why, and nothing is written."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__(reasons[0].message)
        self.reasons = reasons


class BusyError(Exception):
    """Another program has been writing for too long."""


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
        message = _("nothing can be added at the end of {file}", file=shown_path(path))
        hint = _("Let its last line be whole, and every record begin with “- ” on a line.")
        raise RefusedError([Reason(message, hint)])
    text = content[len(old) :].decode().replace("\r\n", "\n").removeprefix("\n")
    change = FileChange(path, shown_path(path), content, text)
    return Growth(change, len(before) if isinstance(before, list) else 0, after, about)


_GOAL: Final = "goal"
_VALUE: Final = "value"

Edit = tuple[int, int, str]
"""Where something stands in a text, from and to, and what is put in its place."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of goals in a file, the file as it becomes, and whom reasons speak of.

    `places` are those of the changed goals in the file, with which of the new goals each becomes.
    """

    change: FileChange
    file: DataFile
    places: Mapping[int, int]
    about: About

    def reason(self, problem: Problem) -> Reason | None:
        """Return a problem as a reason, where it is in one of the changed goals."""
        if problem.file != self.change.shown:
            return None
        line = problem.span.start.line
        for place, index in self.places.items():
            first = self.file.place((place,)).start.line
            after = self.file.place((place + 1,)).start.line
            if first <= line and (after <= first or line < after):
                return self.about(problem.message, problem.hint, index)
        return None


def amend(
    path: Path, file: DataFile, goals: Mapping[int, tuple[int, AnnualGoal]], about: About
) -> Amendment:
    """Return a file in which goals are replaced, read again to be sure.

    Args:
        path: where the file is.
        file: what was read of it.
        goals: which of the new goals takes the place of which of the file's, and the goal itself,
            by the places in the file.
        about: makes a reason of what is wrong with one of them.

    Raises:
        BrokenDatasetError: the file cannot be read.
        RefusedError: its lines are such that only a person can change them.
    """
    old = old_bytes(path)
    edits = [edit for place, (_index, goal) in goals.items() for edit in _edits(file, place, goal)]
    text = old.decode()
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    content = text.encode()
    after, found, problems = read_records(AnnualGoal, path, content)
    if problems or after is None or not _only_these(file, after, found, goals):
        message = _("the goals in {file} cannot be changed by the program", file=shown_path(path))
        raise RefusedError([Reason(message, _("Change them in the file itself."))])
    added = "\n".join(line for _index, goal in goals.values() for line in entry_lines(goal))
    change = FileChange(path, shown_path(path), content, added + "\n")
    return Amendment(change, after, {place: index for place, (index, _g) in goals.items()}, about)


def _edits(file: DataFile, place: int, goal: AnnualGoal) -> list[Edit]:
    """Return what makes another goal of the one at `place`; the value may come or go."""
    start, end = _extent(file.text, file.place((place, _GOAL)))
    edits: list[Edit] = [(start, end, scalar(goal.goal))]
    entry = file.at((place,))
    has_value = isinstance(entry, dict) and _VALUE in entry
    if has_value and goal.value is not None:
        edits.append((*_extent(file.text, file.place((place, _VALUE))), scalar(goal.value)))
    elif has_value:
        edits.append((*_line(file.text, file.place((place, _VALUE), key=True)), ""))
    elif goal.value is not None:
        edits.append(_value_line(file, place, end, goal))
    return edits


def _value_line(file: DataFile, place: int, end: int, goal: AnnualGoal) -> Edit:
    """Return what puts the value on a line of its own below the goal."""
    column = file.place((place, _GOAL), key=True).start.column
    stop = file.text.find("\n", end)
    at = len(file.text) if stop < 0 else stop
    if at > end and file.text[at - 1] == "\r":
        at -= 1
    line_end = "\r\n" if "\r\n" in file.text else "\n"
    return at, at, f"{line_end}{' ' * (column - 1)}{_VALUE}: {scalar(goal.value)}"


def _extent(text: str, span: Span) -> tuple[int, int]:
    """Return where a value begins and ends, without the line end behind it."""
    start, end = _offset(text, span.start), _offset(text, span.end)
    return start, start + len(text[start:end].rstrip())


def _line(text: str, span: Span) -> tuple[int, int]:
    """Return where the line of a key begins and where the next one does."""
    start = text.rfind("\n", 0, _offset(text, span.start)) + 1
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end + 1


def _offset(text: str, mark: Mark) -> int:
    start = 0
    for _number in range(mark.line - 1):
        start = text.index("\n", start) + 1
    return start + mark.column - 1


def _only_these(
    before: DataFile,
    after: DataFile,
    found: Mapping[int, AnnualGoal],
    goals: Mapping[int, tuple[int, AnnualGoal]],
) -> bool:
    """Say whether the file holds what it held, but for the goals that were to be changed."""
    old, new = before.value, after.value
    if not isinstance(old, list) or not isinstance(new, list) or len(old) != len(new):
        return False
    return all(
        found.get(place) == goals[place][1] if place in goals else new[place] == old[place]
        for place in range(len(old))
    )
