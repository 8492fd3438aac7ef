"""A year as it is assessed: what is known of it on a day, and what is only assumed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from plan_cli.dataset.names import split_plate
from plan_cli.dataset.rows import GoalRow, ReportRow, select_goals
from plan_cli.queries.duties import carriers
from plan_cli.queries.status import is_lead

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset


class Carrier(NamedTuple):
    """A department that answers for something, and whom the notice names for it."""

    department: str
    named: str


class AssessedYear:
    """The year, the day up to which reports are known, and the values assumed for it.

    `assumed` are figures by the targets' ids: each stands for the final value of the year.
    """

    def __init__(
        self,
        dataset: "Dataset",
        year: int,
        as_of: date,
        assumed: Mapping[str, Decimal] | None = None,
    ) -> None:
        self.dataset = dataset
        self.year = year
        self.as_of = as_of
        self.assumed = dict(assumed or {})
        self.horizon = dataset.plan.horizon
        self.about = Decimal(dataset.plan.about_percent)
        self.last_day = date(year, 12, 31)
        self.ended = as_of > self.last_day
        self.duty_day = min(as_of, self.last_day)
        """The day that decides who answers for what: in the year, not in hindsight."""
        self.by_id = {row["id"]: row for row in dataset.report_rows}
        known = [row for row in dataset.report_rows if self._is_known(row)]
        self.replaced = {row["replaces"]: row for row in known if row["replaces"] is not None}
        """The replacements known on the day, by the ids of the reports that they replace."""
        self._by_item: dict[int, list[ReportRow]] = defaultdict(list)
        for row in dataset.report_rows:
            self._by_item[row["item"]].append(row)

    def reports_on(self, item: int) -> list[ReportRow]:
        """All reports on an item, in the order of time, also those that do not count."""
        return self._by_item.get(item, [])

    def current(self, rows: Iterable[ReportRow]) -> list[ReportRow]:
        """The reports that count on the day: handed in by then, and not replaced."""
        return [row for row in rows if self._is_known(row) and row["id"] not in self.replaced]

    def reports_about(self, rows: Iterable[ReportRow]) -> list[ReportRow]:
        """The current reports about the year or an earlier one."""
        return [row for row in self.current(rows) if self.year_of_report(row) <= self.year]

    def year_of_report(self, row: ReportRow) -> int:
        return self.reporting_year(date.fromisoformat(row["date"]))

    def _is_known(self, row: ReportRow) -> bool:
        return date.fromisoformat(row["date"]) <= self.as_of

    def reporting_year(self, day: date) -> int:
        """The year that a report without a period is about.

        The year of its date, or the year before if it came by the deadline for that second half.
        """
        before = day.year - 1
        return before if day <= self.deadline(before) else day.year

    def deadline(self, year: int) -> date:
        """By when reports on a whole year were due; its last day if none is set."""
        period = f"{year}H2"
        deadlines = self.dataset.plan.follow_up.deadlines
        return max([date(year, 12, 31), *(one.by for one in deadlines if one.period == period)])

    def carriers(self, named: str, item: int) -> list[Carrier]:
        """Who answers for the duties of `named`: it or its successors, a group's known members."""
        return [Carrier(one, named) for one in carriers(self.dataset, named, item, self.duty_day)]

    def own_names(self, department: str) -> set[str]:
        return {department, *self.dataset.directory.predecessors(department, self.duty_day)}

    def lead_reports(self, lead: str, carrier: Carrier, item: int) -> list[ReportRow]:
        """All reports of a task's lead; of a group that leads, those of the member."""
        rows = self.reports_on(item)
        if lead in self.dataset.directory.group_by_name:
            return self.own_reports(carrier.department, rows)
        return [row for row in rows if is_lead(row, lead, self.dataset.directory)]

    def own_reports(self, department: str, rows: Sequence[ReportRow]) -> list[ReportRow]:
        names = self.own_names(department)
        return [row for row in rows if split_plate(row["by"]).name in names]

    def goals_of(self, carrier: Carrier, item: int) -> list[GoalRow]:
        """The department's goals for the year on an item; before those of predecessors."""
        names = self.own_names(carrier.department)
        found = select_goals(self.dataset.goal_rows, year=self.year, item=item, departments=names)
        return sorted(found, key=lambda goal: goal["by"] != carrier.department)
