"""Who is named where, and whether an unknown name is wrong there or missing in departments.yaml.

A department misspelt in its definition is unknown in forty places. A name that the notice confirms,
with a prefix that the list carries, is right, and its definition is missing.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from plan_cli.dataset.folder import FileKey
from plan_cli.dataset.models import Department, Departments, Task
from plan_cli.dataset.names import Directory, Reference, Unresolved, split_plate
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed

if TYPE_CHECKING:
    from plan_cli.notice.model import Clause, Duty
    from plan_cli.rules.context import Context
    from plan_cli.rules.rule import Entry


_ALIKE: Final = 0.4


class Use(NamedTuple):
    """A place where a department, a plate or a group is named."""

    name: str
    file: FileKey
    path: Path
    entry: "Entry | None" = None


class Usage:
    def __init__(self, context: "Context") -> None:
        self._context = context
        self._directory = context.directory

    def _uses(self) -> Iterator[Use]:
        """Every use, in the order of the files."""
        yield from self._in_items()
        plan = self._context.loaded.plan
        for index, rule in enumerate(plan.rules if plan else ()):
            for position, name in enumerate(rule.departments):
                yield Use(name, "plan", ("rules", index, "departments", position))
        for index, one in self._context.loaded.assignments.items():
            for position, name in enumerate(one.members):
                yield Use(name, "assignments", (index, "members", position))
            yield Use(one.by, "assignments", (index, "by"))
        for path, names in lists_of_names(self._context.departments):
            for position, name in enumerate(names):
                yield Use(name, "departments", (*path, position))

    @cached_property
    def names(self) -> set[str]:
        return {use.name for use in self._uses()}

    @cached_property
    def unknown(self) -> list[Use]:
        names = {name for name in self.names if not self._directory.knows(split_plate(name))}
        return [use for use in self._uses() if use.name in names] if names else []

    @cached_property
    def undefined(self) -> dict[str, list[Use]]:
        """Names that are correct where used but lack a definition."""
        confirmed = {self.missing_name(use) for use in self.unknown if self._is_confirmed(use)}
        return {
            name: [use for use in self.unknown if self.missing_name(use) == name]
            for name in sorted(confirmed)
        }

    def missing_name(self, use: Use) -> str:
        """The undefined part: the department, or the plate of a known one."""
        written = split_plate(use.name)
        return use.name if written.name in self._directory.by_name else written.name

    @cached_property
    def unused(self) -> list[str]:
        named = self.names | {split_plate(name).name for name in self.names}
        defined = [*self._directory.by_name, *self._directory.group_by_name]
        return [name for name in defined if name not in named]

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Undefined names, each with the unused defined name closest to it."""
        found: dict[str, str] = {}
        for name in self.undefined:
            left = [other for other in self.unused if other not in found.values()]
            near = max(left, key=lambda other: _likeness(other, name), default=None)
            if near is not None and _likeness(near, name) >= _ALIKE:
                found[name] = near
        return found

    @cached_property
    def written(self) -> set[str]:
        """Names in the notice's attributions, as written."""
        return {body.name for duty in self._duties() for body in duty.bodies}

    @cached_property
    def named_by_notice(self) -> set[str]:
        """Departments and groups that these names resolve to."""
        return {one.name for one in self._resolved if isinstance(one, Reference)}

    @cached_property
    def is_explained(self) -> bool:
        """Whether every name that the notice writes can be resolved."""
        return all(isinstance(one, Reference) for one in self._resolved)

    @cached_property
    def _resolved(self) -> set[Reference | Unresolved]:
        return {one for duty in self._duties() for one in self._context.resolved(duty)}

    def _duties(self) -> Iterator["Duty"]:
        return (duty for clause in self._context.clauses.values() for duty in clause.duties)

    def _in_items(self) -> Iterator[Use]:
        for entry in self._context.entries:
            item, index = entry.item, entry.index
            if not isinstance(item, Task):
                yield Use(item.responsible, entry.file, (index, "responsible"), entry)
                continue
            yield Use(item.lead, entry.file, (index, "lead"), entry)
            for position, name in enumerate(item.support):
                yield Use(name, entry.file, (index, "support", position), entry)

    def _is_confirmed(self, use: Use) -> bool:
        written = split_plate(use.name)
        directory = self._directory
        if use.name in directory.by_alias or use.name in directory.bare_names:
            return False  # a short form of a defined one
        if written.plate is not None and written.name not in directory.by_name:
            return self._is_confirmed(Use(written.name, use.file, use.path, use.entry))
        if use.entry is None:  # whether a full name begins with it that nothing else names
            records = (directory.by_name.get(other) for other in self.unused)
            return any(one and (one.full_name or "").startswith(use.name) for one in records)
        clause = self._context.clause_of(use.entry)
        if clause is None:
            return False
        if _is_named_in(clause, use.name, directory.prefixes):
            return True
        # An unresolved short form can only be of this name.
        resolved = [one for duty in clause.duties for one in self._context.resolved(duty)]
        return any(
            isinstance(one, Unresolved)
            and not one.unknown_plate
            and is_short_for(one.text, use.name)
            for one in resolved
        )


def lists_of_names(departments: Departments) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Lists in departments.yaml that name departments, each with its path."""
    for index, record in enumerate(departments.departments):
        yield ("departments", index, "successors"), record.successors
    for index, group in enumerate(departments.groups):
        yield ("groups", index, "members"), group.members
    for index, shared in enumerate(departments.shared_aliases):
        yield ("shared_aliases", index, "departments"), shared.departments


def _is_named_in(clause: "Clause", name: str, prefixes: tuple[str, ...]) -> bool:
    written = split_plate(name)
    return any(
        body.plate == written.plate or written.plate is None
        for duty in clause.duties
        for body in duty.bodies
        if written.name in (body.name, *(prefix + body.name for prefix in prefixes))
    )


def is_short_for(short: str, name: str) -> bool:
    """Whether the characters of `short` occur in `name`, in order."""
    rest = iter(name)
    return all(character in rest for character in short)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def unknown_name(name: str, directory: Directory) -> tuple[str, str]:
    """Message and hint for an unknown name."""
    message = _("there is no department or group {name}", name=name)
    alias = directory.by_alias.get(name)
    close = (alias.name,) if alias else directory.suggest(name)
    if close:
        return message, _("Did you mean {names}?", names=listed(close))
    return message, _("Departments and groups are listed in departments.yaml.")


def ended(name: str, day: date, directory: Directory) -> tuple[str, str] | None:
    """Message and hint if a department no longer existed on a day."""
    known = directory.by_name.get(name)
    if known is None or known.valid_until is None or day <= known.valid_until:
        return None
    message = _("{name} existed until {date}", name=name, date=known.valid_until)
    if known.successors:
        return message, _("Its duties went to {names}.", names=listed(known.successors))
    return message, _("Check the date, and valid_until in departments.yaml.")


def twice_defined(departments: Departments) -> list[tuple[int, str]]:
    """Records with a name that another has; of each two, the one that fits it less."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(departments.departments):
        by_name[record.name].append(index)
    found = []
    for name, indexes in by_name.items():
        best = max(indexes, key=lambda index: _fit(departments.departments[index], name))
        found += [(index, name) for index in indexes if index != best]
    return sorted(found)


def _fit(record: Department, name: str) -> float:
    short = any(name.endswith(alias) for alias in record.aliases)
    return short + _likeness(record.full_name or "", name)
