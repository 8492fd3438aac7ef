"""How every item of a dataset stands on a day, from the reports that stand then."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from plan_cli.dataset.duties import members_of
from plan_cli.dataset.reports import ReportRow, standing
from plan_cli.dataset.rows import Figure, IndicatorRow, TargetRow, TaskRow
from plan_cli.judgement import Judgement, Nature, Observation, judge
from plan_cli.judgement.lights import Shown, light
from plan_cli.judgement.standing import Known, Standing, stand
from plan_cli.naming import Directory, split_plate

if TYPE_CHECKING:
    from plan_cli.dataset.answers import Answers
    from plan_cli.judgement.deadlines import Deadline

UNREPORTED: Final = "unreported"
REPORTED: Final = "reported"


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """An item on a day.

    Attributes:
        standing: its state and what else holds of it.
        light: its light, with the reason.
        judgements: of its targets, in their order.
        reports: the reports that decide: of a task its lead's, of an indicator all.
        others: of a task what supporters report, which decides nothing.
    """

    standing: Standing
    light: Shown
    judgements: tuple[Judgement, ...]
    reports: tuple[ReportRow, ...]
    others: tuple[ReportRow, ...] = ()


class Standings:
    """How the items of a dataset stand on a day; each is worked out when it is asked for."""

    def __init__(self, dataset: "Answers", as_of: date) -> None:
        self.as_of = as_of
        self._dataset = dataset
        self._known: dict[int, ItemStanding] = {}
        self._judging = dataset.judging

    @property
    def deadlines(self) -> "tuple[Deadline, ...]":
        """The deadlines of reports."""
        return self._judging.follow_up.deadlines

    @cached_property
    def _reports(self) -> dict[int, list[ReportRow]]:
        """The reports that stand on the day, by item, in the order of time."""
        found: dict[int, list[ReportRow]] = defaultdict(list)
        for row in standing(self._dataset.report_rows, self.as_of):
            found[row["item"]].append(row)
        return found

    def task(self, row: TaskRow) -> ItemStanding:
        """Return how a task stands: by what its lead reports, whoever else does."""
        if row["id"] not in self._known:
            reports = self._reports.get(row["id"], [])
            leads = members_of(self._dataset, row["lead"], row["id"])
            lead = [one for one in reports if self._is_of(one, leads)]
            others = tuple(one for one in reports if one not in lead)
            states = [one["status"] for one in lead if one["status"] is not None]
            state = states[-1] if states else UNREPORTED
            self._known[row["id"]] = self._stand(row["targets"], state, lead, others)
        return self._known[row["id"]]

    def _is_of(self, report: ReportRow, leads: Iterable[str]) -> bool:
        return any(is_lead(report, lead, self._dataset.directory) for lead in leads)

    def indicator(self, row: IndicatorRow) -> ItemStanding:
        """Return how an indicator stands, by its values."""
        if row["id"] not in self._known:
            reports = self._reports.get(row["id"], [])
            state = REPORTED if reports else UNREPORTED
            self._known[row["id"]] = self._stand(row["targets"], state, reports, indicator=True)
        return self._known[row["id"]]

    def _stand(
        self,
        targets: list[TargetRow],
        state: str,
        reports: list[ReportRow],
        others: tuple[ReportRow, ...] = (),
        *,
        indicator: bool = False,
    ) -> ItemStanding:
        horizon, about = self._judging.horizon, self._judging.about
        judgements = tuple(
            judge(target, observations(target, reports), horizon, self.as_of, about)
            for target in targets
        )
        dues = [target["due"] for target in targets]
        known = Known(
            state=state,
            reported=date.fromisoformat(reports[-1]["date"]) if reports else None,
            dues=tuple(sorted({due for due in dues if due is not None})),
            judgements=tuple(zip(dues, judgements, strict=True)),
            indicator=indicator,
        )
        found = stand(known, self._judging.follow_up, self.as_of)
        shown = light(found.facts, self._judging.lights)
        return ItemStanding(found, shown, judgements, tuple(reports), others)


def observations(target: TargetRow, reports: Iterable[ReportRow]) -> list[Observation]:
    """Return the values that reports, in the order of time, have for a target."""
    found: list[Observation] = []
    for place, row in enumerate(reports):
        day = date.fromisoformat(row["date"])
        if row["value"] is not None and row["target"] == target["id"]:
            nature = cast("Nature | None", row["nature"])
            value = _decimal(row["value"])
            found.append(Observation(value, row["id"], day, row["period"], nature, place))
        found += [
            Observation(_decimal(one["value"]), row["id"], day, place=place)
            for one in row["values"]
            if one["target"] == target["id"]
        ]
    return found


def _decimal(figure: Figure) -> Decimal:
    return Decimal(figure)


def is_lead(report: ReportRow, lead: str, directory: Directory) -> bool:
    """Say whether a report is the lead's: by its name, under any plate, or as its successor."""
    reporter, asked = split_plate(report["by"]).name, split_plate(lead).name
    if reporter == asked:
        return True
    return asked in directory.predecessors(reporter, date.fromisoformat(report["date"]))
