"""Two reports of one day: the one that was handed in last says how things stand, and how much."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

TASK = """\
- {{id: {}, item: 50, date: 2022-10-01, status: {}, values: [{{target: "50.1", value: {}}}]}}
"""
FIGURE = """\
- id: {}
  item: 16
  date: 2024-03-01
  target: "16.1"
  period: "2023"
  value: {}
  nature: preliminary
  evidence: [a]
"""
IDS = [("a00001", "z00001"), ("z00001", "a00001")]


def shown(plan: Run, folder: Path, item: int, text: str, *, by: str) -> Any:
    (folder / "progress" / f"{by}.yaml").write_text(text, encoding="utf-8")
    result = plan("--data", str(folder), "show", str(item), "--as-of", "2024-06-30", "--json")
    (row,) = json.loads(result.stdout)
    return row


@pytest.mark.parametrize("ids", IDS)
def test_the_value_of_a_task_is_that_of_the_report_that_its_state_is_from(
    plan: Run, damaged: Path, ids: tuple[str, str]
) -> None:
    text = TASK.format(ids[0], "not_started", 0) + TASK.format(ids[1], "in_progress", 2)
    row = shown(plan, damaged, 50, text, by="市发改局")
    assert (row["status"], row["judgements"][0]["value"]) == ("in_progress", 2)
    assert row["judgements"][0]["reports"] == [ids[1]]


@pytest.mark.parametrize("ids", IDS)
def test_of_two_values_for_one_period_the_last_counts(
    plan: Run, damaged: Path, ids: tuple[str, str]
) -> None:
    text = FIGURE.format(ids[0], 1) + FIGURE.format(ids[1], 2)
    row = shown(plan, damaged, 16, text, by="市统计局")
    assert row["judgements"][0]["value"] == 2
