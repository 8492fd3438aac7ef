"""What the parts of a review share: their shape, and tables of items."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plan_cli.dataset.rows import ReportRow, TargetRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.listings.indicators import target_text
from plan_cli.listings.states import verdict_text
from plan_cli.papers.blocks import Block, Column, Paragraph, Table
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.sources import Sources
from plan_cli.papers.words import sentences, shortened
from plan_cli.queries.status import IndicatorStateRow, JudgementRow, StateRow, TaskStateRow
from plan_cli.words import day_label, state_label, verdict_label

WELL = ("early", "met", "ahead")
BADLY = ("behind", "missed")
_WORST_FIRST = ("missed", "behind", "unknown", "on_track", "ahead", "met", "early")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a review; its number is given when the paper is put together."""

    title: str
    blocks: tuple[Block, ...]


Write = Callable[[Facts, Sources], Section | None]
"""Writes a part; None where there is nothing that it could be about."""


def metrics(row: IndicatorStateRow) -> str:
    """Return what an indicator measures; one that is binding has a star."""
    names = listed(dict.fromkeys(target["metric"] for target in row["targets"])) or row["text"]
    return f"{names}*" if row["binding"] else names


def figure_of(target: TargetRow) -> str:
    """Return the figure of a target with its unit; nothing where the notice has none."""
    figure = target_text(target)
    return f"{figure}{target['unit'] or ''}" if target["value"] is not None else figure


def is_reported(row: StateRow) -> bool:
    """Say whether anything has been reported on an item."""
    return row["status"] != "unreported"


def worst(row: IndicatorStateRow) -> str:
    """Return the verdict on an indicator as a whole: the worst of those on its targets."""
    verdicts = {one["verdict"] for one in row["judgements"]}
    return next((one for one in _WORST_FIRST if one in verdicts), "unknown")


def verdict_line(row: StateRow, one: JudgementRow) -> str:
    """Return a verdict with its reason; with the target's number where there are several."""
    words = _("{verdict}: {reason}", verdict=verdict_text(one), reason=one["reason"])
    return words if len(row["judgements"]) == 1 else f"{one['target']} {words}"


def judged(row: StateRow, verdicts: Sequence[str]) -> list[JudgementRow]:
    """Return the judgements of an item that come to one of some verdicts."""
    return [one for one in row["judgements"] if one["verdict"] in verdicts]


def verdict_counts(rows: Sequence[IndicatorStateRow]) -> str:
    """Return how many indicators come to which verdict; those without any are left out."""
    verdicts = [worst(row) for row in rows]
    return listed(
        counted(verdicts.count(verdict), verdict_label(verdict))
        for verdict in reversed(_WORST_FIRST)
        if verdict in verdicts
    )


