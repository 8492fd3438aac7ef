"""What tests of work lists need: a dataset of one's own with goals, and its lists."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plan_cli.cli.session import Session
from plan_cli.dataset.dataset import Dataset
from plan_cli.ledgers.content import ledger
from plan_cli.ledgers.layout import Ledger

DAY = date(2023, 7, 1)
GOALS = """\
- item: 102
  target: "102.1"
  goal: 建成5G基站2000个
  value: 2000
- item: 102
  goal: 出台5G应用扶持办法
"""


@pytest.fixture
def own(damaged: Path) -> Path:
    """A copy of the real dataset, in which a department has set itself goals."""
    folder = damaged / "annual" / "2023"
    folder.mkdir(parents=True)
    (folder / "市工信局.yaml").write_text(GOALS, encoding="utf-8")
    return damaged


MakeLedger = Callable[..., Ledger]


@pytest.fixture
def make_ledger(own: Path) -> MakeLedger:
    """Make a work list of the dataset as it is now."""

    def make(department: str = "市工信局", year: int = 2023, day: date = DAY) -> Ledger:
        return ledger(dataset_in(own), department, year, day)

    return make


def dataset_in(folder: Path) -> Dataset:
    return Session(folder).dataset()
