"""Shared by all tests: the real dataset, copies of it to damage, and the command line."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["PLAN_LANG"] = "en"
os.environ["PLAN_NO_CACHE"] = "1"  # nothing is kept of what tests load, but in tests/snapshot
os.environ.pop("PLAN_DATA", None)
os.environ.pop("GITHUB_ACTIONS", None)  # `plan validate` speaks to it
os.environ.pop("GITHUB_WORKSPACE", None)

import pytest
from typer.testing import CliRunner

from plan_cli import i18n

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.activate("en")
    yield
    i18n.activate("en")


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The dataset that ships with the program."""
    return DATA


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A copy of the real dataset that a test may damage."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def plan() -> Run:
    """Run a command line in this process."""
    from plan_cli.app import app

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(app, arguments, prog_name="plan")

    return run
