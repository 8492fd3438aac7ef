"""A list names nobody twice, and nobody supports what it leads.

A body under another of its plates counts as another: 市发改局 may lead a task that
市发改局〈科技局〉 supports.

PASS: tasks.yaml

    - id: 1
      lead: 市工信局
      support: [市发改局, 市商务局, 各镇办]

FAIL: tasks.yaml

    - id: 1
      lead: 市工信局
      support: [市工信局, 市发改局, 市商务局, 各镇办]  # <--

FAIL: departments.yaml

    prefixes: [市, 市]  # <--
"""

from collections.abc import Iterator

from plan_cli.dataset.models import Task
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.names import lists_of_names
from plan_cli.rules.rule import Finding, register


@register("reference.repeats")
def check(context: Context) -> Iterator[Finding]:
    for entry in context.entries:
        item = entry.item
        if isinstance(item, Task):
            for position in _repeated(item.support, item.lead):
                message = _("{name} is named twice in one item", name=item.support[position])
                hint = _("Take one of the two out.")
                yield entry.finding(("support", position), message, hint)
        for number, target in enumerate(item.targets):
            for position in _repeated(target.same_as):
                place = ("targets", number, "same_as", position)
                yield entry.finding(place, *_twice(target.same_as[position]))
    if "departments" not in context.loaded.unusable:
        for path, names in _lists(context):
            for position in _repeated(names):
                yield Finding("departments", (*path, position), *_twice(names[position]))


def _lists(context: Context) -> Iterator[tuple[Path, tuple[str, ...]]]:
    departments = context.departments
    yield ("prefixes",), departments.prefixes
    yield ("categories",), departments.categories
    for index, group in enumerate(departments.groups):
        yield ("groups", index, "may_include"), group.may_include
    yield from lists_of_names(departments)


def _repeated(names: tuple[str, ...], *before: str) -> list[int]:
    all_names = (*before, *names)
    first = len(before)
    return [i - first for i in range(first, len(all_names)) if all_names[i] in all_names[:i]]


def _twice(name: str) -> tuple[str, str]:
    return _("{name} is in the list twice", name=name), _("Take one of the two out.")