def counted(number: int, label: str) -> str:
    """Return a number of something: 3 ahead, 快于预期3项."""
    return _("{number} {label}", number=number, label=label)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line about an item: its number, what it is, whose it is, what is said, the reports."""

    number: int
    thing: str
    whose: str
    words: str
    reports: tuple[str, ...]


def entries_table(entries: Iterable[Entry], sources: Sources, heading: str) -> Table:
    """Return a table of items, with a column of what is said and one of the reports."""
    columns = (
        Column(_("No."), 0.9, "center"),
        Column(_("Task or indicator"), 3.8),
        Column(_("Department"), 1.9),
        Column(heading, 3.9),
        Column(_("Sources"), 1.3, "center"),
    )
    rows = tuple(
        (str(one.number), one.thing, one.whose, one.words, sources.numbers(one.reports))
        for one in entries
    )
    return Table(columns, rows)


def indicator_entry(row: IndicatorStateRow, verdicts: Sequence[str]) -> Entry:
    """Return what is said of an indicator whose targets come to some verdicts."""
    found = judged(row, verdicts)
    return Entry(
        row["id"],
        metrics(row),
        row["responsible"],
        "\n".join(verdict_line(row, one) for one in found),
        tuple(id_ for one in found for id_ in one["reports"]),
    )


def task_entry(
    facts: Facts, row: TaskStateRow, verdicts: Sequence[str], *, state: bool = True
) -> Entry:
    """Return what is said of a task: its state with what was reported, and some verdicts.

    Args:
        facts: the facts.
        row: the task.
        verdicts: which verdicts on its targets are said.
        state: whether its state is said.
    """
    last = facts.now.last_report(row) if state else None
    lines = [] if last is None else report_lines(last)
    found = judged(row, verdicts)
    lines += [verdict_line(row, one) for one in found]
    reports = [] if last is None else [last["id"]]
    reports += [id_ for one in found for id_ in one["reports"]]
    return Entry(row["id"], shortened(row["text"]), row["lead"], "\n".join(lines), tuple(reports))


def report_lines(report: ReportRow) -> list[str]:
    """Return the state that a report says, since when it is known, and what it says of it."""
    day = day_label(date.fromisoformat(report["date"]))
    state = state_label(report["status"] or "unreported")
    told = [_("{state} (reported on {day})", state=state, day=day)]
    if report["progress"]:
        told.append(_("Progress: {text}", text=report["progress"]))
    if report["problems"]:
        told.append(_("Problems: {text}", text=report["problems"]))
    return told


def said(words: str, entries: Sequence[Entry], sources: Sources) -> str:
    """Return a sentence about items with their number and reports; nothing where there are none."""
    if not entries:
        return ""
    cited = sources.cite((id_ for one in entries for id_ in one.reports), table=True)
    return words.format(number=len(entries), sources=cited)


class Gathered(NamedTuple):
    """Entries of one kind: indicators by verdict, tasks by state, other tasks by verdict."""

    indicators: list[Entry]
    tasks: list[Entry]
    others: list[Entry]


def gather(facts: Facts, verdicts: Sequence[str], state: str) -> Gathered:
    """Return the items that come to some verdicts, or are in a state."""
    now = facts.now
    return Gathered(
        [indicator_entry(row, verdicts) for row in now.indicators if judged(row, verdicts)],
        [task_entry(facts, row, verdicts) for row in now.tasks if row["status"] == state],
        [
            task_entry(facts, row, verdicts, state=False)
            for row in now.tasks
            if row["status"] != state and judged(row, verdicts)
        ],
    )


def gathered_blocks(
    gathered: Gathered, words: Sequence[str], none: str, sources: Sources
) -> tuple[Block, ...]:
    """Return a sentence on each kind of entry and the table of all, or the words for none."""
    entries = [one for kind in gathered for one in kind]
    if not entries:
        return (Paragraph(none),)
    told = [said(text, kind, sources) for text, kind in zip(words, gathered, strict=True)]
    table = entries_table(entries, sources, _("What is reported"))
    return Paragraph(sentences(told)), table


def ahead_part(facts: Facts, sources: Sources) -> Section:
    """Write what goes well, by what is reported."""
    found = gather(facts, WELL, "done")
    words = (
        ngettext(
            "{number} indicator is ahead of the plan or has reached its target{sources}.",
            "{number} indicators are ahead of the plan or have reached their targets{sources}.",
            len(found.indicators),
        ),
        ngettext(
            "{number} task is done{sources}.",
            "{number} tasks are done{sources}.",
            len(found.tasks),
        ),
        ngettext(
            "{number} task that is not done is ahead of a target or has reached it{sources}.",
            "{number} tasks that are not done are ahead of a target or have reached it{sources}.",
            len(found.others),
        ),
    )
    none = _("By what is reported, no indicator is ahead of the plan and no task is done.")
    return Section(_("Ahead, reached and done"), gathered_blocks(found, words, none, sources))


def behind_part(facts: Facts, sources: Sources) -> Section:
    """Write what goes badly, by what is reported."""
    found = gather(facts, BADLY, "blocked")
    words = (
        ngettext(
            "{number} indicator is behind the plan or has missed its target{sources}.",
            "{number} indicators are behind the plan or have missed their targets{sources}.",
            len(found.indicators),
        ),
        ngettext(
            "{number} task is blocked{sources}.",
            "{number} tasks are blocked{sources}.",
            len(found.tasks),
        ),
        ngettext(
            "{number} task that is not blocked is behind a target or has missed it{sources}.",
            "{number} tasks that are not blocked are behind a target or have missed it{sources}.",
            len(found.others),
        ),
    )
    none = _("By what is reported, no indicator is behind the plan and no task is blocked.")
    return Section(_("Behind and blocked"), gathered_blocks(found, words, none, sources))
