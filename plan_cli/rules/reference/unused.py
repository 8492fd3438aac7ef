"""Whoever is defined is named somewhere: departments, plates, groups, prefixes, categories.

What nothing refers to is a leftover or a misspelling. A town that no item names on its own is
referred to by 各镇办, the group that it is a member of.

PASS: departments.yaml

      - name: 市商务局
        category: 政府部门

FAIL: departments.yaml

    departments:
      - name: 市档案局  # <--
        category: 政府部门
"""

from collections.abc import Iterator

from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register(
    "reference.unused", needs=("plan", "departments", "indicators", "tasks"), severity="warning"
)
def check(context: Context) -> Iterator[Finding]:
    for path, name in _unused(context):
        message = _("nothing refers to {name}", name=name)
        yield Finding("departments", path, message, _("Check the spelling, or take it out."))


def _unused(context: Context) -> Iterator[tuple[Path, str]]:
    usage, departments = context.usage, context.departments
    unused = set(usage.unused) - set(usage.renamed.values())
    unused -= {name for use in usage.unknown for name in context.directory.suggest(use.name)[:1]}
    if unused:
        unused -= usage.named_by_notice  # an item that is missing or wrong is found by other rules
    for index, record in enumerate(departments.departments):
        if record.name in unused:
            yield ("departments", index, "name"), record.name
            continue
        for position, plate in enumerate(record.plates):
            acting = f"{record.name}〈{plate}〉"
            if acting not in usage.names and not usage.unknown:
                yield ("departments", index, "plates", position), acting
    for index, group in enumerate(departments.groups):
        if group.name in unused:
            yield ("groups", index, "name"), group.name
    for position, prefix in enumerate(departments.prefixes):
        if not any(record.name.startswith(prefix) for record in departments.departments):
            yield ("prefixes", position), prefix
    yield from _unused_categories(context)


def _unused_categories(context: Context) -> Iterator[tuple[Path, str]]:
    departments = context.departments
    used = {record.category for record in departments.departments}
    if used - set(departments.categories):
        return  # the one may be the other, misspelt: reference.categories finds that
    for position, category in enumerate(departments.categories):
        if category not in used:
            yield ("categories", position), category
