"""The departments that lead tasks: how what they lead stands."""

from collections.abc import Sequence
from typing import Final

from plan_cli.dataset.states import TaskStateRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.naming import split_plate
from plan_cli.papers.blocks import Paragraph, Part, Stack, StackChart
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import Section, is_reported
from plan_cli.papers.sources import Sources
from plan_cli.papers.tones import Tone
from plan_cli.papers.wording import sentences
from plan_cli.vocabulary import state_label

_TONES: Final[dict[str, Tone]] = {
    "done": "good",
    "in_progress": "fair",
    "blocked": "bad",
    "not_started": "idle",
    "terminated": "ended",
    "unreported": "blank",
}


def write(facts: Facts, sources: Sources) -> Section | None:
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
        "{number} department leads tasks.", "{number} departments lead tasks.", len(led)
    ).format(number=len(led))
    if not reporting:
        return sentences([total, _("None of them has reported on any.")])
    some = ngettext(
        "{number} has reported on one at least{sources}.",
        "{number} have reported on one at least{sources}.",
        len(reporting),
    ).format(number=len(reporting), sources=sources.cite(facts.now.state_reports(*rows)))
    return sentences([total, some, _silent(len(led) - len(reporting))])


def _silent(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "{number} has not reported on any.", "{number} have not reported on any.", number
    ).format(number=number)


def _chart(led: dict[str, list[TaskStateRow]]) -> StackChart:
    """Return a bar a department, those that lead most first."""
    states = [state for state in _TONES if any(_count(rows, state) for rows in led.values())]
    most_first = sorted(led.items(), key=lambda one: -len(one[1]))
    return StackChart(
        caption=_("Tasks by lead and state"),
        headers=(_("Lead"), _("Tasks")),
        parts=tuple(Part(state_label(state), _TONES[state]) for state in states),
        stacks=tuple(
            Stack(name, tuple(_count(rows, state) for state in states)) for name, rows in most_first
        ),
        text=sentences(_line(name, rows, states) for name, rows in most_first),
    )


def _line(name: str, rows: Sequence[TaskStateRow], states: Sequence[str]) -> str:
    counts = listed(
        _("{number} {label}").format(number=_count(rows, state), label=state_label(state))
        for state in states
        if _count(rows, state)
    )
    return _("{name}: {counts}.").format(name=name, counts=counts)


def _count(rows: Sequence[TaskStateRow], state: str) -> int:
    return sum(row["status"] == state for row in rows)
