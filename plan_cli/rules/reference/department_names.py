"""A name leads to one department: canonical names, groups, plates and aliases do not clash."""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.model import Departments
from plan_cli.rules.base import Context, Finding, Rule
from plan_cli.strict_yaml import Path


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every name whose spelling is taken already, in the order of the file."""
    taken: dict[str, str] = {}
    for spelling, owner, path in _names(context.departments):
        if spelling in taken:
            message = _("“{name}” is already a name of {owner}").format(
                name=spelling, owner=taken[spelling]
            )
            hint = _("One name leads to one department; put shared ones into shared_aliases.")
            yield Finding("departments", path, message, hint)
        taken.setdefault(spelling, owner)
    yield from _check_groups(context.departments)


def _names(departments: Departments) -> Iterator[tuple[str, str, Path]]:
    """Yield every spelling with its owner and place; canonical names first: they take priority."""
    for index, record in enumerate(departments.departments):
        yield record.name, record.name, ("departments", index, "name")
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


RULE = Rule("reference.department-names", "reference", check, needs=("departments",))
