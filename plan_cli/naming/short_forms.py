"""Short forms in a list: 市工信局、财政局 is 市工信局, 市财政局.

A list says a prefix once and the names after it carry it. A name that is not known as it stands
is tried with the prefixes, the one said last first; then the prefixes that were not said, of which
only one may fit; then as an alias. What fits nothing, or more than one department, is unresolved.
"""

from collections.abc import Iterable
from typing import NamedTuple

from plan_cli.naming.directory import Directory, Reference


class Unresolved(NamedTuple):
    """A name that is no department's, or could be that of several.

    `candidates` are the several departments it fits; `suggestions` are near spellings where it
    fits none; `unknown_plate` says that the department is known and its plate is not.
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
    """Return the departments that `name` can mean here: none, the one, or the several."""
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
