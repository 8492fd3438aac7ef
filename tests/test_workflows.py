"""What runs the checks elsewhere is well formed, and runs what is documented."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.foreign import check_jsonschema, pre_commit

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_workflow_is_valid(path: Path) -> None:
    result = check_jsonschema("--builtin-schema", "vendor.github-workflows", str(path))
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-manifest", ".pre-commit-hooks.yaml"),
    ],
)
def test_pre_commit_accepts_its_files(command: str, name: str) -> None:
    """By pre-commit's own validators: there is no schema of its files that is kept as well."""
    assert pre_commit(command, str(ROOT / name)) == 0


def test_all_run_the_same() -> None:
    (offered,) = read(".pre-commit-hooks.yaml")
    own = {
        hook["id"]: hook
        for repo in read(".pre-commit-config.yaml")["repos"]
        for hook in repo["hooks"]
    }
    steps = [
        step for job in read(".github/workflows/ci.yml")["jobs"].values() for step in job["steps"]
    ]
    assert offered["entry"] == own[offered["id"]]["entry"] == "plan validate"
    assert offered["entry"] in [step.get("run") for step in steps]


@pytest.mark.parametrize(
    "path", ["data/tasks.yaml", "data/source/notice.txt", "plan/plan.yaml", "data/progress/x.yaml"]
)
def test_the_hook_looks_at_every_file_of_a_dataset(path: str) -> None:
    (offered,) = read(".pre-commit-hooks.yaml")
    assert re.search(offered["files"], path)
