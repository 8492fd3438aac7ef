"""Who owes what on a day: in the made-up city, and over a succession."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import load
from plan_cli.judgement.item import passed
from plan_cli.queries.owing import by_holder, owed
from plan_cli.queries.status import StatusOn
from tests.conftest import ROOT

DAY = date(2024, 2, 5)


@pytest.fixture(scope="module")
def city() -> Dataset:
    dataset = load(ROOT / "examples" / "made-up-city").dataset()
    assert dataset is not None
    return dataset


def lists(dataset: Dataset, day: date = DAY) -> dict[str, list[int]]:
    standings = StatusOn(dataset, day)
    found = by_holder(dataset, owed(dataset, standings, passed(standings.deadlines, day)))
    return {name: [one.row["id"] for one in items] for name, items in found.items()}


def test_every_department_owes_what_it_leads_or_answers_for(city: Dataset) -> None:
    assert lists(city) == {
        "市发改局": [4, 20],
        "市农业农村局": [9],
        "市商务局": [18],
        "市水利局": [17],
        "市生态环境局": [10],
        "乙镇": [19],
    }


def test_why_and_since_when(city: Dataset) -> None:
    standings = StatusOn(city, DAY)
    found = {one.row["id"]: one for one in owed(city, standings, passed(standings.deadlines, DAY))}
    late = found[19]
    assert (late.is_task, late.since) == (True, date(2024, 1, 1))
    assert late.overdue == "due by the end of 2023, and not reported as done"
    assert [one.period for one in late.missing] == ["2023H2"]
    never = found[10]
    assert (never.is_task, never.last, never.overdue) == (False, None, "")
    assert [one.period for one in never.missing] == ["2022H1", "2022H2", "2023H1", "2023H2"]


def test_before_the_first_deadline_nothing_is_owed(city: Dataset) -> None:
    assert lists(city, date(2022, 7, 31)) == {}
    assert lists(city, date(2022, 8, 1)) != {}


def test_what_is_closed_is_not_owed(city: Dataset) -> None:
    assert 15 not in {item for items in lists(city).values() for item in items}


def test_who_has_succeeded_a_department_owes_what_it_left(city: Dataset) -> None:
    ended = tuple(
        one._replace(valid_until=date(2023, 12, 31), successors=("市商务局",))
        if one.name == "市水利局"
        else one
        for one in city.directory.departments
    )
    merged = replace(city, directory=replace(city.directory, departments=ended))
    assert lists(merged)["市商务局"] == [17, 18]
    assert "市水利局" not in lists(merged)
    assert lists(merged, date(2023, 12, 31))["市水利局"] == [17]


def test_the_real_city_owes_only_by_its_own_departments(data_folder: Path) -> None:
    dataset = load(data_folder).dataset()
    assert dataset is not None
    found = lists(dataset, date(2024, 3, 31))
    assert sum(len(items) for items in found.values()) == 177 + 33 - 4 - 2
    assert found["市工业园区"] == [51]


@pytest.mark.parametrize(
    ("lead", "holders"), [("各镇办", ("甲街道", "乙镇", "丙镇")), ("相关镇办", ("相关镇办",))]
)
def test_what_a_group_leads_is_owed_by_its_members(
    tmp_path: Path, lead: str, holders: tuple[str, ...]
) -> None:
    """And by the group itself where nobody has said who that is: it is not lost."""
    found = lists(_led_by(tmp_path, lead))
    assert {name for name, items in found.items() if 19 in items} == set(holders)


def test_a_member_of_a_group_reports_for_it(tmp_path: Path) -> None:
    dataset = _led_by(tmp_path, "各镇办")
    (row,) = [row for row in dataset.task_rows if row["id"] == 19]
    assert StatusOn(dataset, DAY).task(row).standing.state == "blocked"


def _led_by(tmp_path: Path, lead: str) -> Dataset:
    folder = Path(shutil.copytree(ROOT / "examples" / "made-up-city", tmp_path / "data"))
    tasks = folder / "tasks.yaml"
    text = tasks.read_text("utf-8").replace("  lead: 乙镇\n", f"  lead: {lead}\n")
    tasks.write_text(text, "utf-8")
    dataset = load(folder).dataset()
    assert dataset is not None
    return dataset
