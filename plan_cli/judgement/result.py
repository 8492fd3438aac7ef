"""Completes a judgement: the gap, the working, and the figures in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from plan_cli.i18n import N_, _, listed
from plan_cli.judgement.case import Case, Judgement, Observation, Threshold
from plan_cli.judgement.figures import decimals, distance, shown, shown_apart, with_unit
from plan_cli.words import nature_label, period_label

Needed = tuple[Decimal | None, str]
"""What the remaining years must reach, and the same in words."""

_PLAN_GAPS: Final = {
    "even": N_("as planned"),
    "above": N_("{gap} above the plan"),
    "below": N_("{gap} below the plan"),
    "better": N_("{gap} better than planned"),
    "worse": N_("{gap} worse than planned"),
}
YEAR_GAPS: Final = {
    "even": N_("exactly the year's goal"),
    "above": N_("{gap} above the year's goal"),
    "below": N_("{gap} below the year's goal"),
    "better": N_("{gap} better than the year's goal"),
    "worse": N_("{gap} worse than the year's goal"),
}
_THRESHOLDS: Final = {
    "at_least": N_("at least {figure}"),
    "more_than": N_("more than {figure}"),
    "at_most": N_("at most {figure}"),
    "less_than": N_("less than {figure}"),
    "about": N_("about {figure}"),
}


def places_of(case: Case) -> int:
    written = [case.threshold.value, *(one.value for one in case.observations)]
    return decimals([*written, case.base.value] if case.base else written)


def figure_text(case: Case, figure: Decimal) -> str:
    return with_unit(shown(figure, places_of(case)), case.threshold.unit)


def gap_text(
    threshold: Threshold,
    gap: Decimal,
    places: int,
    words: Mapping[str, str] = _PLAN_GAPS,
    *,
    short: bool = False,
) -> str:
    """A gap in words; `short`: the value equals the figure, and that is not enough."""
    if not gap:
        return _("exactly the figure, which is not enough") if short else _(words["even"])
    if threshold.sign > 0:
        kind = "above" if gap > 0 else "below"
    else:
        kind = "better" if gap > 0 else "worse"
    return _(words[kind], gap=distance(shown_apart(abs(gap), places), threshold.unit))


def threshold_text(threshold: Threshold) -> str:
    figure = with_unit(shown(threshold.value), threshold.unit)
    if threshold.direction == "between" and threshold.upper is not None:
        high = with_unit(shown(threshold.upper), threshold.unit)
        return _("{low} to {high}", low=shown(threshold.value), high=high)
    if threshold.direction in _THRESHOLDS:
        return _(_THRESHOLDS[threshold.direction], figure=figure)
    return figure


def time_text(one: Observation) -> str:
    return period_label(one.label)


def observation_line(one: Observation, unit: str | None) -> str:
    source = _("report {id}", id=one.report)
    facts = listed([nature_label(one.nature), source] if one.nature else [source])
    value = with_unit(shown(one.value), unit)
    return _("{period}: {value} ({facts})", period=time_text(one), value=value, facts=facts)


def aside_line(case: Case, one: Observation) -> str:
    if one.part_of_year:
        why = _("part of a year; for information only")
    elif one.period is None and case.first <= one.year <= (case.threshold.due or one.year):
        why = _("the report does not state the year; for information only")
    else:
        why = _("outside the years that count; for information only")
    return _("{line}: {why}", line=observation_line(one, case.threshold.unit), why=why)


def years_text(years: Sequence[int]) -> str:
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return _("{first}–{last}", first=years[0], last=years[-1])
    return listed(str(year) for year in years)


def missing_text(years: Sequence[int]) -> str:
    return _("there is no value for {years}", years=listed(map(str, years)))


def sentence(parts: Iterable[str]) -> str:
    return _("; ").join(part for part in parts if part)


def unknown(case: Case, reason: str) -> Judgement:
    return completed(case, Judgement(case.threshold.id, "unknown", reason), used=())


def completed(
    case: Case,
    draft: Judgement,
    *,
    steps: Iterable[str] = (),
    used: Iterable[Observation] | None = None,
) -> Judgement:
    """`draft` with its gap, its figures in words, its working and its reports."""
    threshold, value, planned = case.threshold, draft.value, draft.planned
    used = tuple(case.observations if used is None else used)
    forecasts = [time_text(one) for one in used if one.forecast]
    gap, words = None, ""
    seen = dict.fromkeys([*((case.base,) if case.base else ()), *used, *case.aside])
    working = [
        aside_line(case, one) if one in case.aside else observation_line(one, threshold.unit)
        for one in seen
    ]
    working += steps
    if value is not None and planned is not None:
        gap = threshold.better_by(value, planned)
        short = draft.verdict in ("behind", "missed")
        words = gap_text(threshold, gap, places_of(case), short=short)
        if gap:
            working.append(_gap_line(case, value, planned, gap))
    if draft.needed_text:
        working.append(draft.needed_text)
    marked = _("the value of {periods} is a forecast", periods=listed(forecasts))
    return replace(
        draft,
        reason=sentence([draft.reason, words, marked if forecasts else ""]),
        value_text="" if value is None else figure_text(case, value),
        planned_text="" if planned is None else figure_text(case, planned),
        gap=gap,
        gap_text=words,
        unit=threshold.unit,
        forecast=bool(forecasts),
        working=tuple(working),
        reports=tuple(one.report for one in seen),
    )


def _gap_line(case: Case, value: Decimal, planned: Decimal, gap: Decimal) -> str:
    places = places_of(case)
    return _(
        "{value} − {planned} = {difference}: {words}",
        value=figure_text(case, value),
        planned=figure_text(case, planned),
        difference=distance(shown_apart(value - planned, places), case.threshold.unit),
        words=gap_text(case.threshold, gap, places),
    )
