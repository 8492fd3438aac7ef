"""The smallest dataset there is, to be written to."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the smallest dataset."""
    return Path(shutil.copytree(ROOT / "tests" / "cases" / "base", tmp_path / "data"))
