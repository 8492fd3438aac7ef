"""A dataset as queries see it, read from its snapshot part by part."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from plan_cli.dataset.answers import Answers, Judging
from plan_cli.dataset.names import Directory, split_plate
from plan_cli.dataset.outline import Outline
from plan_cli.dataset.rows import DiscrepancyRow, GoalRow, IndicatorRow, ReportRow, TaskRow
from plan_cli.listings.plain import row_text
from plan_cli.queries.item import MadeRow, assigned_by
from plan_cli.queries.select import Assigned
from plan_cli.snapshot import values
from plan_cli.snapshot.layout import DamagedError, Packed, pack, with_keys
from plan_cli.snapshot.rows import Table

Result = TypeVar("Result")

TASKS_FOUND_BY: Final = ("id", "lead", "support", "support_open")
INDICATORS_FOUND_BY: Final = ("id", "responsible")


class Kept:
    """What a snapshot holds.

    A part that turns out to be damaged is taken from the dataset itself, which `load` returns.
    """

    def __init__(
        self,
        folder: Path,
        packed: Packed,
        load: Callable[[], Answers],
        items: Collection[int] | None = None,
    ) -> None:
        self.folder = folder
        self._packed = packed
        self._load = load
        self._items = items

    @cached_property
    def notice_file(self) -> str:
        """The published text, as a path in the folder."""
        return self._value("notice", str, lambda dataset: dataset.notice_file)

    @cached_property
    def directory(self) -> Directory:
        """The departments and groups."""
        return self._value("directory", values.read_directory, lambda dataset: dataset.directory)

    @cached_property
    def outline(self) -> Outline:
        """The notice's parts and sections."""
        return self._value("outline", values.read_outline, lambda dataset: dataset.outline)

    @cached_property
    def judging(self) -> Judging:
        """How items are judged."""
        return self._value("judging", values.read_judging, lambda dataset: dataset.judging)

    @cached_property
    def task_rows(self) -> list[TaskRow]:
        """The tasks, in the order of the file."""
        return self._wanted(self._tasks.rows())

    @cached_property
    def indicator_rows(self) -> list[IndicatorRow]:
        """The indicators, in the order of the file."""
        return self._wanted(self._indicators.rows())

    @cached_property
    def report_rows(self) -> list[ReportRow]:
        """The reports, in the order of time."""
        keys = ReportRow.__required_keys__
        return self._rows("reports", keys, lambda dataset: dataset.report_rows)

    @cached_property
    def goal_rows(self) -> list[GoalRow]:
        """The annual goals: by year, department, place in the file."""
        return self._rows("goals", GoalRow.__required_keys__, lambda dataset: dataset.goal_rows)

    @cached_property
    def made(self) -> list[MadeRow]:
        """Who indefinite groups and open lists are, as far as somebody has said so."""
        return self._rows("made", MadeRow.__required_keys__, lambda dataset: dataset.made)

    @cached_property
    def assigned(self) -> Assigned:
        """The same, by item and group."""
        return assigned_by(self.made)

    @cached_property
    def discrepancies(self) -> list[DiscrepancyRow]:
        """Where the notice is known to be at odds with itself."""
        keys = DiscrepancyRow.__required_keys__
        return self._rows("discrepancies", keys, lambda dataset: dataset.discrepancies)

    @cached_property
    def units(self) -> dict[str, str]:
        """The units that values of the targets are in, by the targets' ids; none where none is."""
        return self._value("units", dict, lambda dataset: dataset.units)

    def tasks_naming(self, names: Collection[str]) -> list[TaskRow]:
        """Return the tasks that name one of these, or to which anybody is assigned."""
        assigned = {item for item, _group in self.assigned}

        def may_have(number: int, lead: str, support: list[str], _open: bool) -> bool:
            if number in assigned or _bare(lead) in names:
                return True
            return any(_bare(name) in names for name in support)

        return self._wanted(self._tasks.rows(may_have))

    def indicators_naming(self, names: Collection[str]) -> list[IndicatorRow]:
        """Return the indicators that one of these answers for."""
        return self._wanted(
            self._indicators.rows(lambda _number, responsible: _bare(responsible) in names)
        )

    def only(self, items: Collection[int]) -> Self:
        """Return the same with no other items than these."""
        return type(self)(self.folder, self._packed, self._load, items)

    def _value(
        self, part: str, make: Callable[[Any], Result], other: Callable[[Answers], Result]
    ) -> Result:
        try:
            return self._packed.value(part, make)
        except DamagedError:
            return other(self._dataset)

    def _rows(
        self, part: str, keys: frozenset[str], other: Callable[[Answers], list[Any]]
    ) -> list[Any]:
        return self._value(part, lambda rows: with_keys(rows, keys), other)

    @cached_property
    def _tasks(self) -> Table:
        keys = TaskRow.__required_keys__
        return Table(
            self._packed, "tasks", TASKS_FOUND_BY, keys, lambda: list(self._dataset.task_rows)
        )

    @cached_property
    def _indicators(self) -> Table:
        keys = IndicatorRow.__required_keys__
        return Table(
            self._packed,
            "indicators",
            INDICATORS_FOUND_BY,
            keys,
            lambda: list(self._dataset.indicator_rows),
        )

    def _wanted(self, rows: list[Any]) -> list[Any]:
        return rows if self._items is None else [row for row in rows if row["id"] in self._items]

    @cached_property
    def _dataset(self) -> Answers:
        return self._load()


def packed(dataset: Answers, program: str, sources: Mapping[str, str]) -> bytes:
    """Return the snapshot of a dataset; see `pack` for `program` and `sources`."""
    whole: dict[str, object] = {
        "notice": dataset.notice_file,
        "directory": values.directory_value(dataset.directory),
        "outline": values.outline_value(dataset.outline),
        "judging": values.judging_value(dataset.judging),
        "reports": dataset.report_rows,
        "goals": dataset.goal_rows,
        "made": dataset.made,
        "discrepancies": dataset.discrepancies,
        "units": dataset.units,
    }
    rows: dict[str, tuple[Sequence[Any], tuple[str, ...]]] = {
        "tasks": (dataset.task_rows, TASKS_FOUND_BY),
        "indicators": (dataset.indicator_rows, INDICATORS_FOUND_BY),
    }
    return pack(program, sources, whole, rows, row_text)


def _bare(name: str) -> str:
    return split_plate(name).name if "〈" in name else name
