"""`plan init`: a dataset of one's own that works, is whole, and is ready for git."""

from pathlib import Path

import pytest
import yaml

from tests.conftest import DATA, ROOT, Run
from tests.foreign import check_jsonschema


def test_a_dataset_of_ones_own(plan: Run, tmp_path: Path) -> None:
    own = tmp_path / "我的数据"
    result = plan("--data", str(DATA), "init", str(own))
    assert (result.exit_code, result.stderr) == (0, "")
    for part in (str(own), "git init", "plan report"):
        assert part in result.stdout
    for path in DATA.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            assert (own / "data" / path.relative_to(DATA)).read_bytes() == path.read_bytes()
    for path in (ROOT / "schema").iterdir():
        assert (own / "schema" / path.name).read_text("utf-8") == path.read_text("utf-8")
    assert "data/source/** -text" in (own / ".gitattributes").read_text("utf-8")
    assert "data/progress/.*" in (own / ".gitignore").read_text("utf-8")
    assert "plan report" in (own / "README.md").read_text("utf-8")
    typed = ("report", "102", "--by", "gxj", "--status", "blocked")
    assert plan("--data", str(own / "data"), *typed).exit_code == 0
    assert plan("--data", str(own / "data"), "validate").exit_code == 0


def test_hooks_and_workflow_run_validate(plan: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert plan("init", str(own)).exit_code == 0
    hooks = yaml.safe_load((own / ".pre-commit-config.yaml").read_text("utf-8"))
    assert hooks["repos"][0]["hooks"][0]["entry"] == "plan --data data validate"
    workflow = own / ".github" / "workflows" / "validate.yml"
    assert "plan --data data validate --since" in workflow.read_text("utf-8")
    checked = check_jsonschema("--builtin-schema", "vendor.github-workflows", str(workflow))
    assert checked.exit_code == 0, checked.stdout


def test_an_empty_folder_will_do_and_what_is_hidden_stays(
    plan: Run, damaged: Path, tmp_path: Path
) -> None:
    (damaged / "progress" / ".lock").write_text("", "utf-8")
    own = tmp_path / "empty"
    own.mkdir()
    assert plan("--data", str(damaged), "init", str(own)).exit_code == 0
    assert not (own / "data" / "progress" / ".lock").exists()
    assert (own / "data" / "plan.yaml").exists()


@pytest.mark.parametrize("name", ["full", "file"])
def test_nothing_is_written_over(plan: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "甲.txt").write_text("甲", "utf-8")
    (tmp_path / "file").write_text("甲", "utf-8")
    result = plan("init", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "already exists and is not empty" in result.stderr
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["甲.txt"]


def test_where_nothing_can_be_written(plan: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("甲", "utf-8")
    result = plan("init", str(tmp_path / "file" / "own"))
    assert (result.exit_code, "cannot be written" in result.stderr) == (1, True)


def test_a_broken_dataset_is_not_copied(plan: Run, damaged: Path, tmp_path: Path) -> None:
    (damaged / "tasks.yaml").write_text("- id: x\n", "utf-8")
    result = plan("--data", str(damaged), "init", str(tmp_path / "own"))
    assert result.exit_code == 1
    assert not (tmp_path / "own").exists()
