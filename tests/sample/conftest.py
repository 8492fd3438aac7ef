"""The dataset of the made-up city that the documents show the program with."""

from pathlib import Path

import pytest

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import load
from tests.conftest import ROOT

SAMPLE = ROOT / "examples" / "made-up-city"


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Dataset:
    found = load(sample_folder).dataset()
    assert found is not None
    return found
