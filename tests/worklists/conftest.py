"""What tests of work lists need: a dataset of one's own with goals, its lists, what comes back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plan_cli.cli.options import Session
from plan_cli.dataset.dataset import Dataset
from plan_cli.worklists.content import work_list
from plan_cli.worklists.sheet import WorkList
from plan_cli.worklists.submit import Collected, collect
from plan_cli.worklists.workbook import workbook_bytes
from tests.conftest import DATA

DAY = date(2023, 7, 1)
BY = "市工信局"
GOALS = """\
- item: 102
  target: "102.1"
  goal: 建成5G基站2000个
  value: 2000
- item: 102
  goal: 出台5G应用扶持办法
"""


def make_own(folder: Path) -> Path:
    """Make a copy of the real dataset, in which a department has set itself goals."""
    shutil.copytree(DATA, folder)
    place = folder / "annual" / "2023"
    place.mkdir(parents=True)
    (place / f"{BY}.yaml").write_text(GOALS, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return make_own(tmp_path / "data")


MakeWorkList = Callable[..., WorkList]


@pytest.fixture
def make_work_list(own: Path) -> MakeWorkList:
    """Make a work list of the dataset as it is now."""

    def make(department: str = BY, year: int = 2023, day: date = DAY) -> WorkList:
        return work_list(dataset_in(own), department, year, day)

    return make


_WORKBOOKS: dict[str, bytes] = {}


def short(made: WorkList) -> WorkList:
    """Return a list without most of what the department supports: quicker to write and read."""
    sheets = (
        replace(one, rows=tuple(row for row in one.rows if row.item == 50))
        if one.name == "配合"
        else one
        for one in made.sheets
    )
    return replace(made, sheets=tuple(sheets))


def workbook_of(made: WorkList) -> bytes:
    """Return the workbook of a work list; that of the same list is made once."""
    key = repr(made)
    if key not in _WORKBOOKS:
        _WORKBOOKS[key] = workbook_bytes(made)
    return _WORKBOOKS[key]


def dataset_in(folder: Path) -> Dataset:
    return Session(folder).dataset()


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The same dataset for tests that only read it."""
    return dataset_in(make_own(tmp_path_factory.mktemp("dataset") / "data"))


@pytest.fixture(scope="session")
def blank(dataset: Dataset) -> bytes:
    """A work list as it was sent out."""
    return workbook_of(short(work_list(dataset, BY, 2023, DAY)))


Collect = Callable[[bytes], Collected]


@pytest.fixture
def returned(dataset: Dataset, tmp_path: Path) -> Collect:
    """Read a workbook that came back."""

    def read(content: bytes) -> Collected:
        path = tmp_path / "returned.xlsx"
        path.write_bytes(content)
        return collect(path, dataset)

    return read
