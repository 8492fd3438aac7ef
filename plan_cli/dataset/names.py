"""The departments and groups that are known, indexed by every name they go by."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from plan_cli.dataset.rows import as_tuple

_PLATE_OPENING: Final = "〈"
_PLATE_CLOSING: Final = "〉"


class Reference(NamedTuple):
    """A canonical name, and the plate it acts under."""

    name: str
    plate: str | None = None

    def __str__(self) -> str:
        if self.plate is None:
            return self.name
        return f"{self.name}{_PLATE_OPENING}{self.plate}{_PLATE_CLOSING}"


def split_plate(text: str) -> Reference:
    """Read `市发改局〈科技局〉` into name and plate."""
    if text.endswith(_PLATE_CLOSING) and _PLATE_OPENING in text:
        name, _opening, plate = text[:-1].partition(_PLATE_OPENING)
        return Reference(name, plate)
    return Reference(text)


class Listed(NamedTuple):
    """The names of a department."""

    name: str
    category: str
    aliases: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    full_name: str | None = None
    full_name_basis: str | None = None
    valid_until: date | None = None
    successors: tuple[str, ...] = ()


class Group(NamedTuple):
    """A name for several bodies.

    `may_include` lists the categories an indefinite group can mean; empty means all.
    """

    name: str
    indefinite: bool = False
    members: tuple[str, ...] = ()
    may_include: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directory:
    """All departments and groups, in the order of the data.

    A list says `prefixes` once and the following names carry them; `shared_aliases` maps a short
    form to the several departments that could claim it.
    """

    departments: tuple[Listed, ...] = ()
    groups: tuple[Group, ...] = ()
    prefixes: tuple[str, ...] = ()
    shared_aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, departments: Mapping[str, Any]) -> "Directory":
        """Make a directory from the plain values of `departments.yaml`."""
        return cls(
            tuple(
                as_tuple(Listed, {**one, "valid_until": end and date.fromisoformat(end)})
                for one in departments["departments"]
                for end in [one["valid_until"]]
            ),
            tuple(as_tuple(Group, one) for one in departments["groups"]),
            tuple(departments["prefixes"]),
            {one["alias"]: tuple(one["departments"]) for one in departments["shared_aliases"]},
        )

    @cached_property
    def by_name(self) -> dict[str, Listed]:
        return {department.name: department for department in self.departments}

    @cached_property
    def group_by_name(self) -> dict[str, Group]:
        return {group.name: group for group in self.groups}

    @cached_property
    def by_alias(self) -> dict[str, Listed]:
        return {alias: listed for listed in self.departments for alias in listed.aliases}

    @cached_property
    def by_full_name(self) -> dict[str, Listed]:
        return {listed.full_name: listed for listed in self.departments if listed.full_name}

    @cached_property
    def by_plate(self) -> dict[str, list[Listed]]:
        found: dict[str, list[Listed]] = {}
        for listed in self.departments:
            for plate in listed.plates:
                found.setdefault(plate, []).append(listed)
        return found

    @cached_property
    def bare_names(self) -> frozenset[str]:
        """Canonical names without their prefix."""
        return frozenset(
            name.removeprefix(prefix)
            for name in self.by_name
            for prefix in self.prefixes
            if name.startswith(prefix)
        )

    def prefix_said_by(self, name: str) -> str | None:
        """The longest prefix that a name says, or None.

        市场监管局 is short for 市市场监管局: its 市 is part of the name and says nothing, nor does
        that of the group 市级相关部门.
        """
        if name not in self._said:
            is_short = name not in self.by_name and name in self.bare_names
            is_plain = not is_short and name not in self.group_by_name
            fitting = filter(name.startswith, self.prefixes) if is_plain else ()
            self._said[name] = max(fitting, key=len, default=None)
        return self._said[name]

    @cached_property
    def resolved(self) -> dict[Any, Any]:
        """Cache of `resolve_list`."""
        return {}

    @cached_property
    def _said(self) -> dict[str, str | None]:
        return {}

    def knows(self, reference: Reference) -> bool:
        """Whether a canonical reference names an existing department or group."""
        if reference.plate is None and reference.name in self.group_by_name:
            return True
        listed = self.by_name.get(reference.name)
        return listed is not None and reference.plate in (None, *listed.plates)

    def groups_of(self, name: str) -> tuple[Group, ...]:
        """The definite groups with the member `name`."""
        return tuple(group for group in self.groups if name in group.members)

    def indefinite_groups_for(self, name: str) -> tuple[Group, ...]:
        """The indefinite groups that may mean the department `name`."""
        category = self.by_name[name].category
        indefinite = (group for group in self.groups if group.indefinite)
        return tuple(one for one in indefinite if category in (one.may_include or (category,)))

    def predecessors(self, name: str, day: date, plate: str | None = None) -> tuple[str, ...]:
        """Departments whose duties `name` has taken over by a day, directly or not.

        With `plate`, those that it took over under that plate.
        """
        found: list[str] = []
        queue = [Reference(name, plate)]
        while queue:
            heir = queue.pop()
            for listed in self.departments:
                known = listed.name in (*found, name)
                if _succeeds(heir, listed) and _has_gone(listed, day) and not known:
                    found.append(listed.name)
                    queue.append(Reference(listed.name))
        return tuple(found)

    def heirs(self, name: str, day: date) -> tuple[str, ...]:
        """Who has the duties of `name` on a day: itself, its successors, or nobody any more."""
        found: list[str] = []
        queue, seen = [name], {name}
        while queue:
            current = queue.pop(0)
            listed = self.by_name.get(current)
            if listed is None or not _has_gone(listed, day):
                found.append(current)
                continue
            further = dict.fromkeys(split_plate(heir).name for heir in listed.successors)
            queue += [heir for heir in further if heir not in seen]
            seen.update(further)
        return tuple(found)

    def suggest(self, text: str) -> tuple[str, ...]:
        """Up to three names close to `text`, the closest first."""
        from plan_cli.text import closest

        spellings = {name: name for name in [*self.by_name, *self.group_by_name, *self.by_plate]}
        for alias, listed in self.by_alias.items():
            spellings.setdefault(alias, listed.name)
        close = closest(text, tuple(spellings), 6, 0.4)
        return tuple(dict.fromkeys(spellings[spelling] for spelling in close))[:3]


def _has_gone(listed: Listed, day: date) -> bool:
    if listed.valid_until is None:
        return bool(listed.successors)
    return listed.valid_until < day


def _succeeds(heir: Reference, listed: Listed) -> bool:
    successors = map(split_plate, listed.successors)
    return any(one.name == heir.name and heir.plate in {None, one.plate} for one in successors)


class Unresolved(NamedTuple):
    """A name that fits no department, or several.

    `candidates` are the several; `suggestions` are near spellings where none fits; `unknown_plate`
    means that only the plate is unknown.
    """

    text: str
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    unknown_plate: bool = False


def resolve_list(names: Iterable[Reference], directory: Directory) -> list[Reference | Unresolved]:
    """Resolve names as a notice writes them, in order, to canonical references."""
    known: dict[object, Reference | Unresolved] = directory.resolved  # a notice repeats itself
    said: tuple[str, ...] = ()  # prefixes, the one said last at the end
    resolved = []
    for written in names:
        key = written, said
        if key not in known:
            known[key] = _resolve(written, said, directory)
        resolved.append(known[key])
        prefix = directory.prefix_said_by(written.name)
        if prefix is not None and said[-1:] != (prefix,):
            said = (*(other for other in said if other != prefix), prefix)
    return resolved


def _resolve(
    written: Reference, said: tuple[str, ...], directory: Directory
) -> Reference | Unresolved:
    if written.plate is None and written.name in directory.group_by_name:
        return written
    names = _departments(written.name, said, directory)
    if len(names) > 1:
        return Unresolved(str(written), candidates=names)
    if not names:
        return Unresolved(str(written), suggestions=directory.suggest(written.name))
    listed = directory.by_name[names[0]]
    if written.plate is not None and written.plate not in listed.plates:
        plates = tuple(f"{listed.name}〈{plate}〉" for plate in listed.plates)
        return Unresolved(str(written), suggestions=plates, unknown_plate=True)
    return Reference(listed.name, written.plate)


def _departments(name: str, said: tuple[str, ...], directory: Directory) -> tuple[str, ...]:
    """The departments that `name` can mean here: none, one, or several."""
    if name in directory.by_name:
        return (name,)
    for prefix in reversed(said):
        if prefix + name in directory.by_name:
            return (prefix + name,)
    unsaid = [prefix for prefix in directory.prefixes if prefix not in said]
    fitting = tuple(prefix + name for prefix in unsaid if prefix + name in directory.by_name)
    if fitting:
        return fitting
    if name in directory.by_alias:
        return (directory.by_alias[name].name,)
    return directory.shared_aliases.get(name, ())


class Match(NamedTuple):
    """The department or group that was meant; `plate` narrows it to that plate."""

    name: str
    plate: str | None = None
    is_group: bool = False

    def __str__(self) -> str:
        return str(Reference(self.name, self.plate))


class NameProblem(NamedTuple):
    """A typed name that fits none (with `suggestions`) or several (with `candidates`)."""

    text: str
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def find_department(typed: str, directory: Directory) -> Match | NameProblem:
    """Find the one department or group that a person means by `typed`.

    A name matches exactly (name, full name, alias, initials, plate, group), else as a part that
    only one name has.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    if not text:
        return NameProblem(typed)
    exact = _exact(typed.strip(), directory) or _exact(text, directory)
    if exact is not None:
        return exact
    fitting = _containing(text, directory)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return NameProblem(typed, candidates=tuple(str(match) for match in fitting))
    return NameProblem(typed, suggestions=directory.suggest(text))


