"""A year's cycle on a copy of the made-up city: work list, collect, status, review, assess."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.conftest import ROOT, Run

sys.path.insert(0, str(ROOT))

from scripts.returned import BY, FILLED, RETURNED, filled

YEAR = ("--year", "2023", "--as-of", "2024-01-22")
AFTER = ("--as-of", "2024-02-05")


@pytest.fixture
def copy(plan: Run, sample_folder: Path, tmp_path: Path) -> Path:
    """A copy that may be written to."""
    own = tmp_path / "own"
    assert plan("--data", str(sample_folder), "init", str(own)).exit_code == 0
    return own / "data"


def _cells(path: Path) -> dict[str, list[list[Any]]]:
    book = load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def _rows(plan: Run, folder: Path, *command: str) -> Any:
    result = plan("--data", str(folder), *command, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_returned_workbook_is_the_work_list_filled_in(
    plan: Run, sample_folder: Path, tmp_path: Path
) -> None:
    blank = tmp_path / "blank.xlsx"
    command = ("worklist", "--dept", BY, *YEAR, "--output", str(blank))
    assert plan("--data", str(sample_folder), *command).exit_code == 0
    made = tmp_path / "made.xlsx"
    made.write_bytes(filled(blank))
    assert _cells(made) == _cells(RETURNED), "run: python -m scripts refresh"


def test_every_department_with_a_part_gets_a_work_list(
    plan: Run, sample_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "all"
    assert (
        plan("--data", str(sample_folder), "worklist", "--all", str(target), *YEAR).exit_code == 0
    )
    assert len(list(target.glob("*.xlsx"))) == 17


def test_what_was_filled_in_is_handed_in_once(plan: Run, copy: Path) -> None:
    returned = str(copy / "returned" / RETURNED.name)
    before = (copy / "progress" / f"{BY}.yaml").read_text("utf-8")
    assert plan("--data", str(copy), "collect", returned).exit_code == 0
    assert (copy / "progress" / f"{BY}.yaml").read_text("utf-8") == before
    assert plan("--data", str(copy), "collect", "--apply", returned).exit_code == 0
    after = (copy / "progress" / f"{BY}.yaml").read_text("utf-8")
    assert after.startswith(before)
    assert after.count("- id: ") == before.count("- id: ") + len(FILLED)
    assert plan("--data", str(copy), "collect", "--apply", returned).exit_code == 0
    assert (copy / "progress" / f"{BY}.yaml").read_text("utf-8") == after
    assert plan("--data", str(copy), "validate").exit_code == 0


def test_what_is_collected_decides_the_assessment(plan: Run, copy: Path) -> None:
    def grade() -> str:
        (row,) = _rows(plan, copy, "assess", "2023", "--dept", BY, *AFTER)
        return str(row["grade"])

    first = grade()
    returned = str(copy / "returned" / RETURNED.name)
    assert plan("--data", str(copy), "collect", "--apply", returned).exit_code == 0
    (grain,) = _rows(plan, copy, "show", "9", *AFTER)
    assert [one["verdict"] for one in grain["judgements"]] == ["missed"]
    assert (first, grade()) == ("open", "barred")


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_the_papers_of_the_year_are_written(
    plan: Run, copy: Path, tmp_path: Path, suffix: str
) -> None:
    returned = str(copy / "returned" / RETURNED.name)
    assert plan("--data", str(copy), "collect", "--apply", returned).exit_code == 0
    for command in (("review", "2023"), ("review", "2023H2"), ("remind",)):
        paper = tmp_path / f"{'-'.join(command)}.{suffix}"
        result = plan("--data", str(copy), *command, *AFTER, "--output", str(paper))
        assert (result.exit_code, paper.exists()) == (0, True), result.stderr


def test_the_papers_say_what_was_collected(plan: Run, copy: Path) -> None:
    before = plan("--data", str(copy), "review", "2023", *AFTER).stdout
    returned = str(copy / "returned" / RETURNED.name)
    assert plan("--data", str(copy), "collect", "--apply", returned).exit_code == 0
    after = plan("--data", str(copy), "review", "2023", *AFTER).stdout
    assert ("未完成1项" in before, "未完成1项" in after) == (False, True)
    slips = plan("--data", str(copy), "remind", *AFTER).stdout
    assert "乙镇：\n" in slips
    assert f"{BY}：\n" not in slips


@pytest.mark.parametrize("typed", ["2023", "2023年", "２０２３"])
def test_a_year_may_be_typed_as_people_write_it(plan: Run, sample_folder: Path, typed: str) -> None:
    result = plan("--data", str(sample_folder), "assess", typed, *AFTER)
    assert result.stdout.startswith("Assessment of 2023,")


@pytest.mark.parametrize("typed", ["abc", "2036", "2020年", "2023H1"])
def test_what_is_no_year_of_the_plan_is_not_assessed(
    plan: Run, sample_folder: Path, typed: str
) -> None:
    result = plan("--data", str(sample_folder), "assess", typed, *AFTER)
    assert result.exit_code == 2
    assert "is not a year of the plan" in result.stderr


def test_slips_go_into_a_folder_that_is_made(
    plan: Run, sample_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "new" / "slips"
    result = plan("--data", str(sample_folder), "remind", "--all", str(target), *AFTER)
    assert result.exit_code == 0, result.stderr
    assert "reminder-乙镇.docx" in {path.name for path in target.iterdir()}
