"""The made-up city is sound, says that it is made up, and has one of everything to show."""

import json
from pathlib import Path

import pytest

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import load
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS
from tests.conftest import Run

DAY = "2024-02-05"
"""The day on which the documents look at it."""


def test_every_rule_is_content(sample_folder: Path) -> None:
    loaded = load(sample_folder)
    assert loaded.problems == []
    assert run(loaded, TIERS) == []


def test_every_file_says_that_it_is_made_up(sample_folder: Path) -> None:
    texts = [path for path in sample_folder.rglob("*") if path.suffix in {".yaml", ".txt", ".md"}]
    assert len(texts) > 10
    assert [path.name for path in texts if "虚构" not in path.read_text("utf-8")] == []


def test_nobody_can_take_it_for_a_real_notice(sample: Dataset, sample_folder: Path) -> None:
    assert sample.plan.title.startswith("【虚构样例】")
    assert sample.plan.number.endswith("〕0号")
    plan = load(sample_folder).plan
    assert plan is not None
    assert "虚构" in (plan.note or "")
    names = " ".join(path.read_text("utf-8") for path in sample_folder.rglob("*.yaml"))
    assert "兴平" not in names


def test_its_documents_have_no_real_numbers(sample: Dataset) -> None:
    evidence = [one for row in sample.report_rows for one in row["evidence"]]
    assert evidence
    assert [one for one in evidence if not one.endswith("〕0号")] == []


@pytest.mark.parametrize("state", ["overdue", "stale", "unreported", "blocked", "done"])
def test_it_has_tasks_in_every_state(plan: Run, sample_folder: Path, state: str) -> None:
    result = plan(
        "--data", str(sample_folder), "tasks", "--status", state, "--as-of", DAY, "--json"
    )
    assert json.loads(result.stdout) != []


def test_it_has_targets_that_stand_in_every_way(plan: Run, sample_folder: Path) -> None:
    numbers = [str(number) for number in range(1, 21)]
    result = plan("--data", str(sample_folder), "show", *numbers, "--as-of", DAY, "--json")
    verdicts = {one["verdict"] for row in json.loads(result.stdout) for one in row["judgements"]}
    assert verdicts == {"early", "met", "ahead", "on_track", "behind", "unknown"}


def test_an_item_shows_all_that_a_report_says(plan: Run, sample_folder: Path) -> None:
    told = plan("--data", str(sample_folder), "show", "13", "--as-of", DAY).stdout
    assert "progress: 新增高新技术企业4户" in told
    assert "problems: 第三家孵化器场地未落实" in told
    assert "next: 与市工信局会商选址" in told


def test_an_outline_without_lost_headings_says_nothing_of_them(
    plan: Run, sample_folder: Path
) -> None:
    told = plan("--data", str(sample_folder), "sections").stdout
    assert told.startswith("11 parts and sections\n")


def test_a_copy_of_it_leads_editors_to_its_schemas(
    plan: Run, sample_folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    assert plan("--data", str(sample_folder), "init", str(own)).exit_code == 0
    for path in (own / "data").rglob("*.yaml"):
        schema = path.read_text("utf-8").split("\n")[0].partition("$schema=")[2]
        assert (path.parent / schema).is_file(), path
