"""What a person types for a department: a name, a short form, pinyin initials, a plate, a part."""

import unicodedata
from typing import NamedTuple

from plan_cli.dataset.names import Directory, Reference, split_plate


class Match(NamedTuple):
    """The department or group that was meant; `plate` narrows it to what bears that plate."""

    name: str
    plate: str | None = None
    is_group: bool = False

    def __str__(self) -> str:
        return str(Reference(self.name, self.plate))


class NameProblem(NamedTuple):
    """A typed name that fits nothing (with `suggestions`) or several (with `candidates`)."""

    text: str
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def find_department(typed: str, directory: Directory) -> Match | NameProblem:
    """Find the one department or group that a person means by `typed`.

    A name is matched exactly (canonical name, full name, alias, initials, plate, group), else as
    a part of a name that fits only one.
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
    """Find who bears the plate `text`, which may be given with a prefix: 科技局 or 市科技局."""
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
    """Return all whose name, alias, full name or plate has `text` in it; a department once."""
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
