"""What stands in a department's work list: from the dataset to sheets of rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from plan_cli.dataset.authority import reporters_of_any
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.queries import TaskFilter, TaskSelection, select_indicators, select_tasks
from plan_cli.dataset.rows import IndicatorRow, TargetRow, TaskRow
from plan_cli.ledgers import wording
from plan_cli.ledgers.goals import Goals
from plan_cli.ledgers.layout import (
    WHOLE,
    Column,
    Ledger,
    Row,
    Sheet,
    SheetKey,
    indicator_columns,
    task_columns,
)
from plan_cli.naming import Match
from plan_cli.vocabulary import OPEN_LIST

_BINDING: Final = "约束性"
_EXPECTED: Final = "预期性"
_OWN: Final = "责任单位"
_OTHERS: Final = "代报"


def ledger(dataset: Dataset, department: str, year: int, as_of: date) -> Ledger:
    """Return the work list of a department.

    Args:
        dataset: the dataset.
        department: canonical name.
        year: the year whose goals it has.
        as_of: the day of the data; reports of later days are as if they were not there.
    """
    sheets = _Sheets(dataset, department, year, as_of)
    return Ledger(
        title=wording.title(dataset.plan),
        number=dataset.plan.number,
        department=department,
        year=year,
        as_of=as_of,
        sheets=tuple(sheet for sheet in sheets.all() if sheet.rows),
        known=_known(dataset, as_of),
    )


def _known(dataset: Dataset, as_of: date) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in dataset.report_rows:
        if date.fromisoformat(row["date"]) <= as_of:
            found[row["item"]] = (*found.get(row["item"], ()), row["id"])
    return found


class _Sheets:
    """The sheets of one department for one year."""

    def __init__(self, dataset: Dataset, department: str, year: int, as_of: date) -> None:
        self._dataset = dataset
        self._department = department
        self._year = year
        self._as_of = as_of
        self._goals = Goals(dataset, department, year)

    def all(self) -> list[Sheet]:
        """Return 牵头, 配合 and 指标."""
        selection = self._tasks()
        led = [row for row in selection.rows if row["role"] == "lead"]
        supported = [row for row in selection.rows if row["role"] == "support"]
        remark = wording.left_out(selection.left_out, selection.left_out_tasks)
        return [
            self._task_sheet("lead", led, () if supported else remark),
            self._task_sheet("support", supported, remark),
            self._indicator_sheet(),
        ]

    def _tasks(self) -> TaskSelection:
        return select_tasks(
            self._dataset.task_rows,
            TaskFilter(departments=(Match(self._department),)),
            self._dataset.directory,
            self._as_of,
            self._dataset.assigned,
        )

    def _task_sheet(
        self, key: SheetKey, tasks: Sequence[TaskRow], remarks: tuple[str, ...]
    ) -> Sheet:
        columns = task_columns(support=key == "support")
        rows = [row for task in tasks for row in self._task_rows(task, columns)]
        return self._sheet(key, columns, rows, len(tasks), remarks)

    def _task_rows(self, task: TaskRow, columns: Sequence[Column]) -> list[Row]:
        support = "、".join(task["support"]) + (OPEN_LIST if task["support_open"] else "")
        said = {
            "text": task["text"],
            "lead": task["lead"],
            "support": support,
            "via": wording.included(task["via"], self._dataset.directory),
        }
        return self._rows(task["id"], task["targets"], said, columns)

    def _indicator_sheet(self) -> Sheet:
        any_ = self._department in reporters_of_any(self._dataset.plan)
        own, others = self._indicators(any_=any_)
        columns = indicator_columns(_periods(self._year), any_=any_)
        rows = [
            row
            for indicators, via in ((own, _OWN), (others, _OTHERS))
            for indicator in indicators
            for row in self._indicator_rows(indicator, via, columns)
        ]
        remarks = wording.any_indicator() if others else ()
        return self._sheet("indicators", columns, rows, len(own) + len(others), remarks)

    def _indicators(self, *, any_: bool) -> tuple[list[IndicatorRow], list[IndicatorRow]]:
        """Return the indicators it answers for, and the others that it may report."""
        everything = self._dataset.indicator_rows
        own = select_indicators(
            everything,
            self._dataset.directory,
            self._as_of,
            departments=(Match(self._department),),
        )
        return own, [row for row in everything if row not in own] if any_ else []

    def _indicator_rows(
        self, indicator: IndicatorRow, via: str, columns: Sequence[Column]
    ) -> list[Row]:
        said = {
            "text": indicator["text"],
            "kind": _BINDING if indicator["binding"] else _EXPECTED,
            "responsible": indicator["responsible"],
            "via": via,
        }
        return self._rows(indicator["id"], indicator["targets"], said, columns)

    def _rows(
        self,
        item: int,
        targets: Sequence[TargetRow],
        said: dict[str, str],
        columns: Sequence[Column],
    ) -> list[Row]:
        """Return the rows of an item: one a target; one for the whole where that has a goal."""
        rows: list[Row] = []
        if not targets or self._goals.has(item, None):
            whole = {"target": WHOLE, "due": wording.dues(targets)}
            rows.append(self._row(item, None, said | whole, columns, first=True))
        for one in targets:
            own = {"target": wording.target(one, targets), "due": wording.due(one)}
            first = not rows
            rows.append(self._row(item, one, (said if first else {}) | own, columns, first=first))
        return rows

    def _row(
        self,
        item: int,
        target: TargetRow | None,
        said: dict[str, str],
        columns: Sequence[Column],
        *,
        first: bool,
    ) -> Row:
        keys = [column.key for column in columns if not column.input]
        texts = {"item": str(item)} | {key: said[key] for key in keys if key in said}
        identifier = None if target is None else target["id"]
        unit = None if target is None else self._dataset.units[target["id"]]
        return Row(
            item=item,
            target=identifier,
            first=first,
            texts=texts,
            given=self._goals.given(item, identifier, unit or ""),
            open=frozenset(_open(columns, target, first=first)),
        )

    def _sheet(
        self,
        key: SheetKey,
        columns: tuple[Column, ...],
        rows: list[Row],
        items: int,
        remarks: tuple[str, ...],
    ) -> Sheet:
        plan = self._dataset.plan
        lines = (
            wording.heading(key, items, plan, self._department, self._as_of),
            *wording.instructions(key),
            *remarks,
        )
        title = wording.sheet_title(wording.title(plan), self._department, self._year)
        return Sheet(key, title, lines, columns, tuple(rows))


def _open(columns: Iterable[Column], target: TargetRow | None, *, first: bool) -> Iterable[str]:
    """Yield the inputs that may be filled in in a row.

    A figure needs a target, and one that can have a figure; a report of an indicator too.
    """
    inputs = [column for column in columns if column.input]
    reports_by_target = all(column.of == "target" for column in inputs)
    for column in inputs:
        if column.of == "item":
            fits = first
        elif column.key in ("value", "goal_value"):
            fits = target is not None and target["measure"] != "qualitative"
        else:
            fits = column.key == "goal" or not reports_by_target or target is not None
        if fits:
            yield column.key


def _periods(year: int) -> tuple[str, ...]:
    """Return the periods of a year that are offered."""
    parts = ("", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度")
    return tuple(f"{year}年{part}" for part in parts)
