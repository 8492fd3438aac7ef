"""Replaces and appends records in a file; no other byte changes, and the result is read again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from plan_cli.dataset.files import DataFile, read_bytes, shown_path
from plan_cli.dataset.load import read_records
from plan_cli.dataset.models import AnnualGoal, Report
from plan_cli.dataset.schema import check
from plan_cli.dataset.yaml import Mark, Span
from plan_cli.i18n import _
from plan_cli.problems import Problem
from plan_cli.submit.record import entry_lines, scalar


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a submission is refused, and which of its records is wrong.

    `report` is the index of a report; `goal` the year of a goal and its index among that year's;
    `key` the key of the wrong value. Each is None if not known or not the case.
    """

    message: str
    hint: str
    report: int | None = None
    goal: tuple[int, int] | None = None
    key: str | None = None


class BrokenDatasetError(Exception):
    """The dataset already has errors; nothing is written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class InvalidSubmissionError(Exception):
    """The dataset would be invalid after it; nothing is written."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__(reasons[0].message)
        self.reasons = reasons


_Record = TypeVar("_Record", Report, AnnualGoal)


@dataclass(frozen=True, slots=True)
class FileChange(Generic[_Record]):
    """The new content of a file.

    `added` is the new text; `records` are all records by index; `new` maps the index of a new
    record to its index in the submission; `added_from` is the first index behind the old end;
    `year` is that of annual goals, None for reports.
    """

    path: Path
    content: bytes
    added: str
    file: DataFile
    records: Mapping[int, _Record]
    new: Mapping[int, int]
    added_from: int
    year: int | None

    def reason(self, problem: Problem) -> Reason | None:
        """The reason for a problem in one of the new records, else None."""
        if problem.file != self.file.shown:
            return None
        line = problem.span.start.line
        starts = [self.file.place((place,)).start.line for place in self.records]
        place = sum(start <= line for start in starts) - 1
        if place not in self.new:
            return None
        key = self._key(place, line) if place >= self.added_from else None
        return reason_of(self.year, self.new[place], problem.message, problem.hint, key)

    def _key(self, place: int, line: int) -> str | None:
        """The key whose value is on a line, if only one is."""
        record = self.file.at((place,))
        keys = record if isinstance(record, dict) else {}
        found = [key for key in keys if self.file.place((place, key)).start.line == line]
        return found[0] if len(found) == 1 else None


def reason_of(
    year: int | None, index: int, message: str, hint: str, key: str | None = None
) -> Reason:
    if year is None:
        return Reason(message, hint, report=index, key=key)
    return Reason(message, hint, goal=(year, index), key=key)


def change_file(
    model: type[_Record],
    path: Path,
    header: Sequence[str],
    fields: Sequence[Mapping[str, Any]],
    year: int | None = None,
    *,
    replace: bool = False,
) -> FileChange[_Record]:
    """Return a file with new records.

    `header` starts a new file. With `replace`, a goal replaces the last one on the same target, or
    on the same item as a whole; all others are appended.

    Raises:
        BrokenDatasetError: the file cannot be read.
        InvalidSubmissionError: a new record is invalid, or only a person can change the file.
    """
    records = _checked(model, fields, year)
    old, file, before = _read(model, path)
    there = {(one.item, one.target): place for place, one in before.items()} if replace else {}
    places = [there.get((one.item, one.target)) for one in records]
    replaced = {place: index for index, place in enumerate(places) if place is not None}
    added = [index for index, place in enumerate(places) if place is None]
    content, text = old, ""
    if file is not None and replaced:
        goals = {place: records[index] for place, index in replaced.items()}
        content = _with_replaced(old, file, goals)
        before |= goals
        file = _read_again(model, path, content, before)
        if file is None:
            shown = shown_path(path)
            message = _("the goals in {file} cannot be changed by the program", file=shown)
            raise InvalidSubmissionError([Reason(message, _("Change them in the file itself."))])
        text = "\n".join(line for one in goals.values() for line in entry_lines(one)) + "\n"
    first = len(before)
    if added or file is None:
        lines = [line for index in added for line in entry_lines(records[index])]
        length, content = len(content), appended(content, file, header, lines)
        before |= {first + number: records[index] for number, index in enumerate(added)}
        file = _read_again(model, path, content, before)
        if file is None:
            message = _("nothing can be added at the end of {file}", file=shown_path(path))
            hint = _(
                "Complete its last line, and begin every record with “- ” on a line of its own."
            )
            raise InvalidSubmissionError([Reason(message, hint)])
        text = content[length:].decode().replace("\r\n", "\n").removeprefix("\n")
    new = replaced | {first + number: index for number, index in enumerate(added)}
    return FileChange(path, content, text, file, before, new, first, year)


