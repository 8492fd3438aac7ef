"""Who leads, supports and is responsible is what the notice says, in its order, with its 等.

The notice's short forms are resolved by the rules for lists (市 is said once); what stands in the
data is the canonical name. A short form that departments.yaml cannot explain is told there, and a
list at its first entry that differs.

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

from collections.abc import Iterator

from plan_cli.dataset.models import Indicator, Task
from plan_cli.dataset.names import Unresolved
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _
from plan_cli.notice.model import Clause, Duty
from plan_cli.rules.context import Context
from plan_cli.rules.fidelity.short_forms import Unexplained
from plan_cli.rules.rule import Entry, Finding, Rule, SourceFinding


def check(context: Context) -> Iterator[Finding | SourceFinding]:
    """Yield a finding for every role that differs, and for names that cannot be resolved."""
    comparison = _Comparison(context)
    for entry in context.entries:
        clause = context.clause_of(entry)
        if clause is not None and clause.attribution is not None:
            yield from comparison.compare(entry, clause)


class _Comparison:
    """Compares attributions; remembers what has been told of short forms."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._unexplained = Unexplained(context)

    def compare(self, entry: Entry, clause: Clause) -> Iterator[Finding | SourceFinding]:
        assert clause.attribution is not None  # noqa: S101  (the caller has looked)
        item = entry.item
        charged = clause.attribution.duty("lead", "responsible")
        support = clause.attribution.duty("support")
        if isinstance(item, Indicator):
            path: Path = (entry.index, "responsible")
            yield from self._role(entry, path, (item.responsible,), (clause, charged))
            if support is not None:
                message = _("the notice names supporting departments")
                yield _finding(entry, (entry.index, "id"), clause, message)
            return
        yield from self._role(entry, (entry.index, "lead"), (item.lead,), (clause, charged))
        yield from self._role(entry, (entry.index, "support"), item.support, (clause, support))
        yield from _open_list(entry, item, clause, support)

    def _role(
        self, entry: Entry, path: Path, names: tuple[str, ...], stated: tuple[Clause, Duty | None]
    ) -> Iterator[Finding | SourceFinding]:
        clause, duty = stated
        if duty is not None and names == self._context.spelled_out(duty):
            return
        bodies = duty.bodies if duty else ()
        resolved = self._context.resolved(duty) if duty else []
        in_step = len(names) == len(resolved)
        for position, (body, name) in enumerate(zip(bodies, resolved, strict=True)):
            if isinstance(name, Unresolved):
                yield from self._unexplained.explain(
                    clause, body, name, names[position] if in_step else None
                )
        expected = [name if isinstance(name, Unresolved) else str(name) for name in resolved]
        differing = self._first_difference(names, expected)
        if differing is None:
            return
        message = _(
            "the notice names {expected}",
            expected="、".join(e.text if isinstance(e, Unresolved) else e for e in expected)
            or _("nobody"),
        )
        single = path[-1] != "support"
        at = path if single or differing >= len(names) else (*path, differing)
        yield _finding(entry, at, clause, message)

    def _first_difference(
        self, names: tuple[str, ...], expected: list[str | Unresolved]
    ) -> int | None:
        """Return where the lists part; what is told of in departments.yaml makes no difference."""
        for position, (name, other) in enumerate(zip(names, expected, strict=False)):
            if name == other or self._is_told(name, other):
                continue
            return position
        return None if len(names) == len(expected) else min(len(names), len(expected))

    def _is_told(self, name: str, other: str | Unresolved) -> bool:
        undefined = self._context.usage.undefined
        in_directory = name in undefined or name.partition("〈")[0] in undefined
        return in_directory or isinstance(other, Unresolved)


def _open_list(entry: Entry, item: Task, clause: Clause, support: Duty | None) -> Iterator[Finding]:
    if item.support_open == (support is not None and support.open_ended):
        return
    message = (
        _("the notice's list does not end in 等")
        if item.support_open
        else _("the notice's list ends in 等")
    )
    yield _finding(entry, (entry.index, "support_open"), clause, message)


def _finding(entry: Entry, path: Path, clause: Clause, message: str) -> Finding:
    hint = _("See line {line} of the published text; the data has to follow it.", line=clause.line)
    return Finding(entry.file, path, message, hint)


RULE = Rule("fidelity.attribution", "fidelity", check, needs=("plan", "departments"))
