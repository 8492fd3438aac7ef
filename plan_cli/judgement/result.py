"""Completes a judgement: the gap, the working, and the figures in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plan_cli.i18n import _, listed
from plan_cli.judgement.case import Case, Judgement, Observation, Threshold, Verdict
from plan_cli.judgement.figures import decimals, distance, shown, shown_apart, with_unit
from plan_cli.words import nature_label, period_label


def places_of(case: Case) -> int:
    """With how many decimals computed figures of a case are shown."""
    written = [case.threshold.value, *(one.value for one in case.observations)]
    return decimals([*written, case.base.value] if case.base else written)


def figure_text(case: Case, figure: Decimal) -> str:
    return with_unit(shown(figure, places_of(case)), case.threshold.unit)


def gap_text(threshold: Threshold, gap: Decimal, places: int, *, short: bool = False) -> str:
    """A gap in words; `short`: the value equals the figure, and that is not enough."""
    if not gap:
        return _("exactly the figure, which is not enough") if short else _("as planned")
    size = distance(shown_apart(abs(gap), places), threshold.unit)
    if threshold.sign > 0:
        words = _("{gap} above the plan") if gap > 0 else _("{gap} below the plan")
    else:
        words = _("{gap} better than planned") if gap > 0 else _("{gap} worse than planned")
    return words.format(gap=size)


def threshold_text(threshold: Threshold) -> str:
    figure = with_unit(shown(threshold.value), threshold.unit)
    if threshold.direction == "between" and threshold.upper is not None:
        return _(
            "{low} to {high}",
            low=shown(threshold.value),
            high=with_unit(shown(threshold.upper), threshold.unit),
        )
    words = {
        "at_least": _("at least {figure}"),
        "more_than": _("more than {figure}"),
        "at_most": _("at most {figure}"),
        "less_than": _("less than {figure}"),
        "about": _("about {figure}"),
    }
    return words.get(threshold.direction, "{figure}").format(figure=figure)


def time_text(one: Observation) -> str:
    return period_label(one.label)


def observation_line(one: Observation, unit: str | None) -> str:
    value = with_unit(shown(one.value), unit)
    source = _("report {id}", id=one.report)
    facts = [nature_label(one.nature), source] if one.nature else [source]
    return _("{period}: {value} ({facts})", period=time_text(one), value=value, facts=listed(facts))


def aside_line(case: Case, one: Observation) -> str:
    """A value for information only, with the reason."""
    inside = case.first <= one.year <= (case.threshold.due or one.year)
    why = (
        _("part of a year; for information only")
        if one.part_of_year
        else _("the report does not say of which year; for information only")
        if one.period is None and inside
        else _("outside the years that count; for information only")
    )
    return _("{line}: {why}", line=observation_line(one, case.threshold.unit), why=why)


def years_text(years: Sequence[int]) -> str:
    """Years as people write them: a span, or a list."""
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return _("{first}–{last}", first=years[0], last=years[-1])
    return listed(str(year) for year in years)


def missing_text(years: Sequence[int]) -> str:
    return _("there is no value for {years}", years=listed(map(str, years)))


def forecasts_text(observations: Iterable[Observation]) -> str:
    """Which of the values used are forecasts; empty where none is."""
    labels = [time_text(one) for one in observations if one.forecast]
    return _("the value of {periods} is a forecast", periods=listed(labels)) if labels else ""


def sentence(parts: Iterable[str]) -> str:
    return _("; ").join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Needed:
    figure: Decimal | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    value: Decimal
    period: str
    planned: Decimal | None = None


def unknown(case: Case, reason: str) -> Judgement:
    """A judgement `unknown`, with the values for information."""
    threshold = case.threshold
    seen = (*((case.base,) if case.base else ()), *case.aside)
    return Judgement(
        target=threshold.id,
        verdict="unknown",
        reason=reason,
        unit=threshold.unit,
        working=(
            *((observation_line(case.base, threshold.unit),) if case.base else ()),
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
    threshold, needed = case.threshold, needed or Needed()
    value, planned = reading.value, reading.planned
    used = tuple(case.observations if used is None else used)
    gap = None if planned is None else threshold.better_by(value, planned)
    short = verdict in {"behind", "missed"}
    words = "" if gap is None else gap_text(threshold, gap, places_of(case), short=short)
    seen = dict.fromkeys([*((case.base,) if case.base else ()), *used, *case.aside])
    return Judgement(
        target=threshold.id,
        verdict=verdict,
        reason=sentence([*reasons, words, forecasts_text(used)]),
        value=value,
        value_text=figure_text(case, value),
        period=reading.period,
        planned=planned,
        planned_text="" if planned is None else figure_text(case, planned),
        gap=gap,
        gap_text=words,
        needed=needed.figure,
        needed_text=needed.text,
        unit=threshold.unit,
        missing=missing,
        forecast=any(one.forecast for one in used),
        working=(
            *(observation_line(one, threshold.unit) for one in seen if one not in case.aside),
            *(aside_line(case, one) for one in case.aside),
            *steps,
            *((_gap_line(case, value, planned, gap),) if planned is not None and gap else ()),
            *((needed.text,) if needed.text else ()),
        ),
        reports=tuple(one.report for one in seen),
    )


def _gap_line(case: Case, value: Decimal, planned: Decimal, gap: Decimal) -> str:
    places = places_of(case)
    difference = value - planned
    return _(
        "{value} − {planned} = {difference}: {words}",
        value=figure_text(case, value),
        planned=figure_text(case, planned),
        difference=distance(shown_apart(difference, places), case.threshold.unit),
        words=gap_text(case.threshold, gap, places),
    )