def _checked(
    model: type[_Record], fields: Sequence[Mapping[str, Any]], year: int | None
) -> list[_Record]:
    records: list[_Record] = []
    reasons: list[Reason] = []
    for index, one in enumerate(fields):
        checked = check(model, dict(one))
        if isinstance(checked, list):
            reasons += [reason_of(year, index, fault.message, fault.hint) for fault in checked]
        else:
            records.append(checked)
    if reasons:
        raise InvalidSubmissionError(reasons)
    return records


def _read(model: type[_Record], path: Path) -> tuple[bytes, DataFile | None, dict[int, _Record]]:
    """Read the file again; another program may have written it."""
    if not path.exists():
        return b"", None, {}
    old = read_bytes(path)
    if isinstance(old, Problem):
        raise BrokenDatasetError([old])
    file, records, problems = read_records(model, path, old)
    if problems:
        raise BrokenDatasetError(problems)
    return old, file, records


def _read_again(
    model: type[_Record], path: Path, content: bytes, expected: Mapping[int, _Record]
) -> DataFile | None:
    """Parse the new bytes; None unless they hold exactly the records expected."""
    file, records, problems = read_records(model, path, content)
    return file if not problems and records == expected else None


_ENTRY: Final = re.compile(r"^( *)- ", re.MULTILINE)


def appended(
    old: bytes, file: DataFile | None, header: Sequence[str], lines: Sequence[str]
) -> bytes:
    """Return `old` with the lines of further records at the end; `header` starts a new file."""
    if file is None:
        lines = [*header, *lines]
    first = _ENTRY.search(file.text) if file else None
    indent = first[1] if first else ""
    before = old.rfind(b"\n")
    is_crlf = before > 0 and old[before - 1 : before] == b"\r"  # as its last line, if it has both
    end = b"\r\n" if is_crlf else b"\n"
    start = end if old and not old.endswith(b"\n") else b""
    return old + start + b"".join(f"{indent}{line}".encode() + end for line in lines)


Edit = tuple[int, int, str]
"""Where something stands in a text, from and to, and what is put in its place."""


def _with_replaced(old: bytes, file: DataFile, goals: Mapping[int, Report | AnnualGoal]) -> bytes:
    text = old.decode()
    edits = [edit for place, goal in goals.items() for edit in _edits(file, place, goal)]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text.encode()


def _edits(file: DataFile, place: int, goal: Report | AnnualGoal) -> Iterator[Edit]:
    if not isinstance(goal, AnnualGoal):
        return
    start, end = _extent(file.text, file.place((place, "goal")))
    yield start, end, scalar(goal.goal)
    entry = file.at((place,))
    has_value = isinstance(entry, dict) and "value" in entry
    if has_value and goal.value is not None:
        yield (*_extent(file.text, file.place((place, "value"))), scalar(goal.value))
    elif has_value:
        key = _offset(file.text, file.place((place, "value"), key=True).start)
        begin, stop = file.text.rfind("\n", 0, key) + 1, file.text.find("\n", key)
        yield begin, len(file.text) if stop < 0 else stop + 1, ""
    elif goal.value is not None:
        column = file.place((place, "goal"), key=True).start.column
        yield _value_line(file.text, end, column, scalar(goal.value))


def _value_line(text: str, end: int, column: int, value: str) -> Edit:
    """The edit that puts a value on its own line below a goal that ends at `end`."""
    stop = text.find("\n", end)
    at = len(text) if stop < 0 else stop
    if at > end and text[at - 1] == "\r":
        at -= 1
    line_end = "\r\n" if "\r\n" in text else "\n"
    return at, at, f"{line_end}{' ' * (column - 1)}value: {value}"


def _extent(text: str, span: Span) -> tuple[int, int]:
    """Begin and end of a value, without the line end behind it."""
    start, end = _offset(text, span.start), _offset(text, span.end)
    return start, start + len(text[start:end].rstrip())


def _offset(text: str, mark: Mark) -> int:
    start = 0
    for _number in range(mark.line - 1):
        start = text.index("\n", start) + 1
    return start + mark.column - 1
