"""Every category that is used is one that departments.yaml lists.

A category that is used more than once and not listed is missing in the list: it is told there.

PASS: departments.yaml

      - name: 市商务局
        category: 政府部门

FAIL: departments.yaml

      - name: 市商务局
        category: 政府机关  # <--
"""

from collections import defaultdict
from collections.abc import Iterator

from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed, ngettext
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("reference.categories", needs=("departments",))
def check(context: Context) -> Iterator[Finding]:
    known = context.departments.categories
    unknown: dict[str, list[Path]] = defaultdict(list)
    used = set()
    for path, category in _used(context):
        used.add(category)
        if category not in known:
            unknown[category].append(path)
    left = [position for position, category in enumerate(known) if category not in used]
    for category, paths in unknown.items():
        if len(paths) > 1:
            yield _unlisted(category, len(paths), left)
            continue
        message = _("there is no category {category}", category=category)
        hint = _("Known categories: {names}.", names=listed(known))
        yield Finding("departments", paths[0], message, hint)


def _used(context: Context) -> Iterator[tuple[Path, str]]:
    for index, record in enumerate(context.departments.departments):
        yield ("departments", index, "category"), record.category
    for index, group in enumerate(context.departments.groups):
        for position, category in enumerate(group.may_include):
            yield ("groups", index, "may_include", position), category


def _unlisted(category: str, number: int, left: list[int]) -> Finding:
    message = ngettext(
        "the category {category} is used in {number} place and not listed",
        "the category {category} is used in {number} places and not listed",
        number,
        category=category,
        number=number,
    )
    path = ("categories", left.pop(0)) if left else ("categories",)
    return Finding("departments", path, message, _("Add it to the list, or correct its spelling."))
