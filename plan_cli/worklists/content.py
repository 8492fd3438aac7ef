"""The content of a department's work list: from the dataset to sheets of rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.names import Directory, Match
from plan_cli.dataset.rows import IndicatorRow, TargetRow, TaskRow, select_goals
from plan_cli.queries.select import TaskFilter, select_indicators, select_tasks
from plan_cli.words import OPEN_LIST
from plan_cli.worklists import words as wording
from plan_cli.worklists.sheet import (
    GOAL_KEYS,
    WHOLE,
    Sheet,
    SheetColumn,
    SheetKey,
    SheetRow,
    WorkList,
    indicator_columns,
    task_columns,
)


def work_list(dataset: Dataset, department: str, year: int, as_of: date) -> WorkList:
    """A work list with those sheets that have rows; reports after `as_of` are left out."""
    known: dict[int, tuple[str, ...]] = {}
    for row in dataset.report_rows:
        if date.fromisoformat(row["date"]) <= as_of:
            known[row["item"]] = (*known.get(row["item"], ()), row["id"])
    sheets = _Sheets(dataset, department, year, as_of).all()
    return WorkList(
        title=wording.title(dataset.plan.title),
        number=dataset.plan.number,
        department=department,
        year=year,
        as_of=as_of,
        sheets=tuple(sheet for sheet in sheets if sheet.rows),
        known=known,
    )


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    targets: Sequence[TargetRow]
    texts: Mapping[str, str]
    others: bool = False  # another department's indicator, on which this one sets no goals


class _Sheets:
    def __init__(self, dataset: Dataset, department: str, year: int, as_of: date) -> None:
        self._dataset = dataset
        self._department = department
        self._year = year
        self._as_of = as_of
        goals = select_goals(dataset.goal_rows, year=year, departments=(department,))
        self._goals = {(row["item"], row["target"]): row for row in goals}

    def all(self) -> list[Sheet]:
        """牵头, 配合 and 指标; the last of them has the remark on tasks left out."""
        selection = select_tasks(
            self._dataset.task_rows,
            TaskFilter(departments=(Match(self._department),)),
            self._dataset.directory,
            self._as_of,
            self._dataset.assigned,
        )
        led = [row for row in selection.rows if row["role"] == "lead"]
        supported = [row for row in selection.rows if row["role"] == "support"]
        remark = wording.left_out(selection.left_out, selection.left_out_tasks)
        return [
            self._task_sheet("lead", led, () if supported else remark),
            self._task_sheet("support", supported, remark),
            self._indicator_sheet(() if led or supported else remark),
        ]

    def _task_sheet(
        self, key: SheetKey, tasks: Sequence[TaskRow], remarks: tuple[str, ...]
    ) -> Sheet:
        items = [_task_item(task, self._dataset.directory) for task in tasks]
        return self._sheet(key, task_columns(support=key == "support"), items, remarks)

    def _indicator_sheet(self, remarks: tuple[str, ...]) -> Sheet:
        """The department's own indicators, then the others if it may report any."""
        indicators = self._dataset.indicator_rows
        any_ = self._department in self._dataset.plan.reporters
        own = select_indicators(
            indicators, self._dataset.directory, self._as_of, departments=(Match(self._department),)
        )
        others = [row for row in indicators if row not in own] if any_ else []
        items = [
            *(_indicator_item(row, others=False) for row in own),
            *(_indicator_item(row, others=True) for row in others),
        ]
        parts = ("", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度")
        periods = tuple(f"{self._year}年{part}" for part in parts)
        columns = indicator_columns(periods, any_=any_)
        if others:
            remarks += ("注：“代报”的指标由责任单位负责，本单位可以报送数据，不填即不报。",)
        return self._sheet("indicators", columns, items, remarks)

    def _sheet(
        self,
        key: SheetKey,
        columns: tuple[SheetColumn, ...],
        items: Sequence[_Item],
        remarks: tuple[str, ...],
    ) -> Sheet:
        plan = self._dataset.plan
        return Sheet(
            key=key,
            title=f"{wording.title(plan.title)}——{self._department}{self._year}年",
            heading=wording.heading(key, len(items), plan.number, self._department, self._as_of),
            how=wording.instructions(key),
            remarks=remarks,
            columns=columns,
            rows=tuple(self._rows(items, columns)),
        )

    def _rows(self, items: Iterable[_Item], columns: Sequence[SheetColumn]) -> Iterator[SheetRow]:
        """A row a target, and one for the item as a whole where that has a goal."""
        for item in items:
            targets: list[TargetRow | None] = list(item.targets)
            if not targets or (item.number, None) in self._goals:
                targets.insert(0, None)
            for place, target in enumerate(targets):
                yield self._row(item, target, columns, first=place == 0)

    def _row(
        self, item: _Item, target: TargetRow | None, columns: Sequence[SheetColumn], *, first: bool
    ) -> SheetRow:
        texts = dict(item.texts) if first else {}
        texts["item"] = str(item.number)
        if target is None:
            texts |= {"target": WHOLE, "due": wording.dues(item.targets)}
        else:
            texts |= {
                "target": wording.target(target, item.targets),
                "due": wording.due(target),
            }
        official = {column.key for column in columns if not column.input}
        closed = GOAL_KEYS if item.others else frozenset()
        return SheetRow(
            item=item.number,
            target=None if target is None else target["id"],
            first=first,
            texts={key: text for key, text in texts.items() if key in official},
            given={} if item.others else self._given(item.number, target),
            open=frozenset(_open(columns, target, first=first)) - closed,
        )

    def _given(self, item: int, target: TargetRow | None) -> dict[str, str]:
        row = self._goals.get((item, None if target is None else target["id"]))
        if row is None:
            return {}
        value, unit = row["value"], "" if target is None else self._dataset.units[target["id"]]
        if value is None:
            return {"goal": row["goal"]}
        figure = str(value) if isinstance(value, int) else f"{value:f}"
        return {"goal": row["goal"], "goal_value": f"{figure}{unit}"}


def _open(
    columns: Collection[SheetColumn], target: TargetRow | None, *, first: bool
) -> Iterator[str]:
    """Inputs that may be filled in in a row.

    A figure needs a target that can have one. Indicators are reported target by target, so that a
    row of the whole indicator has a goal only.
    """
    inputs = [column for column in columns if column.input]
    by_target = all(column.of == "target" for column in inputs)
    for column in inputs:
        if column.of == "item":
            fits = first
        elif column.key in {"value", "goal_value"}:
            fits = target is not None and target["measure"] != "qualitative"
        else:
            fits = column.key in GOAL_KEYS or not by_target or target is not None
        if fits:
            yield column.key


def _task_item(task: TaskRow, directory: Directory) -> _Item:
    support = "、".join(task["support"]) + (OPEN_LIST if task["support_open"] else "")
    texts = {
        "text": task["text"],
        "lead": task["lead"],
        "support": support,
        "via": wording.included(task["via"], directory),
    }
    return _Item(task["id"], task["targets"], texts)


def _indicator_item(indicator: IndicatorRow, *, others: bool) -> _Item:
    texts = {
        "text": indicator["text"],
        "kind": "约束性" if indicator["binding"] else "预期性",
        "responsible": indicator["responsible"],
        "via": "代报" if others else "责任单位",
    }
    return _Item(indicator["id"], indicator["targets"], texts, others)
