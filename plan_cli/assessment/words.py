"""An assessment in words."""

from collections.abc import Iterable, Sequence

from plan_cli.assessment.values import Values
from plan_cli.dataset.reports import ReportRow
from plan_cli.i18n import _, listed
from plan_cli.judgement import Judgement, Observation
from plan_cli.judgement.goal import Goal
from plan_cli.judgement.words import goal_text, time_text
from plan_cli.vocabulary import period_label, verdict_label


def spoken(parts: Iterable[str]) -> str:
    """Return parts of a sentence as one, empty ones left out."""
    return _("; ").join(part for part in parts if part)


def when(one: Observation, values: Values) -> str:
    """Return what a value is of; where its day is of another year, also the year it tells of."""
    year = values.year_of(one)
    if one.period is not None or one.day.year == year:
        return time_text(one)
    return _("{day} (for {year})").format(day=time_text(one), year=year)


def asked_by(goal: Goal, year: int) -> str:
    """Return what has to be reached by the end of a year."""
    return _("by the end of {year}: {goal}").format(year=year, goal=goal_text(goal))


def in_words(one: Judgement) -> str:
    """Return a verdict on a target, with its reason."""
    return _("{target} {verdict}: {reason}").format(
        target=one.target, verdict=verdict_label(one.verdict), reason=one.reason
    )


def last_progress(reports: Sequence[ReportRow]) -> str:
    """Return what the last report that says anything says was done; nothing where none does."""
    told = [one for one in reports if one["progress"]]
    if not told:
        return ""
    return _("reported on {day}: {progress}").format(
        day=period_label(told[-1]["date"]), progress=told[-1]["progress"]
    )


def by_hand() -> str:
    """Return what decides where no figure does."""
    return _("somebody has to read what is reported and say")


def needs_value(values: Values) -> str:
    """Return that the value of the year would decide."""
    year = values.year
    if not year.ended:
        return _("the value of {year}, once the year has ended").format(year=year.year)
    return _("the value of {years}").format(years=year.year)


def needs_firm(values: Values) -> str:
    """Return that firm values would decide, of the periods of which there are only forecasts."""
    firm = {one.label for one in values.firm.seen}
    periods = dict.fromkeys(time_text(one) for one in values.seen if one.label not in firm)
    return _("a preliminary or final value of {periods}").format(periods=listed(periods))
