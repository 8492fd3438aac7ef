"""The overall figures: indicators, tasks, what is past its date, and the pace of indicators."""

from collections.abc import Iterable, Sequence
from typing import Final

from plan_cli.dataset.names import split_plate
from plan_cli.dataset.outline import OutlineEntry
from plan_cli.i18n import _, listed, ngettext
from plan_cli.listings.states import forecast_remarks, verdict_text
from plan_cli.papers.blocks import (
    Block,
    Column,
    Note,
    Pace,
    PaceChart,
    Paragraph,
    Part,
    Stack,
    StackChart,
    Table,
    Tone,
)
from plan_cli.papers.review.facts import Facts, verdict_reports
from plan_cli.papers.review.items import Section, counted, is_reported, verdict_counts
from plan_cli.papers.sources import Sources
from plan_cli.papers.words import sentences
from plan_cli.queries.status import IndicatorStateRow, JudgementRow, TaskStateRow
from plan_cli.words import STATES, period_label, state_label

_TONES: Final[dict[str, Tone]] = {
    "early": "good",
    "met": "good",
    "ahead": "good",
    "on_track": "fair",
    "behind": "bad",
    "missed": "bad",
    "unknown": "blank",
}
_MOST: Final = 1.0  # of what was planned; a longer bar is cut


def pace(rows: Sequence[IndicatorStateRow]) -> list[Block]:
    """Return the chart with what has to be said of it; nothing where nothing can be compared."""
    bars = [bar for row in rows for bar in _bars(row)]
    if not bars:
        return []
    chart = PaceChart(
        caption=_("Indicators against the plan"),
        headers=(_("Indicator"), _("To date / planned"), _("Against the plan"), _("Verdict")),
        worse=_("worse"),
        better=_("better"),
        bars=tuple(bars),
        text=_in_words(bars),
    )
    return [chart, Note(_remarks(rows, bars))]


def _bars(row: IndicatorStateRow) -> Iterable[Pace]:
    for target, one in zip(row["targets"], row["judgements"], strict=True):
        if one["value"] is None or one["planned"] is None or one["gap"] is None:
            continue
        yield Pace(
            label=f"{target['metric']}*" if row["binding"] else target["metric"],
            figures=_figures(one),
            share=float(one["gap"]) / abs(float(one["planned"])) if one["planned"] else None,
            verdict=verdict_text(one),
            tone=_TONES[one["verdict"]],
        )


def _figures(one: JudgementRow) -> str:
    return _(
        "{value} / {planned} ({period})",
        value=one["value_text"],
        period=period_label(one["period"] or ""),
        planned=one["planned_text"],
    )


def _in_words(bars: Sequence[Pace]) -> str:
    """Return what the chart shows."""
    sides = (
        (_("Better than planned: {names}."), [bar for bar in bars if (bar.share or 0) > 0]),
        (_("As planned: {names}."), [bar for bar in bars if not bar.share]),
        (_("Worse than planned: {names}."), [bar for bar in bars if (bar.share or 0) < 0]),
    )
    return sentences(
        words.format(names=listed(bar.label for bar in side)) for words, side in sides if side
    )


def _remarks(rows: Sequence[IndicatorStateRow], bars: Sequence[Pace]) -> str:
    drawn = len(bars)
    absent = sum(len(row["judgements"]) for row in rows) - drawn
    remarks = [_("Bars are shares of what was planned by then.")]
    if any(row["binding"] for row in rows):
        remarks.append(_("* binding."))
    if any(bar.tone == "blank" for bar in bars):
        remarks.append(_("Grey: there is a value, but no verdict yet."))
    if any(abs(bar.share or 0) > _MOST for bar in bars):
        remarks.append(_("Bars longer than all that was planned are cut."))
    judgements = [one for row in rows for one in row["judgements"] if one["planned"] is not None]
    remarks += [_("{remark}.", remark=remark) for remark in forecast_remarks(judgements)]
    if absent:
        remarks.append(
            ngettext(
                "{number} target has no value to compare with the plan, and is not drawn.",
                "{number} targets have no value to compare with the plan, and are not drawn.",
                absent,
                number=absent,
            )
        )
    return sentences(remarks)


def overall_part(facts: Facts, sources: Sources) -> Section:
    """Write the overall figures."""
    blocks: list[Block] = [
        Paragraph(_indicators(facts.now.indicators, sources)),
        Paragraph(_tasks(facts, sources)),
        *pace(facts.now.indicators),
    ]
    return Section(_("Overall"), tuple(blocks))


def _indicators(rows: Sequence[IndicatorStateRow], sources: Sources) -> str:
    binding = sum(row["binding"] for row in rows)
    total = ngettext(
        "The plan has {number} indicator.", "The plan has {number} indicators.", len(rows)
    )
    if binding:
        total = ngettext(
            "The plan has {number} indicator, and it is binding.",
            "The plan has {number} indicators, {binding} of them binding.",
            len(rows),
        )
    return sentences(
        [total.format(number=len(rows), binding=binding), indicator_verdicts(rows, sources)]
    )


def indicator_verdicts(rows: Sequence[IndicatorStateRow], sources: Sources) -> str:
    """Return how many of some indicators come to which verdict, and how many are not known."""
    reported = [row for row in rows if is_reported(row)]
    if not reported:
        return _("Nothing has been reported on them; how they stand is unknown.")
    words = ngettext(
        "{number} has been reported on: {verdicts}{sources}.",
        "{number} have been reported on: {verdicts}{sources}.",
        len(reported),
        number=len(reported),
        verdicts=verdict_counts(reported),
        sources=sources.cite(verdict_reports(*reported)),
    )
    return sentences([words, silent_words(len(rows) - len(reported))])


