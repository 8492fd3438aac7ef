"""Who leads, supports and is responsible is what the notice says, in its order, with its 等.

The notice's short forms are resolved by the rules for lists (市 is said once); what stands in the
data is the canonical name.
"""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.model import Indicator, Task
from plan_cli.naming import Directory, Reference, Unresolved, resolve_list
from plan_cli.notice import Clause, Duty
from plan_cli.rules.base import Context, Entry, Finding, Rule, SourceFinding


def check(context: Context) -> Iterator[Finding | SourceFinding]:
    """Yield a finding for every role that differs, and for names that cannot be resolved."""
    for entry in context.entries:
        clause = context.clauses.get(entry.item.id)
        if clause is not None and clause.attribution is not None:
            yield from _compare(entry, clause, context.directory)


def _compare(
    entry: Entry, clause: Clause, directory: Directory
) -> Iterator[Finding | SourceFinding]:
    assert clause.attribution is not None  # noqa: S101  (the caller has looked)
    charged = clause.attribution.duty("lead", "responsible")
    support = clause.attribution.duty("support")
    item = entry.item
    yield from _compare_role(
        entry,
        "lead" if isinstance(item, Task) else "responsible",
        [item.lead if isinstance(item, Task) else item.responsible],
        (clause, charged),
        directory,
    )
    if isinstance(item, Indicator):
        if support is not None:
            yield _finding(entry, "id", clause, _("the notice names supporting departments"))
        return
    yield from _compare_role(entry, "support", list(item.support), (clause, support), directory)
    if item.support_open != (support is not None and support.open_ended):
        message = (
            _("the notice's list does not end in 等")
            if item.support_open
            else _("the notice's list ends in 等")
        )
        yield _finding(entry, "support_open", clause, message)


def _compare_role(
    entry: Entry,
    key: str,
    names: list[str],
    stated: tuple[Clause, Duty | None],
    directory: Directory,
) -> Iterator[Finding | SourceFinding]:
    clause, duty = stated
    written = [Reference(body.name, body.plate) for body in duty.bodies] if duty else []
    resolved = resolve_list(written, directory)
    unresolved = [
        (name, body)
        for name, body in zip(resolved, duty.bodies if duty else (), strict=True)
        if isinstance(name, Unresolved)
    ]
    for name, body in unresolved:
        message, hint = _unresolved(name)
        yield SourceFinding(clause.line, body.column, message, hint)
    if unresolved:
        return
    expected = [str(name) for name in resolved]
    if names != expected:
        message = _("the notice names {expected}").format(
            expected="、".join(expected) or _("nobody")
        )
        yield _finding(entry, key, clause, message)


def _finding(entry: Entry, key: str, clause: Clause, message: str) -> Finding:
    hint = _("See line {line} of the published text; the data has to follow it.").format(
        line=clause.line
    )
    return Finding(entry.file, (entry.index, key), message, hint)


def _unresolved(name: Unresolved) -> tuple[str, str]:
    if name.candidates:
        message = _("“{name}” could be {names}").format(
            name=name.text, names=listed(name.candidates)
        )
        return message, _("Add the short form as an alias of the one that is meant.")
    message = _("“{name}” is no department or group that is known").format(name=name.text)
    if name.suggestions:
        return message, _("Did you mean {names}?").format(names=listed(name.suggestions))
    return message, _("Add it to departments.yaml.")


RULE = Rule("fidelity.attribution", "fidelity", check, needs=("plan", "departments"))
