"""Changes since the period before: in numbers, and item by item."""

from collections.abc import Iterable
from typing import Final

from plan_cli.listings.reports import verdict_text
from plan_cli.papers.blocks import Block, PaperTable, Paragraph, TableColumn
from plan_cli.papers.review.facts import Day, Facts, verdict_reports
from plan_cli.papers.review.indicators import worst
from plan_cli.papers.review.items import (
    ItemLine,
    ReviewPart,
    is_reported,
    items_table,
    metrics,
    shortened,
)
from plan_cli.papers.sources import Sources
from plan_cli.queries.status import IndicatorStateRow, TaskStateRow
from plan_cli.words import STATUSES, day_label, period_label, state_label, verdict_label

_VERDICTS: Final = ("early", "met", "ahead", "on_track", "behind", "missed", "unknown")


def changes_part(facts: Facts, sources: Sources) -> ReviewPart:
    before = facts.before
    title = f"与{period_label(facts.term.before.period)}相比"
    if before is None:
        words = "本材料的截止日期不晚于上一期的截止日期，无从比较。"
        return ReviewPart(title, (Paragraph(words),))
    changes = [*_indicators(facts, before), *_tasks(facts, before)]
    earlier, now, then = facts.term.before, day_label(facts.cutoff.day), day_label(before.day)
    has_deadline = earlier.deadline(facts.now.standings.deadlines) is not None
    closing, period = period_label(earlier.closing), period_label(earlier.period)
    basis = f"{closing}的报送期限" if has_deadline else f"{period}的最后一天"
    cited = sources.cite([*facts.now.all_reports, *before.all_reports])
    text = f"将{now}的情况与{then}（{basis}）的情况相比较{cited}。"
    blocks: list[Block] = [_totals(facts, before)]
    if changes:
        text += f"有变化的{len(changes)}项，前后依据的报送见下表。"
        columns = [TableColumn(day, 2.2, "center") for day in (then, now)]
        blocks.append(items_table(changes, columns, sources, width=3.4, small=True))
    else:
        text += "各项情况没有变化。"
    return ReviewPart(title, (Paragraph(text), *blocks))


def _totals(facts: Facts, before: Day) -> PaperTable:
    """Counts of both days; a row of zeros is left out."""
    columns = (
        TableColumn("", 4),
        TableColumn(day_label(before.day), 2, "center"),
        TableColumn(day_label(facts.cutoff.day), 2, "center"),
        TableColumn("增减", 1.2, "center"),
    )
    rows = [
        (label, str(then), str(now), f"{now - then:+}".replace("-", "−") if now - then else "持平")
        for (label, then), (_label, now) in zip(_counts(before), _counts(facts.now), strict=True)
        if then or now
    ]
    return PaperTable(columns, tuple(rows))


def _counts(day: Day) -> list[tuple[str, int]]:
    verdicts = [worst(row) for row in day.indicators if is_reported(row)]
    states = [row["status"] for row in day.tasks]
    return [
        ("已有报送的指标", len(verdicts)),
        *((f"指标：{verdict_label(one)}", verdicts.count(one)) for one in _VERDICTS),
        ("已有报送的任务", sum(map(is_reported, day.tasks))),
        *((f"任务：{state_label(one)}", states.count(one)) for one in STATUSES),
        ("逾期的任务", sum(row["overdue"] for row in day.tasks)),
    ]


def _indicators(facts: Facts, before: Day) -> Iterable[ItemLine]:
    for then, now in zip(before.indicators, facts.now.indicators, strict=True):
        old, new = _verdict_words(then), _verdict_words(now)
        if old != new:
            reports = verdict_reports(then, now)
            yield ItemLine(now["id"], metrics(now), now["responsible"], (old, new), reports)


def _verdict_words(row: IndicatorStateRow) -> str:
    if not is_reported(row):
        return state_label("unreported")
    return "\n".join(
        verdict_text(one) + (f"（{one['value_text']}）" if one["value_text"] else "")
        for one in row["judgements"]
    )


def _tasks(facts: Facts, before: Day) -> Iterable[ItemLine]:
    for then, now in zip(before.tasks, facts.now.tasks, strict=True):
        old, new = _state_words(then), _state_words(now)
        if old != new:
            reports = [*before.state_reports(then), *facts.now.state_reports(now)]
            yield ItemLine(now["id"], shortened(now["text"]), now["lead"], (old, new), reports)


def _state_words(row: TaskStateRow) -> str:
    return state_label(row["status"]) + ("、逾期" if row["overdue"] else "")
