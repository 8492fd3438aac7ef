"""How many there were then and are now, of every state and every verdict."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from plan_cli.dataset.states import IndicatorStateRow, TaskStateRow
from plan_cli.i18n import _
from plan_cli.papers.blocks import Column, Table
from plan_cli.papers.review.facts import Day, Facts
from plan_cli.papers.review.section import is_reported, worst
from plan_cli.vocabulary import STATUSES, day_label, state_label, verdict_label

_VERDICTS: Final = ("early", "met", "ahead", "on_track", "behind", "missed", "unknown")


@dataclass(frozen=True, slots=True)
class _Count:
    """What is counted on both days: whether an indicator, or a task, belongs to it."""

    label: str
    indicator: Callable[[IndicatorStateRow], bool] | None = None
    task: Callable[[TaskStateRow], bool] | None = None

    def on(self, day: Day) -> int:
        """Return how many there were on a day."""
        if self.indicator is not None:
            return sum(map(self.indicator, day.indicators))
        return 0 if self.task is None else sum(map(self.task, day.tasks))


def _counts() -> Iterable[_Count]:
    yield _Count(_("Indicators reported on"), indicator=is_reported)
    for verdict in _VERDICTS:
        label = _("Indicators: {words}").format(words=verdict_label(verdict))
        yield _Count(label, indicator=partial(_has_verdict, verdict))
    yield _Count(_("Tasks reported on"), task=is_reported)
    for state in STATUSES:
        label = _("Tasks: {words}").format(words=state_label(state))
        yield _Count(label, task=partial(_has_state, state))
    yield _Count(_("Tasks past due"), task=lambda row: row["overdue"])


def _has_verdict(verdict: str, row: IndicatorStateRow) -> bool:
    return is_reported(row) and worst(row) == verdict


def _has_state(state: str, row: TaskStateRow) -> bool:
    return row["status"] == state


def totals(facts: Facts, before: Day) -> Table:
    """Return how many there were then and are now; what there never was is left out."""
    columns = (
        Column("", 4),
        Column(_("On {day}").format(day=day_label(before.day)), 2, "center"),
        Column(_("On {day}").format(day=day_label(facts.cutoff.day)), 2, "center"),
        Column(_("Change"), 1.2, "center"),
    )
    rows = []
    for count in _counts():
        then, now = count.on(before), count.on(facts.now)
        if then or now:
            rows.append((count.label, str(then), str(now), _difference(now - then)))
    return Table(columns, tuple(rows))


def _difference(number: int) -> str:
    if not number:
        return _("no change")
    return f"+{number}" if number > 0 else f"−{-number}"
