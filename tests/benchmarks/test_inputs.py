"""What other tools are given: the same items."""

import json
from pathlib import Path

import pytest

from benchmarks import inputs
from benchmarks.datasets import ITEMS
from plan_cli.dataset.yaml_reader import parse


@pytest.mark.parametrize("copies", [1, 2])
def test_there_are_as_many_of_everything(tmp_path: Path, copies: int) -> None:
    number = ITEMS * copies

    assert len(inputs.items(copies)) == number
    tasks = parse(inputs.tasks_file(tmp_path, copies).read_text(encoding="utf-8"))
    assert not tasks.faults
    assert isinstance(tasks.value, list)
    assert len(tasks.value) == number
    assert len(json.loads(inputs.task_list(tmp_path, copies).read_text("utf-8"))) == number
    assert inputs.hledger_file(tmp_path, copies).read_text("utf-8").count("total") == number
    assert inputs.beancount_file(tmp_path, copies).read_text("utf-8").count(" note ") == number
    project = inputs.doorstop_project(tmp_path, copies)
    assert len(list((project / "req").glob("REQ*.yml"))) == number


def test_a_dataset_is_made_once(tmp_path: Path) -> None:
    made = inputs.dataset(tmp_path, 1)
    (made / "tasks.yaml").write_text("[]\n")

    assert inputs.dataset(tmp_path, 1) == made
    assert (made / "tasks.yaml").read_text() == "[]\n"
    assert inputs.dataset(tmp_path, 1, own_departments=True) != made


def test_taskwarrior_has_settings_of_its_own(tmp_path: Path) -> None:
    settings = inputs.task_settings(tmp_path, 1).read_text(encoding="utf-8")
    assert f"data.location={tmp_path}" in settings
