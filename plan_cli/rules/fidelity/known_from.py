"""What departments.yaml says of its own source holds: named by the notice or not.

`basis: notice` (or none) is a department that an attribution of the notice names, `second_hand` one
that none does. A full name that is `stated` stands in the notice. A Chinese short form is one that
the notice uses. A definite group whose members are all of one category has all of that category,
and a rule of the plan names the departments that its quote names.

PASS: departments.yaml

      - name: 市商务局
        aliases: [商务局]

FAIL: departments.yaml

      - name: 市商务局
        aliases: [商贸局]  # <--

FAIL: departments.yaml

      - name: 市商务局
        basis: second_hand  # <--

FAIL: departments.yaml

      - name: 各镇办
        members: [东城街道]  # <--
"""

from collections import defaultdict
from collections.abc import Iterator

from plan_cli.dataset.models import Department
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("fidelity.known-from", needs=("plan", "departments"))
def check(context: Context) -> Iterator[Finding]:
    if context.notice is None or not context.clauses:
        return
    usage = context.usage
    written, text = usage.written, context.published.text or ""
    unnamed = set(usage.unused) | (set() if usage.is_explained else set(context.directory.by_name))
    perhaps = usage.named_by_notice | unnamed  # what other rules find is left to them
    for index, record in enumerate(context.departments.departments):
        named = usage.named_by_notice if record.basis == "second_hand" else perhaps
        for keys, message in _faults(record, written, named, text):
            hint = _("Compare the attributions of the notice.")
            yield Finding("departments", ("departments", index, *keys), message, hint)
    yield from _check_groups(context)
    yield from _check_rules(context)


def _faults(
    record: Department, written: set[str], named: set[str], text: str
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for position, alias in enumerate(record.aliases):
        if not alias.isascii() and alias not in written:
            yield ("aliases", position), _("the notice does not write {name}", name=alias)
    if record.basis == "second_hand" and record.name in named and record.name in text:
        yield ("basis",), _("the notice names {name}", name=record.name)
    elif record.basis == "notice" and record.name not in named:
        yield ("basis",), _("no attribution of the notice names {name}", name=record.name)
    if record.full_name_basis == "stated" and (record.full_name or "") not in text:
        yield ("full_name",), _("the notice does not write {name}", name=record.full_name)


def _check_groups(context: Context) -> Iterator[Finding]:
    categories = {record.name: record.category for record in context.departments.departments}
    bases = {record.name: record.basis for record in context.departments.departments}
    of_category: dict[str, list[str]] = defaultdict(list)
    for name, category in categories.items():
        of_category[category].append(name)
    for index, group in enumerate(context.departments.groups):
        if group.basis == "notice" and "second_hand" in map(bases.get, group.members):
            message = _("the notice does not name all members of {group}", group=group.name)
            hint = _("Say what they are known from: basis: second_hand.")
            yield Finding("departments", ("groups", index, "basis"), message, hint)
        kinds = {categories.get(name) for name in group.members}
        if len(kinds) != 1 or None in kinds:
            continue
        kind = kinds.pop()
        absent = [name for name in of_category[kind or ""] if name not in group.members]
        if absent:
            message = _(
                "{group} lacks {names}, of the same category as all its members",
                group=group.name,
                names=listed(absent),
            )
            hint = _("Add what is missing.")
            yield Finding("departments", ("groups", index, "members"), message, hint)


def _check_rules(context: Context) -> Iterator[Finding]:
    for index, rule in enumerate(context.plan.rules):
        for position, name in enumerate(rule.departments):
            if name in context.directory.by_name and name not in rule.quote:
                message = _("the quote does not name {name}", name=name)
                path = ("rules", index, "departments", position)
                yield Finding("plan", path, message, _("Check it against the quote."))
        absent = [
            name
            for name in context.directory.by_name
            if name in rule.quote and name not in rule.departments
        ]
        if absent and not any(n not in context.directory.by_name for n in rule.departments):
            message = _("the quote names {names}", names=listed(absent))
            hint = _("Add them to the departments of the rule.")
            yield Finding("plan", ("rules", index), message, hint)
