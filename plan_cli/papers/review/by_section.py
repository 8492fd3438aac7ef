"""The tasks by the sections of the notice."""

from collections.abc import Sequence

from plan_cli.dataset.sections import OutlineEntry
from plan_cli.dataset.states import TaskStateRow
from plan_cli.i18n import _
from plan_cli.papers.blocks import Column, Table
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import Section
from plan_cli.papers.sources import Sources
from plan_cli.vocabulary import STATES, state_label


def write(facts: Facts, sources: Sources) -> Section | None:
    """Write how the tasks of every section stand; nothing in a plan without tasks."""
    rows = facts.now.tasks
    if not rows:
        return None
    states = [state for state in STATES if any(row["status"] == state for row in rows)]
    columns = (
        Column(_("Section"), 4),
        Column(_("Tasks"), 0.8, "center"),
        *(Column(state_label(state), 0.9, "center") for state in states),
        Column(_("Past due"), 0.9, "center"),
        Column(_("Sources"), 1.2, "center"),
    )
    lines = [
        _row(str(entry), found, states, facts, sources)
        for entry in facts.dataset.outline.entries
        if (found := _standing_in(entry, rows))
    ]
    total = _row(_("In all"), rows, states, facts, sources)
    return Section(_("Tasks by section"), (Table(columns, (*lines, total)),))


def _standing_in(entry: OutlineEntry, rows: Sequence[TaskStateRow]) -> list[TaskStateRow]:
    return [row for row in rows if row["section"] == entry.code]


def _row(
    name: str,
    rows: Sequence[TaskStateRow],
    states: Sequence[str],
    facts: Facts,
    sources: Sources,
) -> tuple[str, ...]:
    counts = [sum(row["status"] == state for row in rows) for state in states]
    late = sum(row["overdue"] for row in rows)
    return (
        name,
        str(len(rows)),
        *(str(number or "") for number in counts),
        str(late or ""),
        sources.numbers(facts.now.state_reports(*rows)),
    )
