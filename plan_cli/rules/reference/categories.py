"""Every category that is used is one that `departments.yaml` lists."""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.rules.base import Context, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every unknown category of a department or of a group."""
    known = context.departments.categories
    for index, record in enumerate(context.departments.departments):
        if record.category not in known:
            yield _unknown(("departments", index, "category"), record.category, known)
    for index, group in enumerate(context.departments.groups):
        for position, category in enumerate(group.may_include):
            if category not in known:
                yield _unknown(("groups", index, "may_include", position), category, known)


def _unknown(path: tuple[str | int, ...], category: str, known: tuple[str, ...]) -> Finding:
    message = _("there is no category {category}").format(category=category)
    hint = _("Known categories: {names}.").format(names=listed(known))
    return Finding("departments", path, message, hint)


RULE = Rule("reference.categories", "reference", check, needs=("departments",))
