"""Puts a judgement together from its parts, alike for all measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plan_cli.i18n import _
from plan_cli.judgement.figures import distance, shown, shown_apart, with_unit
from plan_cli.judgement.observations import Observation
from plan_cli.judgement.result import Case, Judgement, Verdict
from plan_cli.judgement.words import (
    aside_line,
    forecasts_text,
    gap_text,
    observation_line,
    places_of,
    sentence,
)


@dataclass(frozen=True, slots=True)
class Needed:
    """What the remaining years must reach, and the same in words."""

    figure: Decimal | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The value to date, what it is of, and where the plan would have it by then."""

    value: Decimal
    period: str
    planned: Decimal | None = None


def unknown(case: Case, reason: str) -> Judgement:
    """Return that nothing can be said, and why; what is known for information stays."""
    goal = case.goal
    seen = (*((case.base,) if case.base else ()), *case.aside)
    return Judgement(
        target=goal.id,
        verdict="unknown",
        reason=reason,
        unit=goal.unit,
        working=(
            *((observation_line(case.base, goal.unit),) if case.base else ()),
            *(aside_line(case, one) for one in case.aside),
        ),
        reports=tuple(one.report for one in seen),
    )


def judgement(
    case: Case,
    verdict: Verdict,
    reasons: Iterable[str],
    reading: Reading,
    *,
    needed: Needed | None = None,
    steps: Iterable[str] = (),
    used: Iterable[Observation] | None = None,
    missing: tuple[int, ...] = (),
) -> Judgement:
    """Return a judgement; the gap and all that is alike for every measure are worked out here."""
    goal, needed = case.goal, needed or Needed()
    value, planned = reading.value, reading.planned
    used = tuple(case.observations if used is None else used)
    gap = None if planned is None else goal.better_by(value, planned)
    short = verdict in {"behind", "missed"}
    words = "" if gap is None else gap_text(goal, gap, places_of(case), short=short)
    seen = dict.fromkeys([*((case.base,) if case.base else ()), *used, *case.aside])
    return Judgement(
        target=goal.id,
        verdict=verdict,
        reason=sentence([*reasons, words, forecasts_text(used)]),
        value=value,
        value_text=_shown(case, value),
        period=reading.period,
        planned=planned,
        planned_text="" if planned is None else _shown(case, planned),
        gap=gap,
        gap_text=words,
        needed=needed.figure,
        needed_text=needed.text,
        unit=goal.unit,
        missing=missing,
        forecast=any(one.forecast for one in used),
        working=(
            *(observation_line(one, goal.unit) for one in seen if one not in case.aside),
            *(aside_line(case, one) for one in case.aside),
            *steps,
            *((_gap_line(case, value, planned, gap),) if planned is not None and gap else ()),
            *((needed.text,) if needed.text else ()),
        ),
        reports=tuple(one.report for one in seen),
    )


def _shown(case: Case, figure: Decimal) -> str:
    return with_unit(shown(figure, places_of(case)), case.goal.unit)


def _gap_line(case: Case, value: Decimal, planned: Decimal, gap: Decimal) -> str:
    places = places_of(case)
    difference = value - planned
    return _("{value} − {planned} = {difference}: {words}").format(
        value=_shown(case, value),
        planned=_shown(case, planned),
        difference=distance(shown_apart(difference, places), case.goal.unit),
        words=gap_text(case.goal, gap, places),
    )
