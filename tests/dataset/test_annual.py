"""Annual goals: read from their folders, asked for by year, item, target and department."""

import shutil
from pathlib import Path

import pytest

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import load
from plan_cli.dataset.rows import select_goals
from tests.annual import NAME, set_goals
from tests.conftest import Run


@pytest.fixture
def dataset(damaged: Path) -> Dataset:
    set_goals(damaged)
    earlier = damaged / "annual" / "2022" / "市水利局.yaml"
    earlier.parent.mkdir()
    earlier.write_text('- item: 30\n  target: "30.1"\n  goal: 降低2%\n  value: 2\n', "utf-8")
    loaded = load(damaged)
    found = loaded.dataset()
    assert found is not None, loaded.problems
    return found


def test_goals_have_their_year_and_department(dataset: Dataset) -> None:
    assert [(one["year"], one["by"], one["item"]) for one in dataset.goal_rows] == [
        (2022, "市水利局", 30),
        *((2023, "市发改局", item) for item in (12, 29, 50, 50, 51)),
    ]
    assert dataset.goal_rows[-2:] == [
        {"year": 2023, "by": "市发改局", "item": 50, "target": "50.2",
         "goal": "创建县域创新示范县", "value": None},
        {"year": 2023, "by": "市发改局", "item": 51, "target": None,
         "goal": "编制创建方案", "value": None},
    ]  # fmt: skip


def test_which_goals(dataset: Dataset) -> None:
    def items(**asked: object) -> list[int]:
        found = select_goals(dataset.goal_rows, **asked)  # type: ignore[arg-type]
        return [row["item"] for row in found]

    assert items() == [30, 12, 29, 50, 50, 51]
    assert items(year=2022) == [30]
    assert items(year=2021) == []
    assert items(item=50) == [50, 50]
    assert items(target="50.1") == [50]
    assert items(departments=["市水利局", "市工信局"]) == [30]
    assert items(year=2023, item=30) == []


def test_what_lies_in_no_years_folder_counts_for_nothing(damaged: Path) -> None:
    set_goals(damaged)
    shutil.move(damaged / "annual" / "2023", damaged / "annual" / "some")
    loaded = load(damaged)
    dataset = loaded.dataset()
    assert list(loaded.annual) == ["some/市发改局"]
    assert dataset is not None
    assert dataset.goal_rows == []


def test_what_cannot_be_read_is_told(damaged: Path) -> None:
    set_goals(damaged)
    (damaged / NAME).write_bytes(b"- item: [\n")
    (damaged / "annual" / "2023" / "甲.yaml").mkdir()
    (damaged / "annual" / "2023" / ".乙.yaml").write_bytes(b"\0")
    problems = load(damaged).problems
    assert {(Path(one.file).name, one.rule.partition(".")[0]) for one in problems} == {
        ("市发改局.yaml", "syntax")
    }


def test_show_lists_them(damaged: Path, plan: Run) -> None:
    set_goals(damaged)
    result = plan("--data", str(damaged), "show", "50", "12", "--as-of", "2024-03-31")
    lines = [line.strip() for line in result.stdout.split("\n")]
    assert "Annual goals  2023 市发改局: 建成省级以上专业孵化器1个 (50.1 = 1个)" in lines
    assert "2023 市发改局: 创建县域创新示范县 (50.2)" in lines
    assert "Annual goals  2023 市发改局: 全市生产总值增长7% (12.1 = 7%)" in lines
    assert plan("--data", str(damaged), "show", "13").stdout.count("Annual goals") == 0


@pytest.mark.parametrize(
    "typed", ["annual", "annual/2023/市发改局.yaml", "data/annual/2023/x.yaml"]
)
def test_its_schema_is_printed(plan: Run, typed: str) -> None:
    assert '"title": "annual/*/*.yaml"' in plan("schema", typed).stdout
