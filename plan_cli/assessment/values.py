"""The values of a target: those that are known on the day, and those left out, with why."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plan_cli.assessment.line import ASSUMED, LeftOut
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.reports import ReportRow
from plan_cli.dataset.rows import TargetRow
from plan_cli.dataset.standings import observations
from plan_cli.i18n import _
from plan_cli.judgement import Observation
from plan_cli.vocabulary import day_label, nature_label, period_label


@dataclass(frozen=True, slots=True)
class Values:
    """What is known of a target on the day, in the order of the reports."""

    year: AssessedYear
    seen: tuple[Observation, ...]
    unseen: tuple[LeftOut, ...]

    @property
    def up_to_year(self) -> list[Observation]:
        """What is known of the year and of those before it."""
        return [one for one in self.seen if self.year_of(one) <= self.year.year]

    @property
    def firm(self) -> "Values":
        """The same without forecasts (预计), which decide nothing."""
        return replace(self, seen=tuple(one for one in self.seen if not one.forecast))

    @property
    def assumed(self) -> bool:
        """Whether a value is assumed for the year."""
        return any(one.report == ASSUMED for one in self.seen)

    def year_of(self, one: Observation) -> int:
        """Return the year that a value is of."""
        return one.year if one.period else self.year.told_year(one.day)

    def left_out(self, used: Collection[str]) -> tuple[LeftOut, ...]:
        """Return the reports that a result does not rest on, with why, in the order of time."""
        unused = (one for one in self.seen if one.report not in {*used, ASSUMED})
        found = [*self.unseen, *(LeftOut(one.report, one.day, self._why(one)) for one in unused)]
        return tuple(sorted(found, key=lambda one: (one.day, one.report)))

    def _why(self, one: Observation) -> str:
        year = self.year_of(one)
        if one.part_of_year:
            return _("covers only {period}").format(period=period_label(one.period or ""))
        if year != self.year.year:
            return _("tells of {other}, not of {year}").format(other=year, year=self.year.year)
        return self._why_of_year(one)

    def _why_of_year(self, one: Observation) -> str:
        rivals = [other for other in self.seen if other.label == one.label and other is not one]
        if one.forecast and any(not other.forecast for other in rivals):
            return _("only a forecast (预计)")
        if one.forecast:
            return _("a forecast (预计) decides nothing")
        if any(other.nature == "final" for other in rivals) and one.nature != "final":
            return _("only {nature}").format(nature=nature_label(one.nature or "preliminary"))
        if rivals:
            return _("another value of the same period goes before it")
        return _("it decides nothing by itself")


def values_of(year: AssessedYear, target: TargetRow, reports: Sequence[ReportRow]) -> Values:
    """Return the values that reports have for a target, and the one that is assumed."""
    standing = year.standing(reports)
    seen = observations(target, standing)
    unseen = [
        LeftOut(one.report, one.day, _why_unseen(year, one.report))
        for one in observations(target, reports)
        if one.report not in {row["id"] for row in standing}
    ]
    assumed = year.assumed.get(target["id"])
    if assumed is not None:
        period = str(year.year)
        unseen += [
            LeftOut(one.report, one.day, _("the assumed value stands in its place"))
            for one in seen
            if one.period == period
        ]
        seen = [one for one in seen if one.period != period]
        seen.append(Observation(assumed, ASSUMED, year.as_of, period, "final"))
    return Values(year, tuple(seen), tuple(unseen))


def unseen_reports(year: AssessedYear, reports: Iterable[ReportRow]) -> tuple[LeftOut, ...]:
    """Return the reports that do not stand on the day, with why."""
    rows = list(reports)
    standing = {row["id"] for row in year.standing(rows)}
    return tuple(
        LeftOut(row["id"], date.fromisoformat(row["date"]), _why_unseen(year, row["id"]))
        for row in rows
        if row["id"] not in standing
    )


def _why_unseen(year: AssessedYear, report: str) -> str:
    if report in year.replaced:
        return _("replaced by {id}").format(id=year.replaced[report]["id"])
    day = period_label(year.by_id[report]["date"])
    return _("dated {day}, after {as_of}").format(day=day, as_of=day_label(year.as_of))
