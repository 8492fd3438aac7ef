"""What a wheel carries, and that it answers on its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    built = WheelBuilder(str(ROOT)).build(directory=str(target), versions=["standard"])
    return Path(next(iter(built)))


def test_it_carries_the_dataset_and_the_catalogues(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        for path in (ROOT / "data").rglob("*"):
            if path.is_file():
                inside = f"plan_cli/data/{path.relative_to(ROOT / 'data').as_posix()}"
                assert archive.read(inside) == path.read_bytes()
    assert "plan_cli/py.typed" in names
    for path in (ROOT / "plan_cli" / "skeleton").iterdir():
        assert f"plan_cli/skeleton/{path.name}" in names
    assert "plan_cli/locale/zh_CN/LC_MESSAGES/plan.mo" in names
    assert "plan_cli/locale/zh_CN/LC_MESSAGES/messages.mo" in names
    assert not {name for name in names if name.startswith(("tests/", "data/", "examples/"))}


def test_it_answers_from_the_dataset_inside(wheel: Path, tmp_path: Path) -> None:
    """An unpacked wheel stands for a normal install: no checkout is in reach."""
    installed, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    environment = {**os.environ, "PYTHONPATH": str(installed), "PLAN_LANG": "en"}
    code = (
        "import plan_cli.dataset.folder as locate; print(locate.bundled());"
        "import sys; sys.argv = ['plan', 'tasks', '--dept', '市工信局', '--role', 'lead'];"
        "from plan_cli.__main__ import main; main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    first, second, *_rest = result.stdout.split("\n")
    assert Path(first) == installed / "plan_cli" / "data"
    assert second.strip() == "市工信局: 15 tasks (leads 15, supports 0)"


def test_it_carries_the_schemas_where_the_data_looks_for_them(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for path in (ROOT / "schema").iterdir():
            assert archive.read(f"plan_cli/schema/{path.name}") == path.read_bytes()
