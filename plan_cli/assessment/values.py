"""The values of a target: those known on the day, and those left out, with the reason."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from plan_cli.assessment.lines import ASSUMED, Basis, LeftOut, Line
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.rows import ReportRow, TargetRow
from plan_cli.i18n import _, listed
from plan_cli.judgement.case import Judgement, Observation, Threshold
from plan_cli.judgement.judge import judge_seen
from plan_cli.judgement.result import observation_line, threshold_text, time_text
from plan_cli.queries.status import observations
from plan_cli.words import day_label, nature_label, period_label, verdict_label


@dataclass(frozen=True, slots=True)
class Values:
    year: AssessedYear
    seen: tuple[Observation, ...]
    unseen: tuple[LeftOut, ...]

    @property
    def up_to_year(self) -> list[Observation]:
        return [one for one in self.seen if self.year_of(one) <= self.year.year]

    @property
    def firm(self) -> "Values":
        """The same without forecasts (预计), which decide nothing."""
        return replace(self, seen=tuple(one for one in self.seen if not one.forecast))

    def year_of(self, one: Observation) -> int:
        return one.year if one.period else self.year.reporting_year(one.day)

    def left_out(self, used: Collection[str]) -> tuple[LeftOut, ...]:
        """The reports that a result does not rest on, in the order of time."""
        unused = (one for one in self.seen if one.report not in {*used, ASSUMED})
        found = [*self.unseen, *(_left_out(one, self._why(one)) for one in unused)]
        return tuple(sorted(found, key=lambda one: (one.date, one.report)))

    def _why(self, one: Observation) -> str:
        year = self.year_of(one)
        if one.part_of_year:
            return _("covers only {period}", period=period_label(one.period or ""))
        if year != self.year.year:
            return _("is about {other}, not {year}", other=year, year=self.year.year)
        return self._why_not_decisive(one)

    def _why_not_decisive(self, one: Observation) -> str:
        rivals = [other for other in self.seen if other.label == one.label and other is not one]
        if one.forecast and any(not other.forecast for other in rivals):
            return _("only a forecast (预计)")
        if one.forecast:
            return _("a forecast (预计) decides nothing")
        if any(other.nature == "final" for other in rivals) and one.nature != "final":
            return _("only {nature}", nature=nature_label(one.nature or "preliminary"))
        if rivals:
            return _("another value of the same period takes precedence")
        return _("it decides nothing by itself")


def _left_out(one: Observation, why: str) -> LeftOut:
    return LeftOut(one.report, one.day.isoformat(), why)


def values_of(year: AssessedYear, target: TargetRow, reports: Sequence[ReportRow]) -> Values:
    current = year.current(reports)
    ids = {row["id"] for row in current}
    seen = observations(target, current)
    others = [one for one in observations(target, reports) if one.report not in ids]
    unseen = [_left_out(one, _why_unseen(year, one.report)) for one in others]
    assumed, period = year.assumed.get(target["id"]), str(year.year)
    if assumed is not None:
        why = _("replaced by the assumed value")
        unseen += [_left_out(one, why) for one in seen if one.period == period]
        seen = [one for one in seen if one.period != period]
        seen.append(Observation(assumed, ASSUMED, year.as_of, period, "final"))
    return Values(year, tuple(seen), tuple(unseen))


def unseen_reports(year: AssessedYear, reports: Iterable[ReportRow]) -> tuple[LeftOut, ...]:
    """The reports that do not count on the day: replaced, or later."""
    rows = list(reports)
    current = {row["id"] for row in year.current(rows)}
    return tuple(
        LeftOut(row["id"], row["date"], _why_unseen(year, row["id"]))
        for row in rows
        if row["id"] not in current
    )


def _why_unseen(year: AssessedYear, report: str) -> str:
    if report in year.replaced:
        return _("replaced by {id}", id=year.replaced[report]["id"])
    day = period_label(year.by_id[report]["date"])
    return _("dated {day}, after {as_of}", day=day, as_of=day_label(year.as_of))


def basis_of(year: AssessedYear, reports: Iterable[str], **facts: Any) -> Basis:
    """A basis of reports, each once, with their evidence; an assumed value is no report."""
    used = tuple(dict.fromkeys(one for one in reports if one != ASSUMED))
    rows = [year.by_id[one] for one in used]
    return Basis(
        reported=max((row["date"] for row in rows), default=None),
        reports=used,
        evidence=tuple(dict.fromkeys(one for row in rows for one in row["evidence"])),
        **facts,
    )


def judged_basis(found: Judgement, target: TargetRow, values: Values) -> Basis:
    aside = {one.report for one in values.seen if one.part_of_year}
    used = [one for one in found.reports if one not in aside]
    return basis_of(
        values.year,
        used,
        value=found.value,
        unit=found.unit,
        period=found.period,
        goal=None if target["value"] is None else Decimal(target["value"]),
        working=found.working,
        left_out=values.left_out(used),
    )


def compared_basis(
    threshold: Threshold, value: Observation | None, used: Sequence[Observation], values: Values
) -> Basis:
    reports = [one.report for one in used]
    return basis_of(
        values.year,
        reports,
        value=value.value if value else None,
        unit=threshold.unit,
        period=value.label if value else None,
        goal=threshold.value,
        working=tuple(observation_line(one, threshold.unit) for one in used),
        left_out=values.left_out(reports),
    )


def at_due(target: TargetRow, values: Values) -> Judgement:
    """Judge a target in its due year; an assumed value is that of the whole year."""
    year = values.year
    assumed = any(one.report == ASSUMED for one in values.seen)
    day = max(year.as_of, date(year.year + 1, 1, 1)) if assumed else year.as_of
    return judge_seen(target, values.seen, year.horizon, day, year.about)


def before_due(target: TargetRow, values: Values) -> Judgement:
    """Judge a target by the values up to the year, as if nothing were known of later ones."""
    year = values.year
    day = min(year.as_of, year.last_day)
    return judge_seen(target, values.up_to_year, year.horizon, day, year.about)


def with_pace(line: Line, found: Judgement) -> Line:
    return replace(line, pace=found.verdict, pace_reason=found.reason)


def paced(line: Line, target: TargetRow, values: Values) -> Line:
    """The line with its pace in any year; from the due year on, as the target ended."""
    due = target["due"]
    settled = due is not None and values.year.year >= due
    return with_pace(line, at_due(target, values) if settled else before_due(target, values))


def when(one: Observation, values: Values) -> str:
    """What a value is of; where its day is of another year, also the year it is about."""
    year = values.year_of(one)
    if one.period is not None or one.day.year == year:
        return time_text(one)
    return _("{day} (for {year})", day=time_text(one), year=year)


def asked_by(threshold: Threshold, year: int) -> str:
    return _("by the end of {year}: {goal}", year=year, goal=threshold_text(threshold))


def in_words(one: Judgement) -> str:
    verdict = verdict_label(one.verdict)
    return _("{target} {verdict}: {reason}", target=one.target, verdict=verdict, reason=one.reason)


def last_progress(reports: Sequence[ReportRow]) -> str:
    last = next((one for one in reversed(reports) if one["progress"]), None)
    if last is None:
        return ""
    day = period_label(last["date"])
    return _("reported on {day}: {progress}", day=day, progress=last["progress"])


def by_hand() -> str:
    return _("a person has to decide from the reports")


def needs_value(values: Values) -> str:
    if values.year.ended:
        return _("the value of {years}", years=values.year.year)
    return _("the value of {year}, once the year has ended", year=values.year.year)


def needs_firm(values: Values) -> str:
    """That firm values would decide, for the periods with only forecasts."""
    firm = {one.label for one in values.firm.seen}
    periods = dict.fromkeys(time_text(one) for one in values.seen if one.label not in firm)
    return _("a preliminary or final value of {periods}", periods=listed(periods))
