"""A file of annual goals in which some say something else; every other byte stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plan_cli.dataset.files import DataFile
from plan_cli.dataset.raw import shown_path
from plan_cli.dataset.record_files import read_records
from plan_cli.i18n import _
from plan_cli.model import AnnualGoal
from plan_cli.problems import Problem
from plan_cli.reporting.entry import entry_lines, scalar
from plan_cli.reporting.errors import Reason, RefusedError
from plan_cli.reporting.growth import About, FileChange, old_bytes
from plan_cli.strict_yaml import Mark, Span

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
        message = _("the goals in {file} cannot be changed by the program").format(
            file=shown_path(path)
        )
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
