"""How an item stands on a day: its state, what else holds of it, and its light."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plan_cli.dataset.plan import Deadline, FollowUp, Light, LightRule
from plan_cli.i18n import _, listed
from plan_cli.judgement.case import Judgement
from plan_cli.words import day_label, period_label, state_label, verdict_label


def counts_from(deadline: Deadline, deadlines: Iterable[Deadline]) -> date:
    """Return the first day of which a report can serve a deadline.

    That is the first day of the half-year, or the day after the deadline before if that is later.
    """
    before = [one.by + timedelta(days=1) for one in deadlines if one.by < deadline.by]
    return max([deadline.begins, *before])


def passed(deadlines: Iterable[Deadline], as_of: date) -> list[Deadline]:
    """Return the deadlines before a day, in order; on the day itself a report is still in time."""
    return sorted((one for one in deadlines if one.by < as_of), key=lambda one: one.by)


def unserved(
    asked: Iterable[Deadline], deadlines: Sequence[Deadline], reported: date | None
) -> list[Deadline]:
    """Return which of the deadlines asked about have no report since, not even a late one.

    Args:
        asked: the deadlines, in order.
        deadlines: all there are.
        reported: the day of the last report, None where there is none.
    """
    return [one for one in asked if reported is None or reported < counts_from(one, deadlines)]


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
    """An item on a day.

    Attributes:
        state: as known.
        facts: what rules for lights may ask for, each with its words.
        closed: whether nothing more is expected: it is done or terminated.
        overdue: whether it is past its date; `since` is the first day on which it was.
        near_due: whether its date is near.
        stale: whether the last deadline has brought no report.
    """

    state: str
    facts: dict[str, str]
    closed: bool
    overdue: bool
    since: date | None
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
    late = None if state in _CLOSED else _late(known, as_of)
    if late is not None:
        facts["overdue"] = _overdue_words(known).format(year=late)
    if state not in _CLOSED:
        facts |= _near_due(known, follow_up, as_of)
        facts |= _stale(known, follow_up, as_of)
    return Standing(
        known.state,
        facts,
        closed=state in _CLOSED,
        overdue=late is not None,
        since=None if late is None else date(late + 1, 1, 1),
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
        verdict: _(
            "target {targets} {verdict}", targets=listed(targets), verdict=verdict_label(verdict)
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


def _late(known: Known, as_of: date) -> int | None:
    """Return the first year that has ended with something open; None if nothing is overdue.

    An indicator is overdue only where it is missed: without its last figures it cannot be judged.
    """
    dues: Sequence[int] = _open_dues(known)
    if known.indicator:
        missed = any(one.verdict == "missed" for _due, one in known.judgements)
        dues = known.dues if missed else ()
    return next((due for due in dues if due < as_of.year), None)


def _overdue_words(known: Known) -> str:
    if known.indicator:
        return _("due by the end of {year}, and missed")
    if known.reported is None:
        return _("due by the end of {year}, and nothing is reported")
    return _("due by the end of {year}, and not reported as done")


def _near_due(known: Known, follow_up: FollowUp, as_of: date) -> dict[str, str]:
    for due in _open_dues(known):
        last = date(due, 12, 31)
        if as_of <= last <= as_of + timedelta(days=follow_up.near_due_days):
            days = (last - as_of).days
            return {"near_due": _("due by the end of {year}, in {days} days", year=due, days=days)}
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A light with the reason in words."""

    light: Light
    reason: str


def light(facts: Mapping[str, str], rules: Iterable[LightRule]) -> Shown:
    """Return the light that the facts come to.

    Args:
        facts: what holds of the item, each with its words.
        rules: in their order; the first that fits decides.
    """
    for rule in rules:
        if all(fact in facts for fact in rule.when) and not any(
            fact in facts for fact in rule.unless
        ):
            return Shown(rule.light, listed(facts[fact] for fact in rule.when))
    return Shown("none", listed(facts.values()) or _("no rule applies"))
