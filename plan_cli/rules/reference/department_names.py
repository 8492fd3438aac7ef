"""A name leads to one department: names, groups, plates and short forms do not clash.

A short form, or pinyin initials, that two departments could claim belongs to neither: it goes into
shared_aliases. A short form that is another department's name without its prefix (市) would lead
readers of the notice to the wrong one.

PASS: departments.yaml

      - name: 市商务局
        aliases: [商务局, swj]

FAIL: departments.yaml

      - name: 市商务局
        aliases: [商务局, gxj]  # <--

FAIL: departments.yaml

      - name: 市商务局
        aliases: [财政局]  # <--
"""

from collections.abc import Iterator

from plan_cli.dataset.models import Departments
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.names import twice_defined
from plan_cli.rules.rule import Finding, register


@register("reference.department-names", needs=("departments",))
def check(context: Context) -> Iterator[Finding]:
    departments = context.departments
    for index, name in twice_defined(departments):
        yield _taken(("departments", index, "name"), name, name)
    taken = {record.name: record.name for record in departments.departments}
    bare = _bare_names(departments)
    for spelling, owner, path in _further_names(departments):
        other = taken.get(spelling) or bare.get(spelling)
        if other is not None and (other != owner or spelling in taken):
            yield _taken(path, spelling, other)
        else:
            taken.setdefault(spelling, owner)
    yield from _check_groups(departments)


def _taken(path: Path, name: str, owner: str) -> Finding:
    message = _("“{name}” is already a name of {owner}", name=name, owner=owner)
    hint = _("One name leads to one department; put shared ones into shared_aliases.")
    return Finding("departments", path, message, hint)


def _bare_names(departments: Departments) -> dict[str, str]:
    """Return names without their prefix, each with the department it is of."""
    return {
        record.name.removeprefix(prefix): record.name
        for record in departments.departments
        for prefix in departments.prefixes
        if record.name.startswith(prefix)
    }


def _further_names(departments: Departments) -> Iterator[tuple[str, str, Path]]:
    """Yield every spelling that is no department's own name, with its owner and place."""
    for index, group in enumerate(departments.groups):
        yield group.name, group.name, ("groups", index, "name")
    for index, record in enumerate(departments.departments):
        for position, alias in enumerate(record.aliases):
            yield alias, record.name, ("departments", index, "aliases", position)
        for position, plate in enumerate(record.plates):
            yield plate, record.name, ("departments", index, "plates", position)
    for index, shared in enumerate(departments.shared_aliases):
        owner = listed(shared.departments)
        yield shared.alias, owner, ("shared_aliases", index, "alias")


def _check_groups(departments: Departments) -> Iterator[Finding]:
    for index, group in enumerate(departments.groups):
        if group.indefinite == bool(group.members):
            message = _("a group either lists its members or is indefinite")
            hint = _("Give the group members, or indefinite: true, and not both.")
            yield Finding("departments", ("groups", index), message, hint)
