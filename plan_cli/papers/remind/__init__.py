"""Writes the reminder slips of a day, one for every department that owes something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.plan import Deadline
from plan_cli.i18n import _, listed, ngettext
from plan_cli.judgement.item import passed
from plan_cli.papers.blocks import Block, Column, Paper, Paragraph, Table
from plan_cli.queries.duties import Owed, by_holder, carriers, owed
from plan_cli.queries.status import StatusOn
from plan_cli.words import day_label, period_label, state_label


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip, and whom it is for."""

    department: str
    paper: Paper


def slips(dataset: Dataset, day: date) -> list[Slip]:
    """Return the slips of a day, departments in the order of the data: none without a debt."""
    standings = StatusOn(dataset, day)
    asked = passed(standings.deadlines, day)
    lists = by_holder(dataset, owed(dataset, standings, asked))
    return [Slip(name, _slip(name, found, dataset, standings)) for name, found in lists.items()]


def _slip(name: str, found: Sequence[Owed], dataset: Dataset, standings: StatusOn) -> Paper:
    first = sorted(found, key=lambda one: (not one.overdue, one.row["id"]))
    blocks: list[Block] = [
        Paragraph(_("To {department}:", department=name), indent=False),
        Paragraph(_opening(found, dataset, standings.as_of)),
        _table(first),
        Paragraph(_by_when(standings)),
        Paragraph(day_label(standings.as_of), "right"),
    ]
    return Paper(_("Reminder ({department})", department=name), tuple(blocks))


def _opening(found: Sequence[Owed], dataset: Dataset, day: date) -> str:
    late = sum(bool(one.overdue) for one in found)
    silent = sum(bool(one.missing) for one in found)
    counts = []
    if late:
        counts.append(
            ngettext(
                "{number} is past its date", "{number} are past their dates", late, number=late
            )
        )
    if silent:
        counts.append(
            ngettext(
                "{number} has not been reported on in time",
                "{number} have not been reported on in time",
                silent,
                number=silent,
            )
        )
    words = _(
        "Of the tasks that you lead and the indicators that you answer for under {number}, as of "
        "{day}: {counts}."
    )
    return words.format(number=dataset.plan.number, day=day_label(day), counts=_("; ").join(counts))


def _table(found: Sequence[Owed]) -> Table:
    columns = (
        Column(_("No."), 0.9, "center"),
        Column(_("Task or indicator"), 5),
        Column(_("Why, and since when"), 3.2),
        Column(_("Last report"), 1.9, "center"),
        Column(_("What to do"), 2.2),
    )
    return Table(columns, tuple(_row(one) for one in found))


def _row(one: Owed) -> tuple[str, ...]:
    return (
        str(one.row["id"]),
        one.row["text"],
        "\n".join(_reasons(one)),
        _last(one),
        _to_do(one),
    )


def _reasons(one: Owed) -> list[str]:
    """Return why it is on the list, and since when."""
    reasons = []
    if one.since is not None:
        words = _("{reason}; overdue since {day}")
        reasons.append(words.format(reason=one.overdue, day=day_label(one.since)))
    if one.missing:
        words = _("{reason}; late since {day}")
        since = one.missing[0].by + timedelta(days=1)
        reasons.append(words.format(reason=_missing(one), day=day_label(since)))
    return reasons


def _missing(one: Owed) -> str:
    if one.last is None:
        return _("never reported on")
    periods = listed(period_label(deadline.period) for deadline in one.missing)
    return _("not reported on for {periods}", periods=periods)


def _last(one: Owed) -> str:
    if one.last is None:
        return _("none")
    day = day_label(date.fromisoformat(one.last["date"]))
    state = state_label(one.last["status"]) if one.last["status"] else ""
    return "\n".join(part for part in (day, state, f"[{one.last['id']}]") if part)


def _to_do(one: Owed) -> str:
    if one.overdue and not one.is_task:
        return _("say why the target was missed, and what will be done")
    if not one.is_task:
        return _("report the value, or say why there is none")
    if one.overdue:
        return _("report whether it is done; if not, why, and by when it will be")
    return _("report how it stands")


def _by_when(standings: StatusOn) -> str:
    """Say by which day to report: the next deadline, or at once where the last has passed."""
    coming = [one for one in standings.deadlines if one.by >= standings.as_of]
    if coming:
        return _deadline_words(min(coming, key=lambda one: one.by))
    gone = passed(standings.deadlines, standings.as_of)
    if gone:
        words = _("The last deadline, for {period}, was {day}. Please report at once.")
        return words.format(period=period_label(gone[-1].period), day=day_label(gone[-1].by))
    return _("Please report at once.")


def _deadline_words(deadline: Deadline) -> str:
    words = _("Please report by {day}, the deadline for {period}.")
    return words.format(day=day_label(deadline.by), period=period_label(deadline.period))


def duty_holders(dataset: Dataset, day: date) -> set[str]:
    """Return the departments that have anything to report on a day."""
    named = {(row["lead"], row["id"]) for row in dataset.task_rows}
    named |= {(row["responsible"], row["id"]) for row in dataset.indicator_rows}
    return {holder for name, item in named for holder in carriers(dataset, name, item, day)}
