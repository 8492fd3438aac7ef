"""How an item stands on a day: its state, further facts, and its light."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from plan_cli.dataset.plan import Deadline, FollowUp, Light, LightRule
from plan_cli.i18n import N_, _, listed
from plan_cli.judgement.case import Judgement
from plan_cli.words import day_label, period_label, state_label, verdict_label


def counts_from(deadline: Deadline, deadlines: Iterable[Deadline]) -> date:
    """The first day of the half-year, or the day after the deadline before if that is later."""
    before = [one.by + timedelta(days=1) for one in deadlines if one.by < deadline.by]
    return max([deadline.begins, *before])


def passed(deadlines: Iterable[Deadline], as_of: date) -> list[Deadline]:
    """The deadlines before a day, in order; on the day itself a report is still in time."""
    return sorted((one for one in deadlines if one.by < as_of), key=lambda one: one.by)


def missed_deadlines(
    asked: Iterable[Deadline], deadlines: Sequence[Deadline], reported: date | None
) -> list[Deadline]:
    """Those `asked` about without a report since; `reported` is the day of the last report."""
    return [one for one in asked if reported is None or reported < counts_from(one, deadlines)]


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What is known of an item on a day.

    `state` is that of the lead's last report, or for an indicator whether it has values; `reported`
    the day of the last report that counts, `dues` the years in which something is due; `judgements`
    are of its targets, each with its due year.
    """

    state: str
    reported: date | None
    dues: tuple[int, ...] = ()
    judgements: tuple[tuple[int | None, Judgement], ...] = ()
    indicator: bool = False


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item on a day.

    `facts` are what rules for lights may ask for, each with its words. A closed item is done or
    terminated; `since` is the first day on which it was overdue; a stale one has no report for the
    last deadline.
    """

    state: str
    facts: dict[str, str]
    closed: bool
    overdue: bool
    since: date | None
    near_due: bool
    stale: bool


_REACHED: Final = frozenset({"met", "early"})


def item_state(known: KnownItem, follow_up: FollowUp, as_of: date) -> ItemState:
    verdicts = [one.verdict for _due, one in known.judgements]
    state, facts = known.state, {known.state: state_label(known.state)}
    if known.indicator and verdicts and _REACHED.issuperset(verdicts):
        state, facts["done"] = "done", _("all its targets are reached")
    facts |= _verdicts(known)
    closed = state in ("done", "terminated")
    late = None if closed else _late(known, as_of)
    if late is not None:
        facts["overdue"] = _(_overdue(known), year=late)
    if not closed:
        facts |= _near_due(known, follow_up, as_of) | _stale(known, follow_up, as_of)
    return ItemState(
        known.state,
        facts,
        closed=closed,
        overdue=late is not None,
        since=None if late is None else date(late + 1, 1, 1),
        near_due="near_due" in facts,
        stale="stale" in facts,
    )


def _verdicts(known: KnownItem) -> dict[str, str]:
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


def _open_dues(known: KnownItem) -> Sequence[int]:
    verdicts: dict[int | None, set[str]] = {}
    for due, one in known.judgements:
        verdicts.setdefault(due, set()).add(one.verdict)
    return sorted(due for due in set(known.dues) if not verdicts.get(due, {""}) <= _REACHED)


def _late(known: KnownItem, as_of: date) -> int | None:
    """The first year that ended with something open; an indicator's only if a target is missed."""
    dues = _open_dues(known)
    if known.indicator:
        dues = known.dues if any(one.verdict == "missed" for _due, one in known.judgements) else ()
    return next((due for due in dues if due < as_of.year), None)


def _overdue(known: KnownItem) -> str:
    if known.indicator:
        return N_("due by the end of {year}, and missed")
    if known.reported is None:
        return N_("due by the end of {year}, and nothing is reported")
    return N_("due by the end of {year}, and not reported as done")


def _near_due(known: KnownItem, follow_up: FollowUp, as_of: date) -> dict[str, str]:
    for due in _open_dues(known):
        last = date(due, 12, 31)
        days = (last - as_of).days
        if 0 <= days <= follow_up.near_due_days:
            return {"near_due": _("due by the end of {year}, in {days} days", year=due, days=days)}
    return {}


def _stale(known: KnownItem, follow_up: FollowUp, as_of: date) -> dict[str, str]:
    deadlines = follow_up.deadlines
    missed = missed_deadlines(passed(deadlines, as_of)[-1:], deadlines, known.reported)
    if not missed:
        return {}
    period, day = period_label(missed[0].period), day_label(missed[0].by)
    return {"stale": _("no report for {period}, which was due on {day}", period=period, day=day)}


class Shown(NamedTuple):
    light: Light
    reason: str


def light(facts: Mapping[str, str], rules: Iterable[LightRule]) -> Shown:
    """The light of an item by its facts, and the reason; the first rule that fits decides."""
    for rule in rules:
        if facts.keys() >= set(rule.when) and facts.keys().isdisjoint(rule.unless):
            return Shown(rule.light, listed(facts[fact] for fact in rule.when))
    return Shown("none", listed(facts.values()) or _("no rule applies"))