def silent_words(number: int) -> str:
    """Say that nothing is known of some items; nothing where there are none."""
    if not number:
        return ""
    return ngettext(
        "Nothing has been reported on the other one; how it stands is unknown.",
        "Nothing has been reported on the other {number}; how they stand is unknown.",
        number,
        number=number,
    )


def _tasks(facts: Facts, sources: Sources) -> str:
    rows = facts.now.tasks
    total = ngettext("The plan has {number} task.", "The plan has {number} tasks.", len(rows))
    return sentences(
        [
            total.format(number=len(rows)),
            _states(facts, sources),
            *_overdue(facts, sources),
        ]
    )


def _states(facts: Facts, sources: Sources) -> str:
    reported = [row for row in facts.now.tasks if is_reported(row)]
    if not reported:
        return _("No lead has reported on any of them; how they stand is unknown.")
    states = [row["status"] for row in reported]
    words = ngettext(
        "The lead of {number} has reported: {states}{sources}.",
        "The leads of {number} have reported: {states}{sources}.",
        len(reported),
        number=len(reported),
        states=listed(
            counted(states.count(state), state_label(state)) for state in STATES if state in states
        ),
        sources=sources.cite(facts.now.state_reports(*reported)),
    )
    return sentences([words, silent_words(len(facts.now.tasks) - len(reported))])


def _overdue(facts: Facts, sources: Sources) -> list[str]:
    """Say what is past its date; of what nobody has reported, nothing more is known."""
    late = [row for row in facts.now.tasks if row["overdue"]]
    reported = [row for row in late if is_reported(row)]
    return [
        overdue_words(facts, reported, sources),
        overdue_silent_words(len(late) - len(reported)),
    ]


def overdue_words(
    facts: Facts, rows: Sequence[TaskStateRow], sources: Sources, *, table: bool = False
) -> str:
    """Say how many tasks were due and are reported as not done; nothing where none is."""
    if not rows:
        return ""
    return ngettext(
        "{number} task was due and, by what is reported, is not done{sources}.",
        "{number} tasks were due and, by what is reported, are not done{sources}.",
        len(rows),
        number=len(rows),
        sources=sources.cite(facts.now.state_reports(*rows), table=table),
    )


def overdue_silent_words(number: int) -> str:
    """Say how many tasks were due without any report; nothing where none was."""
    if not number:
        return ""
    return ngettext(
        "{number} task was due, and nothing is reported; whether it is done is unknown.",
        "{number} tasks were due, and nothing is reported; whether they are done is unknown.",
        number,
        number=number,
    )


def section_part(facts: Facts, sources: Sources) -> Section | None:
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


_STATE_TONES: Final[dict[str, Tone]] = {
    "done": "good",
    "in_progress": "fair",
    "blocked": "bad",
    "not_started": "idle",
    "terminated": "ended",
    "unreported": "blank",
}


def department_part(facts: Facts, sources: Sources) -> Section | None:
    """Write how the tasks of every lead stand; nothing in a plan without tasks."""
    led: dict[str, list[TaskStateRow]] = {}
    for row in facts.now.tasks:
        led.setdefault(split_plate(row["lead"]).name, []).append(row)
    if not led:
        return None
    text = Paragraph(_words(facts, led, sources))
    return Section(_("The departments"), (text, _chart(led)))


def _words(facts: Facts, led: dict[str, list[TaskStateRow]], sources: Sources) -> str:
    reporting = [name for name, rows in led.items() if any(map(is_reported, rows))]
    rows = [row for name in reporting for row in led[name]]
    total = ngettext(
        "{number} department leads tasks.",
        "{number} departments lead tasks.",
        len(led),
        number=len(led),
    )
    if not reporting:
        return sentences([total, _("None of them has reported on any.")])
    some = ngettext(
        "{number} has reported on one at least{sources}.",
        "{number} have reported on one at least{sources}.",
        len(reporting),
        number=len(reporting),
        sources=sources.cite(facts.now.state_reports(*rows)),
    )
    return sentences([total, some, _silent(len(led) - len(reporting))])


def _silent(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "{number} has not reported on any.",
        "{number} have not reported on any.",
        number,
        number=number,
    )


def _chart(led: dict[str, list[TaskStateRow]]) -> StackChart:
    """Return a bar a department, those that lead most first."""
    states = [state for state in _STATE_TONES if any(_count(rows, state) for rows in led.values())]
    most_first = sorted(led.items(), key=lambda one: -len(one[1]))
    return StackChart(
        caption=_("Tasks by lead and state"),
        headers=(_("Lead"), _("Tasks")),
        parts=tuple(Part(state_label(state), _STATE_TONES[state]) for state in states),
        stacks=tuple(
            Stack(name, tuple(_count(rows, state) for state in states)) for name, rows in most_first
        ),
        text=sentences(_line(name, rows, states) for name, rows in most_first),
    )


def _line(name: str, rows: Sequence[TaskStateRow], states: Sequence[str]) -> str:
    counts = listed(
        _("{number} {label}", number=_count(rows, state), label=state_label(state))
        for state in states
        if _count(rows, state)
    )
    return _("{name}: {counts}.", name=name, counts=counts)


def _count(rows: Sequence[TaskStateRow], state: str) -> int:
    return sum(row["status"] == state for row in rows)
