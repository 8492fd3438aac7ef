"""Every department, plate and group that is named exists, under its canonical name.

Canonical means 市工信局, not 工信局: the notice keeps its short forms, the data has one name for
one body. A name that the notice confirms and that departments.yaml lacks is told once, where it
should be defined, and not at every place that names it.

PASS: tasks.yaml

    - id: 1
      lead: 市工信局

FAIL: tasks.yaml

    - id: 1
      lead: 工信局  # <--
"""

from collections.abc import Iterator

from plan_cli.dataset.names import split_plate
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, ngettext
from plan_cli.rules.context import Context
from plan_cli.rules.names import Use, twice_defined, unknown_name
from plan_cli.rules.rule import Finding, register


@register("reference.departments", needs=("departments",))
def check(context: Context) -> Iterator[Finding]:
    usage = context.usage
    if not usage.unknown:
        return
    taken = bool(twice_defined(context.departments))  # then that is where the name was lost
    for name, uses in usage.undefined.items():
        if name in usage.renamed or not taken:
            yield _undefined(context, name, uses)
    for use in usage.unknown:
        if usage.missing_name(use) not in usage.undefined and use.file != "assignments":
            yield Finding(use.file, use.path, *unknown_name(use.name, context.directory))


def _undefined(context: Context, name: str, uses: list[Use]) -> Finding:
    message = ngettext(
        "{name} is named in {number} place and not defined",
        "{name} is named in {number} places and not defined",
        len(uses),
        name=name,
        number=len(uses),
    )
    other = context.usage.renamed.get(name)
    if other is not None:
        hint = _("Nothing names {other}: should it be {name}?", other=other, name=name)
        return Finding("departments", _place_of(context, other), message, hint)
    reference = split_plate(name)
    if reference.plate is not None and reference.name in context.directory.by_name:
        hint = _("Add {plate} to the plates of {name}.", plate=reference.plate, name=reference.name)
        path = (*_place_of(context, reference.name)[:2], "plates")
        return Finding("departments", path, message, hint)
    hint = _("Add it to departments.yaml.")
    return Finding("departments", ("departments",), message, hint, at_key=True)


def _place_of(context: Context, name: str) -> Path:
    """Return where a department or a group has its name."""
    names = [record.name for record in context.departments.departments]
    if name in names:
        return ("departments", names.index(name), "name")
    groups = [group.name for group in context.departments.groups]
    return ("groups", groups.index(name), "name")
