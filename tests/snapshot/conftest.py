"""A folder for snapshots, which the other tests do without."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that snapshots are kept in; it is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PLAN_CACHE", str(folder))
    monkeypatch.delenv("PLAN_NO_CACHE")
    return folder
