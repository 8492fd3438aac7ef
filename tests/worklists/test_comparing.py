"""What came in since a work list was made: the same, at odds, or about something else."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from plan_cli.dataset.dataset import Dataset
from plan_cli.submit.submit import submit
from plan_cli.worklists import manifest
from plan_cli.worklists.content import work_list
from plan_cli.worklists.sheet import WHOLE
from plan_cli.worklists.submit import collect
from plan_cli.worklists.workbook import workbook_bytes
from tests.worklists.conftest import BY, DAY, dataset_in, short, workbook_of
from tests.worklists.filling import Address, filled

TASK: dict[Address, Any] = {("牵头", 102, WHOLE, "状态"): "推进中"}
FIGURE: dict[Address, Any] = {
    ("指标", 15, "15.1", "时期"): "2021年",
    ("指标", 15, "15.1", "数据性质"): "终值",
    ("指标", 15, "15.1", "本期数值"): "7.10%",
}
GOAL: dict[Address, Any] = {
    ("牵头", 102, "102.1", "年度目标"): "建成5G基站2500个",
    ("牵头", 102, "102.1", "年度目标值"): "2500",
}
IN_PROGRESS = {"item": 102, "date": "2023-07-02", "status": "in_progress"}
VALUE = {
    "item": 15,
    "date": "2023-07-02",
    "target": "15.1",
    "period": "2021",
    "value": Decimal("7.1"),
    "nature": "final",
}


@pytest.fixture
def made(own: Path) -> bytes:
    return workbook_of(short(work_list(dataset_in(own), BY, 2023, DAY)))


def state(own: Path, content: bytes) -> list[tuple[str, str]]:
    path = own.parent / "returned.xlsx"
    path.write_bytes(content)
    return [(one.state, one.reason) for one in collect(path, dataset_in(own)).outcomes]


def write_goals(own: Path, text: str) -> None:
    (own / "annual" / "2023" / f"{BY}.yaml").write_text(text, encoding="utf-8")


def test_the_same_came_in(own: Path, made: bytes) -> None:
    submit(own, BY, [IN_PROGRESS])
    assert state(own, filled(made, TASK)) == [("unchanged", "")]


def test_another_day_is_another_report(own: Path, made: bytes) -> None:
    (identifier,) = submit(own, BY, [IN_PROGRESS]).ids
    day = {("牵头", 102, WHOLE, "报送日期"): "2023-07-03"}
    assert state(own, filled(made, TASK | day)) == [
        ("conflict", f"市工信局 has handed in report {identifier} since this list was made")
    ]
    day["牵头", 102, WHOLE, "报送日期"] = "2023-07-02"
    assert state(own, filled(made, TASK | day)) == [("unchanged", "")]


def test_something_else_came_in(own: Path, made: bytes) -> None:
    submit(own, BY, [IN_PROGRESS | {"status": "blocked"}])
    assert [one for one, _reason in state(own, filled(made, TASK))] == ["conflict"]


def test_what_was_known_is_no_conflict(own: Path) -> None:
    submit(own, BY, [IN_PROGRESS | {"date": "2023-06-01"}])
    made = workbook_of(short(work_list(dataset_in(own), BY, 2023, DAY)))
    assert state(own, filled(made, TASK)) == [("new", "")]
    day = {("牵头", 102, WHOLE, "报送日期"): "2023-06-01"}
    assert state(own, filled(made, TASK | day)) == [("unchanged", "")]


def test_what_others_report_on_a_task_is_theirs(own: Path, made: bytes) -> None:
    submit(own, "市政务信息中心", [IN_PROGRESS | {"status": "blocked"}])
    assert state(own, filled(made, TASK)) == [("new", "")]


def test_what_others_report_on_an_indicator_counts(own: Path, made: bytes) -> None:
    (identifier,) = submit(own, "市统计局", [VALUE]).ids
    assert state(own, filled(made, FIGURE)) == [
        ("conflict", f"市统计局 has handed in report {identifier} since this list was made")
    ]


def test_another_period_is_another_report(own: Path, made: bytes) -> None:
    submit(own, "市统计局", [VALUE | {"period": "2022"}])
    assert state(own, filled(made, FIGURE)) == [("new", "")]


def test_the_same_figure_is_the_same_however_it_is_written(own: Path, made: bytes) -> None:
    submit(own, BY, [VALUE])
    assert state(own, filled(made, FIGURE)) == [("unchanged", "")]


def test_a_goal_that_is_changed(own: Path, made: bytes) -> None:
    assert state(own, filled(made, GOAL)) == [("changed", "")]


def test_a_goal_that_somebody_else_has_changed(own: Path, made: bytes) -> None:
    write_goals(own, '- item: 102\n  target: "102.1"\n  goal: 甲\n')
    reason = "the goal has changed since this list was made; it is now: 甲"
    assert state(own, filled(made, GOAL)) == [("conflict", reason)]
    write_goals(own, "[]\n")
    reason = "the goal has changed since this list was made; it is now: none"
    assert state(own, filled(made, GOAL)) == [("conflict", reason)]


def test_a_goal_that_is_there_already(own: Path, made: bytes) -> None:
    write_goals(own, '- item: 102\n  target: "102.1"\n  goal: 建成5G基站2500个\n  value: 2500\n')
    assert state(own, filled(made, GOAL)) == [("unchanged", "")]


def test_a_goal_that_was_not_touched_is_not_looked_at(own: Path, made: bytes) -> None:
    write_goals(own, '- item: 102\n  target: "102.1"\n  goal: 甲\n')
    assert state(own, made) == []


def test_a_goal_whose_figure_only_is_written_otherwise(own: Path, made: bytes) -> None:
    value = {("牵头", 102, "102.1", "年度目标值"): "2,000.0个"}
    assert state(own, filled(made, value)) == []


@pytest.mark.parametrize(
    ("goal", "value", "reason"),
    [
        (None, None, "emptying the cell does not withdraw a goal"),
        (None, "2000", "emptying the cell does not withdraw a goal"),
        ("甲", "两千", "“两千” cannot be read as a figure"),
    ],
)
def test_a_goal_that_is_refused(
    own: Path, made: bytes, goal: str | None, value: str | None, reason: str
) -> None:
    cells: dict[Address, Any] = {
        ("牵头", 102, "102.1", "年度目标"): goal,
        ("牵头", 102, "102.1", "年度目标值"): value,
    }
    assert state(own, filled(made, cells)) == [("wrong", reason)]


def test_a_figure_without_a_goal(own: Path, made: bytes) -> None:
    cells = {("牵头", 69, "69.1", "年度目标值"): "200"}
    assert state(own, filled(made, cells)) == [("wrong", "the goal (年度目标) is missing")]


def test_the_plan_has_changed(own: Path, made: bytes) -> None:
    path = own / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    quote = "quote: 到2025年,建成3000个5G基站"
    assert quote in text
    path.write_text(text.replace(quote, "quote: 建成3000个5G基站"), encoding="utf-8")
    value = {("牵头", 102, "102.1", "本期数值"): "2100"}
    assert state(own, filled(made, TASK | value)) == [
        ("wrong", "the plan's wording has changed since this list was made")
    ]
    assert state(own, made) == []


def test_an_item_that_is_the_departments_no_more(dataset: Dataset, tmp_path: Path) -> None:
    tasks = list(dataset.task_rows)
    (place,) = [place for place, row in enumerate(tasks) if row["id"] == 6]
    tasks[place] = {**tasks[place], "lead": "市商务局"}
    path = tmp_path / "a.xlsx"
    made = workbook_bytes(work_list(dataset, BY, 2023, DAY))
    path.write_bytes(filled(made, {("牵头", 6, WHOLE, "状态"): "推进中"}))
    (one,) = collect(path, replace(dataset, task_rows=tasks)).outcomes
    assert one.reason == "item 6 is no longer on the department's list"


def test_another_version(dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "FORMAT", "plan-worklist/2")
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes(work_list(dataset, BY, 2023, DAY)))
    monkeypatch.undo()
    (one,) = collect(tmp_path / "a.xlsx", dataset).outcomes
    assert one.reason == "it was made by another version of the program (plan-worklist/2)"


def test_whoever_reports_for_others_sets_no_goals(dataset: Dataset, tmp_path: Path) -> None:
    cells = {
        ("指标", 15, "15.1", "年度目标"): "甲",
        ("指标", 12, "12.1", "时期"): "2021年",
        ("指标", 12, "12.1", "数据性质"): "终值",
        ("指标", 12, "12.1", "本期数值"): "6.5%",
    }
    path = tmp_path / "a.xlsx"
    path.write_bytes(filled(workbook_bytes(work_list(dataset, "市统计局", 2023, DAY)), cells))
    found = collect(path, dataset).outcomes
    assert [(one.state, one.item, one.reason) for one in found] == [
        ("new", 12, ""),
        ("wrong", 15, "this cell is not to be filled in"),
    ]


def test_another_plan_and_another_department(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = work_list(dataset, BY, 2023, DAY)
    path.write_bytes(workbook_bytes(replace(made, number="例政办发〔2022〕1号")))
    (one,) = collect(path, dataset).outcomes
    assert one.reason == "it is a work list of another plan: 例政办发〔2022〕1号"
    path.write_bytes(workbook_bytes(replace(made, department="市档案局")))
    (one,) = collect(path, dataset).outcomes
    assert one.reason == "the department 市档案局 no longer exists"
