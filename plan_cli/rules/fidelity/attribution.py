"""Who leads and supports, as the notice attributes it."""

from collections.abc import Iterator, Sequence

from plan_cli.dataset.models import Department, Indicator
from plan_cli.dataset.names import Reference, Unresolved, split_plate
from plan_cli.dataset.yaml import Mark
from plan_cli.i18n import _, listed
from plan_cli.notice.model import Attribution, Body, Clause, Duty
from plan_cli.rules.context import Context
from plan_cli.rules.names import is_short_for
from plan_cli.rules.notice_facts import see_line
from plan_cli.rules.rule import Entry, Finding, register


@register("fidelity.attribution", needs=("plan", "departments"))
def attribution(context: Context) -> Iterator[Finding]:
    """Who leads, supports and is responsible is what the notice says, in its order, with its 等.

    The notice's short forms are resolved by the rules for lists (市 is said once); what stands in
    the data is the canonical name. A short form that departments.yaml cannot explain is told there,
    and a list at its first entry that differs.

    PASS: tasks.yaml
        - id: 6
          support: [市工信局, 市财政局]
          support_open: true
    FAIL: tasks.yaml
        - id: 6
          support: [市财政局, 市工信局]  # <--
    FAIL: tasks.yaml
        - id: 6
          support_open: false  # <--
    FAIL: departments.yaml
        prefixes: []  # <--
    """
    comparison = _Comparison(context)
    for entry in context.entries:
        clause = context.clause_of(entry)
        if clause is not None and clause.attribution is not None:
            yield from comparison.compare(entry, clause, clause.attribution)


class _Comparison:
    """Compares attributions; reports each unexplained short form once.

    If the published text is the recorded one, the data is at fault: the department in the place of
    the short form lacks it as an alias, or the prefix before it is not in `prefixes`.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._explained: set[tuple[str, str]] = set()

    def compare(self, entry: Entry, clause: Clause, attribution: Attribution) -> Iterator[Finding]:
        item = entry.item
        charged = attribution.duty("lead", "responsible")
        support = attribution.duty("support")
        if isinstance(item, Indicator):
            yield from self._role(entry, "responsible", (item.responsible,), (clause, charged))
            if support is not None:
                message = _("the notice names supporting departments")
                yield entry.finding(("id",), message, see_line(clause))
            return
        yield from self._role(entry, "lead", (item.lead,), (clause, charged))
        yield from self._role(entry, "support", item.support, (clause, support))
        if item.support_open != (support is not None and support.open_ended):
            message = _("the notice's list ends in 等")
            if item.support_open:
                message = _("the notice's list does not end in 等")
            yield entry.finding(("support_open",), message, see_line(clause))

    def _role(
        self, entry: Entry, key: str, names: tuple[str, ...], stated: tuple[Clause, Duty | None]
    ) -> Iterator[Finding]:
        clause, duty = stated
        if duty is not None and names == self._context.spelled_out(duty):
            return
        bodies = duty.bodies if duty else ()
        expected = self._context.resolved(duty) if duty else []
        in_step = len(names) == len(expected)
        for position, (body, name) in enumerate(zip(bodies, expected, strict=True)):
            if isinstance(name, Unresolved):
                meant = names[position] if in_step else None
                yield from self._explain(clause, body, name, meant)
        differing = self._first_difference(names, expected)
        if differing is None:
            return
        texts = [name.text if isinstance(name, Unresolved) else str(name) for name in expected]
        message = _("the notice names {expected}", expected="、".join(texts) or _("nobody"))
        in_list = key == "support" and differing < len(names)
        yield entry.finding((key, differing) if in_list else (key,), message, see_line(clause))

    def _first_difference(
        self, names: Sequence[str], expected: Sequence[Reference | Unresolved]
    ) -> int | None:
        """Index where the lists differ; names missing in departments.yaml do not count."""
        undefined = self._context.usage.undefined
        for position, (name, other) in enumerate(zip(names, expected, strict=False)):
            in_directory = name in undefined or name.partition("〈")[0] in undefined
            if name != str(other) and not in_directory and not isinstance(other, Unresolved):
                return position
        return None if len(names) == len(expected) else min(len(names), len(expected))

    def _explain(
        self, clause: Clause, body: Body, name: Unresolved, meant: str | None
    ) -> Iterator[Finding]:
        """Yield a finding about `name`; the data has `meant` in its place."""
        directory = self._context.directory
        written = split_plate(meant).name if meant is not None else ""
        may_mean = written in directory.by_name and is_short_for(body.name, written)
        if name.unknown_plate or not self._context.as_published or not may_mean:
            short, undefined = split_plate(name.text).name, self._context.usage.undefined
            if not any(is_short_for(short, split_plate(other).name) for other in undefined):
                place = Mark(clause.line, body.column)  # else reference.departments finds it
                yield Finding("source", place, *_unresolved(name))
            return
        prefix = written.removesuffix(body.name)
        at_prefix = written.endswith(body.name) and prefix not in directory.prefixes
        subject = ("prefix", prefix) if at_prefix else (written, body.name)
        if subject in self._explained:
            return
        self._explained.add(subject)
        names = {"number": clause.number, "short": body.name, "name": written}
        if at_prefix:
            message = _("the notice omits {prefix}, which is not in prefixes", prefix=prefix)
            hint = _("In item {number} {short} is {name}; add the prefix.", **names)
            yield Finding("departments", ("prefixes",), message, hint)
            return
        index = [one.name for one in self._context.departments.departments].index(written)
        message = _("item {number} of the notice calls it {short}", **names)
        path = ("departments", index, "aliases")
        yield Finding("departments", path, message, _("Add {short} to the aliases.", **names))


def _unresolved(name: Unresolved) -> tuple[str, str]:
    if name.candidates:
        message = _("“{name}” could be {names}", name=name.text, names=listed(name.candidates))
        return message, _("Add the short form to the aliases of the department meant.")
    message = _("“{name}” is not a known department or group", name=name.text)
    if name.suggestions:
        return message, _("Did you mean {names}?", names=listed(name.suggestions))
    return message, _("Add it to departments.yaml.")


@register("fidelity.known-from", needs=("plan", "departments"))
def known_from(context: Context) -> Iterator[Finding]:
    """What departments.yaml says of its own source holds: named by the notice or not.

    `basis: notice` (or none) is a department that an attribution of the notice names, `second_hand`
    one that none does. A full name that is `stated` stands in the notice. A Chinese short form is
    one that the notice uses. A definite group whose members are all of one category has all of that
    category, and a rule of the plan names the departments that its quote names.

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
            yield ("aliases", position), _("the notice does not use {name}", name=alias)
    if record.basis == "second_hand" and record.name in named and record.name in text:
        yield ("basis",), _("the notice names {name}", name=record.name)
    elif record.basis == "notice" and record.name not in named:
        yield ("basis",), _("no attribution of the notice names {name}", name=record.name)
    if record.full_name_basis == "stated" and (record.full_name or "") not in text:
        yield ("full_name",), _("the notice does not use {name}", name=record.full_name)


