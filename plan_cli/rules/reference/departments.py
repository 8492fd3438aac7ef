"""Every department, plate and group that is named exists, by its canonical name, and once.

Canonical means 市工信局, not 工信局: the notice itself keeps its short forms, the data has one
name for one body.
"""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.model import Task
from plan_cli.naming import Directory, split_plate
from plan_cli.rules.base import Context, Entry, Finding, Rule
from plan_cli.strict_yaml import Path


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every name that is unknown, and for bodies named twice in one item."""
    for entry in context.entries:
        for path, name in _named_in(entry):
            if not context.directory.knows(split_plate(name)):
                yield Finding(entry.file, path, *unknown(name, context.directory))
        yield from _check_repeats(entry)
    if "plan" not in context.loaded.faulty:
        for index, rule in enumerate(context.plan.rules):
            for position, name in enumerate(rule.departments):
                if name not in context.directory.by_name:
                    path = ("rules", index, "departments", position)
                    yield Finding("plan", path, *unknown(name, context.directory))
    yield from _check_own_file(context)


def _named_in(entry: Entry) -> Iterator[tuple[Path, str]]:
    item = entry.item
    if not isinstance(item, Task):
        yield (entry.index, "responsible"), item.responsible
        return
    yield (entry.index, "lead"), item.lead
    for position, name in enumerate(item.support):
        yield (entry.index, "support", position), name


def _check_repeats(entry: Entry) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in _named_in(entry):
        if name in seen:
            message = _("{name} is named twice in one item").format(name=name)
            yield Finding(entry.file, path, message, _("Take one of the two out."))
        seen.add(name)


def _check_own_file(context: Context) -> Iterator[Finding]:
    for index, record in enumerate(context.departments.departments):
        for position, name in enumerate(record.successors):
            if name not in context.directory.by_name or name == record.name:
                path: Path = ("departments", index, "successors", position)
                yield Finding("departments", path, *unknown(name, context.directory))
    for index, group in enumerate(context.departments.groups):
        for position, name in enumerate(group.members):
            if name not in context.directory.by_name:
                path = ("groups", index, "members", position)
                yield Finding("departments", path, *unknown(name, context.directory))
    for index, shared in enumerate(context.departments.shared_aliases):
        for position, name in enumerate(shared.departments):
            if name not in context.directory.by_name:
                path = ("shared_aliases", index, "departments", position)
                yield Finding("departments", path, *unknown(name, context.directory))


def unknown(name: str, directory: Directory) -> tuple[str, str]:
    """Return what to say of a name that is nobody's, and what to do about it."""
    message = _("there is no department or group {name}").format(name=name)
    alias = directory.by_alias.get(name)
    close = (alias.name,) if alias else directory.suggest(name)
    if close:
        return message, _("Did you mean {names}?").format(names=listed(close))
    return message, _("Departments and groups are listed in departments.yaml.")


RULE = Rule("reference.departments", "reference", check, needs=("departments",))
