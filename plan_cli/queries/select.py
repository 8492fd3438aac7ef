"""Which tasks, which indicators: filters over rows."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from typing import Literal, NamedTuple

from plan_cli.dataset.dataset import Assigned
from plan_cli.dataset.names import Directory, Match, Reference, split_plate
from plan_cli.dataset.rows import IndicatorRow, Role, TargetRow, TaskRow
from plan_cli.words import OPEN_LIST


class TaskFilter(NamedTuple):
    """Conditions on tasks; None sets none.

    `due` is a year, or "none" for tasks without a stated year. `departments` are alternatives.
    """

    departments: tuple[Match, ...] = ()
    role: Role | None = None
    sections: frozenset[str] | None = None
    kind: str | None = None
    due: int | Literal["none"] | None = None
    grep: str | None = None
    include_indefinite: bool = False


class TaskSelection(NamedTuple):
    """The tasks found, and the indefinite groups for which others were left out.

    `left_out` counts those tasks by group (a task with two groups twice), `left_out_tasks` once.
    """

    rows: list[TaskRow]
    left_out: Counter[str]
    left_out_tasks: int = 0


class Link(IntEnum):
    """How a department is tied to a name in a task, the surest first."""

    NAME = 0
    PREDECESSOR = 1
    GROUP = 2
    ASSIGNED = 3
    INDEFINITE = 4


class _Part(NamedTuple):
    """The part a department has in a task, or may have through an indefinite group."""

    role: Role
    link: Link
    name: str

    @property
    def via(self) -> str | None:
        return None if self.link is Link.NAME else self.name

    @property
    def weakness(self) -> tuple[bool, bool, Link]:
        """Sort key: sure parts first, then leading before supporting, then by link."""
        return self.link is Link.INDEFINITE, self.role != "lead", self.link


class Asked(NamedTuple):
    """A department that was asked for, with the names that stand for it."""

    match: Match
    groups: frozenset[str]
    indefinite: frozenset[str]
    predecessors: frozenset[str]
    assigned: Assigned
    links: dict[str, Link | None]  # of names that have been looked at

    def parts_in(self, row: TaskRow) -> list[_Part]:
        """Parts the department has, or may have, in a task, the strongest first."""
        open_list = [OPEN_LIST] if row["support_open"] else []
        named: list[tuple[Role, str]] = [("lead", row["lead"])]
        named += [("support", name) for name in (*row["support"], *open_list)]
        parts = [
            _Part(role, link, split_plate(name).name)
            for role, name in named
            if (link := self.link_in(row["id"], name)) is not None
        ]
        return sorted(parts, key=lambda part: part.weakness)

    def is_meant(self, item: int, name: str) -> bool:
        """Whether a name in an item certainly means the department."""
        return self.link_in(item, name) not in {None, Link.INDEFINITE}

    def link_in(self, item: int, name: str) -> Link | None:
        members = self.assigned.get((item, name))
        if members is None:
            if name not in self.links:
                self.links[name] = self._link_to(split_plate(name))
            return self.links[name]
        meant = any(self._link_to(split_plate(member)) is not None for member in members)
        return Link.ASSIGNED if meant else None

    def _link_to(self, reference: Reference) -> Link | None:
        if self._is_named(reference):
            return Link.NAME
        if reference.name in self.predecessors:
            return Link.PREDECESSOR
        if reference.name in self.groups:
            return Link.GROUP
        return Link.INDEFINITE if reference.name in self.indefinite else None

    def _is_named(self, reference: Reference) -> bool:
        return reference.name == self.match.name and self.match.plate in {None, reference.plate}


def select_tasks(
    rows: Iterable[TaskRow],
    wanted: TaskFilter,
    directory: Directory,
    day: date,
    assigned: Assigned | None = None,
) -> TaskSelection:
    """Select tasks; with departments, each gets `role` and `via`.

    `day` is the day for which successors of departments are looked up.
    """
    passing = [row for row in rows if _passes(row, wanted)]
    if not wanted.departments:
        return TaskSelection(passing, Counter())
    asked = [ask(match, directory, day, assigned or {}) for match in wanted.departments]
    found: list[TaskRow] = []
    left_out: Counter[str] = Counter()
    left_out_tasks = 0
    for row in passing:
        having = [parts for one in asked if (parts := one.parts_in(row))]
        fitting = [parts for parts in having if wanted.role in {None, parts[0].role}]
        strongest = min((parts[0] for parts in fitting), key=lambda p: p.weakness, default=None)
        if strongest is None:
            continue
        if strongest.link is not Link.INDEFINITE or wanted.include_indefinite:
            found.append({**row, "role": strongest.role, "via": strongest.via})
        else:
            left_out.update({part.name for parts in fitting for part in parts})
            left_out_tasks += 1
    return TaskSelection(found, left_out, left_out_tasks)


def select_indicators(
    rows: Iterable[IndicatorRow],
    directory: Directory,
    day: date,
    *,
    departments: Sequence[Match] = (),
    binding: bool | None = None,
    grep: str | None = None,
) -> list[IndicatorRow]:
    """Select indicators; None and () set no condition."""
    asked = [ask(match, directory, day, {}) for match in departments]
    return [
        row
        for row in rows
        if (binding is None or row["binding"] == binding)
        and (not asked or any(one.is_meant(row["id"], row["responsible"]) for one in asked))
        and (grep is None or _contains(row["text"], grep))
    ]


def ask(match: Match, directory: Directory, day: date, assigned: Assigned) -> Asked:
    """Collect the names that stand for a department; a group stands for itself.

    Whoever has succeeded a department has all its parts, also those as a member of a group; a plate
    has those of whom it has succeeded.
    """
    if match.is_group:
        return Asked(match, frozenset(), frozenset(), frozenset(), {}, {})  # by whoever it is
    before = directory.predecessors(match.name, day, match.plate)
    own = (match.name,) if match.plate is None else ()
    indefinite = directory.indefinite_groups_for(match.name) if own else ()
    return Asked(
        match,
        groups=frozenset(one.name for name in (*own, *before) for one in directory.groups_of(name)),
        indefinite=frozenset(group.name for group in indefinite),
        predecessors=frozenset(before),
        assigned=assigned,
        links={},
    )


def _passes(row: TaskRow, wanted: TaskFilter) -> bool:
    return (
        (wanted.sections is None or row["section"] in wanted.sections)
        and (wanted.kind is None or row["kind"] == wanted.kind)
        and (wanted.due is None or _is_due(row["targets"], wanted.due))
        and (wanted.grep is None or _contains(row["text"], wanted.grep))
    )


def _is_due(targets: Sequence[TargetRow], due: int | Literal["none"]) -> bool:
    years = {target["due"] for target in targets} - {None}
    return not years if due == "none" else due in years


def _contains(text: str, part: str) -> bool:
    """Whether `part` is in `text`, ignoring case and width of the characters."""
    return _folded(part) in _folded(text)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
