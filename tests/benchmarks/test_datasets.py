"""The datasets that are measured: sound, as large as they say, shaped like the real one."""

from pathlib import Path

import pytest

from benchmarks.datasets import ITEMS, make
from plan_cli.dataset.load import Loaded
from plan_cli.rules.engine import Selection, find_problems


def load(folder: Path) -> Loaded:
    """Load a dataset in which nothing is wrong."""
    loaded, problems = find_problems(folder, Selection(), strict=True)
    assert problems == []
    return loaded


@pytest.mark.parametrize("own_departments", [True, False])
def test_every_check_passes(tmp_path: Path, own_departments: bool) -> None:
    make(tmp_path / "data", 3, own_departments=own_departments)
    loaded = load(tmp_path / "data")

    items = [one.id for one in (*loaded.indicators.values(), *loaded.tasks.values())]
    assert sorted(items) == list(range(1, 3 * ITEMS + 1))


def test_one_copy_is_the_real_dataset(tmp_path: Path, data_folder: Path) -> None:
    make(tmp_path / "data", 1)

    files = [path for path in data_folder.rglob("*") if path.is_file()]
    for path in files:
        assert (tmp_path / "data" / path.relative_to(data_folder)).read_bytes() == path.read_bytes()


def test_each_department_has_as_much_as_in_the_real_plan(tmp_path: Path) -> None:
    make(tmp_path / "data", 13)
    loaded = load(tmp_path / "data")

    leads = [task.lead for task in loaded.tasks.values()]
    assert leads.count("市工信局") == leads.count("市工信局甲乙") == 15
    assert loaded.departments is not None
    assert len(loaded.departments.departments) == 13 * 77


def test_or_departments_have_as_many_times_as_much(tmp_path: Path) -> None:
    make(tmp_path / "data", 2, own_departments=False)
    loaded = load(tmp_path / "data")

    assert [task.lead for task in loaded.tasks.values()].count("市工信局") == 30
    assert loaded.departments is not None
    assert len(loaded.departments.departments) == 77