def _exact(text: str, directory: Directory) -> Match | NameProblem | None:
    reference = split_plate(text)
    if reference.plate is not None:
        return _with_plate(reference, directory)
    if text in directory.group_by_name:
        return Match(text, is_group=True)
    initials = text.lower()
    known = directory.by_name, directory.by_alias, directory.by_full_name
    for listed in (index.get(key) for index in known for key in (text, initials)):
        if listed is not None:
            return Match(listed.name)
    if initials in directory.shared_aliases:
        return NameProblem(text, candidates=directory.shared_aliases[initials])
    return _bearing_plate(text, directory)


def _with_plate(reference: Reference, directory: Directory) -> Match | NameProblem | None:
    """Find `发改局〈科技局〉`, whose first part may be any exact name of the department."""
    bearer = _exact(reference.name, directory)
    if not isinstance(bearer, Match):
        return bearer
    plates = () if bearer.is_group else directory.by_name[bearer.name].plates
    if reference.plate in plates:
        return Match(bearer.name, reference.plate)
    known = tuple(str(Reference(bearer.name, plate)) for plate in plates)
    return NameProblem(str(reference), suggestions=known or (bearer.name,))


def _bearing_plate(text: str, directory: Directory) -> Match | NameProblem | None:
    """Find who bears the plate `text`, with or without a prefix: 科技局 or 市科技局."""
    plates = [text, *(text.removeprefix(prefix) for prefix in directory.prefixes)]
    for plate in dict.fromkeys(plates):
        bearers = directory.by_plate.get(plate, [])
        if len(bearers) == 1:
            return Match(bearers[0].name, plate)
        if bearers:
            several = tuple(str(Reference(listed.name, plate)) for listed in bearers)
            return NameProblem(text, candidates=several)
    return None


def _containing(text: str, directory: Directory) -> list[Match]:
    found: dict[str, Match] = {}
    for listed in directory.departments:
        names = (listed.name, listed.full_name or "", *listed.aliases)
        if any(text in name for name in names if not name.isascii()):
            found[listed.name] = Match(listed.name)
            continue
        for plate in listed.plates:
            if text in plate:
                found[f"{listed.name} {plate}"] = Match(listed.name, plate)
    for group in directory.groups:
        if text in group.name:
            found[group.name] = Match(group.name, is_group=True)
    return list(found.values())