def _check_groups(context: Context) -> Iterator[Finding]:
    categories = {record.name: record.category for record in context.departments.departments}
    bases = {record.name: record.basis for record in context.departments.departments}
    for index, group in enumerate(context.departments.groups):
        if group.basis == "notice" and "second_hand" in map(bases.get, group.members):
            message = _("the notice does not name all members of {group}", group=group.name)
            hint = _("Record where they are known from: basis: second_hand.")
            yield Finding("departments", ("groups", index, "basis"), message, hint)
        kinds = {categories.get(name) for name in group.members}
        if len(kinds) != 1 or None in kinds:
            continue
        peers = [name for name, category in categories.items() if category in kinds]
        heirs = {  # they have the group's tasks from when their predecessor ended
            split_plate(heir).name
            for name in group.members
            for heir in context.directory.by_name[name].successors
        }
        absent = [name for name in peers if name not in group.members and name not in heirs]
        if absent:
            names = listed(absent)
            message = _("{group} lacks {names} of the same category", group=group.name, names=names)
            hint = _("Add the missing members.")
            yield Finding("departments", ("groups", index, "members"), message, hint)


def _check_rules(context: Context) -> Iterator[Finding]:
    for index, rule in enumerate(context.plan.rules):
        for position, name in enumerate(rule.departments):
            if name in context.directory.by_name and name not in rule.quote:
                message = _("the quote does not name {name}", name=name)
                path = ("rules", index, "departments", position)
                yield Finding("plan", path, message, _("Check it against the quote."))
        known = context.directory.by_name
        absent = [name for name in known if name in rule.quote and name not in rule.departments]
        if absent and all(name in known for name in rule.departments):
            message = _("the quote names {names}", names=listed(absent))
            hint = _("Add them to the departments of the rule.")
            yield Finding("plan", ("rules", index), message, hint)
