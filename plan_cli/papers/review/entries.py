"""Lines about items, as tables of a review have them: an item, whose it is, what is reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plan_cli.dataset.reports import ReportRow
from plan_cli.dataset.states import IndicatorStateRow, TaskStateRow
from plan_cli.i18n import _
from plan_cli.papers.blocks import Block, Column, Paragraph, Table
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import judged, metrics, verdict_line
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import sentences, shortened
from plan_cli.vocabulary import day_label, state_label


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
    told = [_("{state} (reported on {day})").format(state=state, day=day)]
    if report["progress"]:
        told.append(_("Progress: {text}").format(text=report["progress"]))
    if report["problems"]:
        told.append(_("Problems: {text}").format(text=report["problems"]))
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
