"""How an item stands on a day: its state, and what else holds of it, each in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plan_cli.i18n import _, listed
from plan_cli.judgement.deadlines import Deadline, passed, unserved
from plan_cli.judgement.result import Judgement
from plan_cli.vocabulary import day_label, period_label, state_label, verdict_label


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How closely items are followed up."""

    near_due_days: int = 0
    deadlines: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an item on a day.

    Attributes:
        state: from its lead's last report, or for an indicator whether it has values.
        reported: the day of the last report that counts, None where there is none.
        dues: the years in which it has something due.
        judgements: of its targets, each with the year it is due.
    """

    state: str
    reported: date | None
    dues: tuple[int, ...] = ()
    judgements: tuple[tuple[int | None, Judgement], ...] = ()
    indicator: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """An item on a day. `facts` are what rules for lights may ask for, each with its words."""

    state: str
    facts: dict[str, str]
    overdue: bool
    near_due: bool
    stale: bool


_CLOSED = frozenset({"done", "terminated"})


def stand(known: Known, follow_up: FollowUp, as_of: date) -> Standing:
    """Return how an item stands on a day."""
    state = "done" if known.indicator and _all_reached(known) else known.state
    facts = {known.state: state_label(known.state)}
    if state == "done":
        facts["done"] = _closed_words(known)
    facts |= _verdicts(known)
    if state not in _CLOSED:
        facts |= _overdue(known, as_of)
        facts |= _near_due(known, follow_up, as_of)
        facts |= _stale(known, follow_up, as_of)
    return Standing(
        known.state,
        facts,
        overdue="overdue" in facts,
        near_due="near_due" in facts,
        stale="stale" in facts,
    )


def _all_reached(known: Known) -> bool:
    verdicts = [one.verdict for _due, one in known.judgements]
    return bool(verdicts) and all(verdict in {"met", "early"} for verdict in verdicts)


def _closed_words(known: Known) -> str:
    if known.indicator:
        return _("all its targets are reached")
    return state_label("done")


def _verdicts(known: Known) -> dict[str, str]:
    """Return the verdicts on its targets; what cannot be judged says nothing of a task."""
    found: dict[str, list[str]] = {}
    for _due, one in known.judgements:
        if one.verdict != "unknown" or known.indicator:
            found.setdefault(one.verdict, []).append(one.target)
    return {
        verdict: _("target {targets} {verdict}").format(
            targets=listed(targets), verdict=verdict_label(verdict)
        )
        for verdict, targets in found.items()
    }


def _open_dues(known: Known) -> Sequence[int]:
    """Return the years that still have something open: targets shown to be reached are not."""
    reached = {
        due
        for due in known.dues
        if (judged := [one for year, one in known.judgements if year == due])
        and all(one.verdict in {"met", "early"} for one in judged)
    }
    return sorted(set(known.dues) - reached)


def _overdue(known: Known, as_of: date) -> dict[str, str]:
    """Say what is overdue: of a task whose year has ended, of an indicator what is missed.

    An indicator without its last figures cannot be judged, and is not overdue for that.
    """
    if known.indicator:
        missed = [one.target for _due, one in known.judgements if one.verdict == "missed"]
        ended = [due for due in known.dues if due < as_of.year]
        if not (missed and ended):
            return {}
        words = _("due by the end of {year}, and missed").format(year=ended[0])
        return {"overdue": words}
    for due in _open_dues(known):
        if due < as_of.year:
            words = _("due by the end of {year}, and not reported as done")
            if known.reported is None:
                words = _("due by the end of {year}, and nothing is reported")
            return {"overdue": words.format(year=due)}
    return {}


def _near_due(known: Known, follow_up: FollowUp, as_of: date) -> dict[str, str]:
    for due in _open_dues(known):
        last = date(due, 12, 31)
        if as_of <= last <= as_of + timedelta(days=follow_up.near_due_days):
            days = (last - as_of).days
            return {
                "near_due": _("due by the end of {year}, in {days} days").format(
                    year=due, days=days
                )
            }
    return {}


def _stale(known: Known, follow_up: FollowUp, as_of: date) -> dict[str, str]:
    """Say whether the deadline that has passed last has no report, not even a late one."""
    deadlines = follow_up.deadlines
    missed = unserved(passed(deadlines, as_of)[-1:], deadlines, known.reported)
    if not missed:
        return {}
    words = _("no report for {period}, which was due on {day}")
    last = missed[-1]
    return {"stale": words.format(period=period_label(last.period), day=day_label(last.by))}
