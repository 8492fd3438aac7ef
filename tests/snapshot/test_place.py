"""Where snapshots lie, on any system and without a home."""

import sys
from pathlib import Path

import pytest

from plan_cli.snapshot.place import cache_folder, snapshot_path


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("system", "environ", "folder"),
    [
        ("linux", {}, ".cache/govplan"),
        ("linux", {"XDG_CACHE_HOME": ""}, ".cache/govplan"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, ".cache/govplan"),
        ("darwin", {"XDG_CACHE_HOME": "/x"}, "Library/Caches/govplan"),
        ("win32", {}, "AppData/Local/govplan"),
    ],
)
def test_it_is_the_users_folder_for_what_can_be_made_again(
    monkeypatch: pytest.MonkeyPatch, home: Path, system: str, environ: dict[str, str], folder: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert cache_folder(environ) == home / folder


@pytest.mark.parametrize(
    ("system", "variable"), [("linux", "XDG_CACHE_HOME"), ("win32", "LOCALAPPDATA")]
)
def test_the_system_may_name_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, variable: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert cache_folder({variable: str(tmp_path)}) == tmp_path / "govplan"


def test_and_so_may_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cache_folder({"PLAN_CACHE": "here", "XDG_CACHE_HOME": "/x"}) == tmp_path / "here"


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    def home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", home)
    assert cache_folder({}) is None


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_nor_where_the_home_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "nobody")
    assert cache_folder({}) is None


def test_a_dataset_has_one_file_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    named = snapshot_path(tmp_path, Path("data"))

    assert named == snapshot_path(tmp_path, tmp_path / "x" / ".." / "data")
    assert named != snapshot_path(tmp_path, tmp_path)
    assert named.parent == tmp_path
