"""Shared by all tests: the real dataset, copies of it to damage, and the command line."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["PLAN_LANG"] = "en"
os.environ["PLAN_NO_CACHE"] = (
    "1"  # nothing is kept of what tests load, but where the snapshot is the subject
)
os.environ.pop("PLAN_DATA", None)
os.environ.pop("GITHUB_ACTIONS", None)  # `plan validate` speaks to it
os.environ.pop("GITHUB_WORKSPACE", None)

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from plan_cli import i18n
from plan_cli.cli.options import Session

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"

Run = Callable[..., Any]

# Without deadlines, as workers share the processor; CI asks for --hypothesis-profile=thorough.
settings.register_profile("usual", max_examples=30, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.load_profile("usual")


@pytest.fixture(scope="session", autouse=True)
def _datasets_of_the_project_are_loaded_once() -> Iterator[None]:
    """Commands load copies of them anew, and never what the project itself holds."""
    load, loaded = Session.dataset, {}

    def dataset(session: Session) -> Any:
        folder = session.folder().resolve()
        if ROOT not in folder.parents or "PLAN_NO_CACHE" not in os.environ:
            return load(session)
        if folder not in loaded:
            loaded[folder] = load(session)
        return loaded[folder]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "dataset", dataset)
        yield


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
