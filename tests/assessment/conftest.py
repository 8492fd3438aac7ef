"""The made-up city, of which more is reported than of the real one."""

from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The dataset of the city that does not exist."""
    return ROOT / "examples" / "made-up-city"
