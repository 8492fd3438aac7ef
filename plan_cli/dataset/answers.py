"""What queries are answered from: plain values, whether a dataset was loaded or a snapshot read."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from decimal import Decimal

    from plan_cli.dataset.names import Directory
    from plan_cli.dataset.outline import Outline
    from plan_cli.dataset.rows import DiscrepancyRow, GoalRow, IndicatorRow, ReportRow, TaskRow
    from plan_cli.judgement.case import Horizon
    from plan_cli.judgement.item import FollowUp, LightRule
    from plan_cli.queries.item import MadeRow
    from plan_cli.queries.select import Assigned


class Judging(NamedTuple):
    """What the plan says of how items are judged; `about` is a percentage."""

    horizon: "Horizon"
    about: "Decimal"
    follow_up: "FollowUp"
    lights: "tuple[LightRule, ...]"


class Answers(Protocol):
    """A sound dataset as queries see it: no records of models, only what they come to."""

    @property
    def folder(self) -> Path:
        """The dataset's folder."""

    @property
    def notice_file(self) -> str:
        """The published text, as a path in the folder."""

    @property
    def directory(self) -> "Directory":
        """The departments and groups."""

    @property
    def outline(self) -> "Outline":
        """The notice's parts and sections."""

    @property
    def judging(self) -> Judging:
        """How items are judged."""

    @property
    def task_rows(self) -> "list[TaskRow]":
        """The tasks, in the order of the file."""

    @property
    def indicator_rows(self) -> "list[IndicatorRow]":
        """The indicators, in the order of the file."""

    @property
    def report_rows(self) -> "list[ReportRow]":
        """The reports, in the order of time."""

    @property
    def goal_rows(self) -> "list[GoalRow]":
        """The annual goals: by year, department, place in the file."""

    @property
    def made(self) -> "list[MadeRow]":
        """Who indefinite groups and open lists are, as far as somebody has said so."""

    @property
    def assigned(self) -> "Assigned":
        """The same, by item and group."""

    @property
    def discrepancies(self) -> "list[DiscrepancyRow]":
        """Where the notice is known to be at odds with itself."""

    @property
    def units(self) -> dict[str, str]:
        """The units that values of the targets are in, by the targets' ids; none where none is."""

    def tasks_naming(self, names: Collection[str]) -> "list[TaskRow]":
        """Return all tasks in which one of these has a part, maybe with others, in their order.

        Args:
            names: canonical names of departments and groups, without plates.
        """

    def indicators_naming(self, names: Collection[str]) -> "list[IndicatorRow]":
        """Return all indicators that one of these answers for, maybe with others."""

    def only(self, items: Collection[int]) -> Self:
        """Return the same with no other items than these."""
