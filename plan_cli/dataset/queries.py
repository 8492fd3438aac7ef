"""Which tasks, which indicators: filters over rows."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from plan_cli.dataset.rows import IndicatorRow, Role, TargetRow, TaskRow
from plan_cli.naming import Directory, Match, Reference, split_plate


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What is asked of the tasks; a filter that is None lets everything through.

    `due` is a year, or "none" for the tasks without a stated year. `departments` are alternatives:
    a task of any of them is meant.
    """

    departments: tuple[Match, ...] = ()
    role: Role | None = None
    sections: frozenset[str] | None = None
    kind: str | None = None
    due: int | Literal["none"] | None = None
    grep: str | None = None
    include_indefinite: bool = False


@dataclass(frozen=True, slots=True)
class TaskSelection:
    """The tasks found, and the indefinite groups for which others were left out.

    `left_out` counts those tasks by group; a task that names two groups counts for both, and
    `left_out_tasks` counts it once.
    """

    rows: list[TaskRow]
    left_out: Counter[str] = field(default_factory=Counter)
    left_out_tasks: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """The part a department has in a task."""

    role: Role
    via: str | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A department that was asked for, with all that stands for it."""

    match: Match
    groups: frozenset[str]
    indefinite: frozenset[str]
    predecessors: frozenset[str]

    def part_in(self, row: TaskRow, *, indefinite: bool) -> _Part | None:
        """Return the part the department has in a task, the strongest if it has several."""
        if self.is_meant(lead := split_plate(row["lead"])):
            return _Part("lead", self._predecessor(lead))
        support = [split_plate(name) for name in row["support"]]
        for reference in support:
            if self.is_meant(reference):
                return _Part("support", self._predecessor(reference))
        groups = self.groups | self.indefinite if indefinite else self.groups
        for reference in support:
            if reference.name in groups:
                return _Part("support", reference.name)
        return None

    def indefinite_in(self, row: TaskRow) -> frozenset[str]:
        """Return the indefinite groups in a task that may mean the department."""
        return self.indefinite.intersection(row["support"])

    def is_meant(self, reference: Reference) -> bool:
        if reference.name in self.predecessors:
            return True
        if reference.name != self.match.name:
            return False
        return self.match.plate is None or reference.plate == self.match.plate

    def _predecessor(self, reference: Reference) -> str | None:
        return reference.name if reference.name in self.predecessors else None


def select_tasks(
    rows: Iterable[TaskRow], wanted: TaskFilter, directory: Directory, today: date
) -> TaskSelection:
    """Return the tasks that `wanted` asks for, with role and group where it asks for departments.

    Args:
        rows: all tasks.
        wanted: the filter.
        directory: the departments and groups.
        today: the day on which successors of departments are looked up.
    """
    passing = [row for row in rows if _passes(row, wanted)]
    if not wanted.departments:
        return TaskSelection(passing)
    asked = [_ask(match, directory, today) for match in wanted.departments]
    found: list[TaskRow] = []
    left_out: Counter[str] = Counter()
    left_out_tasks = 0
    for row in passing:
        part = _strongest(one.part_in(row, indefinite=wanted.include_indefinite) for one in asked)
        if part is not None:
            if wanted.role in (None, part.role):
                found.append({**row, "role": part.role, "via": part.via})
            continue
        groups = {name for one in asked for name in one.indefinite_in(row)}
        if groups and wanted.role != "lead":
            left_out.update(groups)
            left_out_tasks += 1
    return TaskSelection(found, left_out, left_out_tasks)


def select_indicators(
    rows: Iterable[IndicatorRow],
    directory: Directory,
    today: date,
    *,
    departments: Sequence[Match] = (),
    binding: bool | None = None,
    grep: str | None = None,
) -> list[IndicatorRow]:
    """Return the indicators that fit all that is asked; None and () ask for nothing."""
    asked = [_ask(match, directory, today) for match in departments]
    return [
        row
        for row in rows
        if (binding is None or row["binding"] == binding)
        and (not asked or any(_answers(one, row) for one in asked))
        and _contains(row["text"], grep)
    ]


def _ask(match: Match, directory: Directory, today: date) -> _Asked:
    """Gather what stands for a department; a plate or a group stands for itself alone."""
    if match.is_group or match.plate is not None:
        return _Asked(match, frozenset(), frozenset(), frozenset())
    return _Asked(
        match,
        groups=frozenset(group.name for group in directory.groups_of(match.name)),
        indefinite=frozenset(group.name for group in directory.indefinite_groups_for(match.name)),
        predecessors=frozenset(directory.predecessors(match.name, today)),
    )


def _answers(asked: _Asked, row: IndicatorRow) -> bool:
    return asked.is_meant(split_plate(row["responsible"]))


def _strongest(parts: Iterable[_Part | None]) -> _Part | None:
    """Return the part that counts: leading before supporting, by name before through a group."""
    having = [part for part in parts if part is not None]
    return min(having, key=lambda part: (part.role != "lead", part.via is not None), default=None)


def _passes(row: TaskRow, wanted: TaskFilter) -> bool:
    return (
        (wanted.sections is None or row["section"] in wanted.sections)
        and (wanted.kind is None or row["kind"] == wanted.kind)
        and _is_due(row["targets"], wanted.due)
        and _contains(row["text"], wanted.grep)
    )


def _is_due(targets: Sequence[TargetRow], due: int | Literal["none"] | None) -> bool:
    years = {target["due"] for target in targets} - {None}
    if due is None:
        return True
    return not years if due == "none" else due in years


def _contains(text: str, part: str | None) -> bool:
    """Say whether `part` stands in `text`, whatever the case and the width of the characters."""
    return part is None or _folded(part) in _folded(text)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
