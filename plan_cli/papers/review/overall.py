"""The overall figures: indicators, tasks, what is past its date, and the pace of indicators."""

from collections.abc import Sequence

from plan_cli.dataset.states import IndicatorStateRow, TaskStateRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.papers.blocks import Block, Paragraph
from plan_cli.papers.review.facts import Facts, verdict_reports
from plan_cli.papers.review.pace import pace
from plan_cli.papers.review.section import Section, counted, is_reported, verdict_counts
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import sentences
from plan_cli.vocabulary import STATES, state_label


def write(facts: Facts, sources: Sources) -> Section:
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
    ).format(
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
    ).format(number=number)


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
    ).format(
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
    ).format(number=len(rows), sources=sources.cite(facts.now.state_reports(*rows), table=table))


def overdue_silent_words(number: int) -> str:
    """Say how many tasks were due without any report; nothing where none was."""
    if not number:
        return ""
    return ngettext(
        "{number} task was due, and nothing is reported; whether it is done is unknown.",
        "{number} tasks were due, and nothing is reported; whether they are done is unknown.",
        number,
    ).format(number=number)
