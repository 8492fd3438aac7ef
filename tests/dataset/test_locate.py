"""Where the dataset is looked for, in which order."""

from pathlib import Path

import pytest

from plan_cli.dataset.folder import DatasetNotFoundError, bundled, locate


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Two datasets above each other: `<tree>/data` and `<tree>/inner/data`."""
    for folder in (tmp_path, tmp_path / "inner"):
        (folder / "data").mkdir(parents=True)
        (folder / "data" / "plan.yaml").touch()
    (tmp_path / "inner" / "below").mkdir()
    (tmp_path / "other").mkdir()
    return tmp_path


def test_the_option_comes_first(tree: Path) -> None:
    found = locate(tree / "other", {"PLAN_DATA": str(tree / "data")}, tree / "inner")
    assert found == tree / "other"


def test_then_the_environment(tree: Path) -> None:
    assert locate(None, {"PLAN_DATA": str(tree / "other")}, tree / "inner") == tree / "other"


def test_an_empty_variable_says_nothing(tree: Path) -> None:
    assert locate(None, {"PLAN_DATA": ""}, tree) == tree / "data"


@pytest.mark.parametrize(
    ("start", "expected"),
    [("inner/below", "inner/data"), ("inner/data", "inner/data"), ("other", "data"), ("", "data")],
)
def test_then_the_nearest_above(tree: Path, start: str, expected: str) -> None:
    assert locate(None, {}, tree / start) == tree / expected


def test_then_the_one_that_ships(tmp_path: Path, data_folder: Path) -> None:
    assert locate(None, {}, tmp_path) == bundled() == data_folder


@pytest.mark.parametrize("named", ["option", "environment"])
def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path, named: str) -> None:
    missing = tmp_path / "nosuch"
    option = missing if named == "option" else None
    with pytest.raises(DatasetNotFoundError, match="nosuch"):
        locate(option, {"PLAN_DATA": str(missing)}, tmp_path)
