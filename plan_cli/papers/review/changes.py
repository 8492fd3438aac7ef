"""What has changed since the period before: in numbers, and item by item."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from plan_cli.i18n import _, listed, ngettext
from plan_cli.listings.states import verdict_text
from plan_cli.papers.blocks import Block, Column, Paragraph, Table
from plan_cli.papers.review.facts import Day, Facts, verdict_reports
from plan_cli.papers.review.items import Section, is_reported, metrics, worst
from plan_cli.papers.sources import Sources
from plan_cli.papers.words import sentences, shortened
from plan_cli.queries.status import IndicatorStateRow, TaskStateRow
from plan_cli.words import STATUSES, day_label, period_label, state_label, verdict_label

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
        label = _("Indicators: {words}", words=verdict_label(verdict))
        yield _Count(label, indicator=partial(_has_verdict, verdict))
    yield _Count(_("Tasks reported on"), task=is_reported)
    for state in STATUSES:
        label = _("Tasks: {words}", words=state_label(state))
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
        Column(_("On {day}", day=day_label(before.day)), 2, "center"),
        Column(_("On {day}", day=day_label(facts.cutoff.day)), 2, "center"),
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


@dataclass(frozen=True, slots=True)
class _Change:
    """An item that stands otherwise than it did."""

    number: int
    thing: str
    whose: str
    before: str
    now: str
    reports: tuple[str, ...]


def changes_part(facts: Facts, sources: Sources) -> Section:
    """Write what has changed since the deadline of the period before."""
    before = facts.before
    title = _("Change since {period}", period=period_label(facts.term.before.period))
    if before is None:
        words = _("The day by which this paper looks is not after the end of the period before.")
        return Section(title, (Paragraph(words),))
    changes = [*_indicators(facts, before), *_tasks(facts, before)]
    text = Paragraph(sentences([_since(facts, before, sources), _number(len(changes))]))
    return Section(title, (text, totals(facts, before), *_listed(changes, facts, before, sources)))


def _since(facts: Facts, before: Day, sources: Sources) -> str:
    """Say which days are compared, and by which reports."""
    earlier = facts.term.before
    stated = earlier.deadline(facts.now.standings.deadlines) is not None
    words = (
        _("This compares {now} with {then}, the deadline for {period}{sources}.")
        if stated
        else _("This compares {now} with {then}, the last day of {period}{sources}.")
    )
    period = earlier.closing if stated else earlier.period
    return words.format(
        now=day_label(facts.cutoff.day),
        then=day_label(before.day),
        period=period_label(period),
        sources=sources.cite([*facts.now.all_reports, *before.all_reports]),
    )


def _number(changes: int) -> str:
    if not changes:
        return _("No item stands otherwise than it did.")
    return ngettext(
        "{number} item stands otherwise than it did; below are the reports of both days.",
        "{number} items stand otherwise than they did; below are the reports of both days.",
        changes,
        number=changes,
    )


def _indicators(facts: Facts, before: Day) -> Iterable[_Change]:
    for then, now in zip(before.indicators, facts.now.indicators, strict=True):
        old, new = _verdict_words(then), _verdict_words(now)
        if old != new:
            reports = tuple(dict.fromkeys([*verdict_reports(then), *verdict_reports(now)]))
            yield _Change(now["id"], metrics(now), now["responsible"], old, new, reports)


def _verdict_words(row: IndicatorStateRow) -> str:
    """Return the verdicts on an indicator with its values, by which a change is seen."""
    if not is_reported(row):
        return state_label("unreported")
    return "\n".join(
        _("{verdict} ({value})", verdict=verdict_text(one), value=one["value_text"])
        if one["value_text"]
        else verdict_text(one)
        for one in row["judgements"]
    )


def _tasks(facts: Facts, before: Day) -> Iterable[_Change]:
    for then, now in zip(before.tasks, facts.now.tasks, strict=True):
        old, new = _state_words(then), _state_words(now)
        if old != new:
            reports = (*before.state_reports(then), *facts.now.state_reports(now))
            yield _Change(now["id"], shortened(now["text"]), now["lead"], old, new, reports)


def _state_words(row: TaskStateRow) -> str:
    words = [state_label(row["status"])]
    if row["overdue"]:
        words.append(_("past due"))
    return listed(words)


def _listed(changes: Sequence[_Change], facts: Facts, before: Day, sources: Sources) -> list[Block]:
    """Return the items that have changed, as a table."""
    if not changes:
        return []
    columns = (
        Column(_("No."), 0.9, "center"),
        Column(_("Task or indicator"), 3.4),
        Column(_("Department"), 1.9),
        Column(_("On {day}", day=day_label(before.day)), 2.2, "center"),
        Column(_("On {day}", day=day_label(facts.cutoff.day)), 2.2, "center"),
        Column(_("Sources"), 1.3, "center"),
    )
    rows = (
        (
            str(one.number),
            one.thing,
            one.whose,
            one.before,
            one.now,
            sources.numbers(one.reports),
        )
        for one in changes
    )
    return [Table(columns, tuple(rows), small=True)]
