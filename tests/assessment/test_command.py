"""`plan assess`: what is printed, in every format and both languages, and what is refused."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from plan_cli import i18n
from plan_cli.text import cells
from tests.conftest import DATA, Run

ASKED = ("assess", "2023", "--as-of", "2024-02-05")


@pytest.fixture
def assess(plan: Run, sample_folder: Path) -> Run:
    return lambda *arguments: plan("--data", str(sample_folder), *arguments)


def departments(result: Any) -> dict[str, dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return {row["department"]: row for row in json.loads(result.stdout)}


def lines(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [*row["binding"], *row["bonus"], *row["tasks"], *row["goals"]]


def test_every_line_has_its_rule_with_its_words(assess: Run, sample_folder: Path) -> None:
    notice = (sample_folder / "source" / "notice.txt").read_text("utf-8")
    found = departments(assess(*ASKED, "--json"))
    assert {part for row in found.values() for part in (line["part"] for line in lines(row))} == {
        "binding",
        "bonus",
        "tasks",
        "goals",
    }
    for row in found.values():
        for line in lines(row):
            assert line["rule"] in ("binding_veto", "early_bonus", "work_lists", "annual_targets")
            assert line["quote"] in notice
            assert line["section"] in ("二(一)", "二(二)", "四(一)")


def test_people_read_the_notice_and_never_an_id_of_the_program(assess: Run) -> None:
    for arguments in (ASKED, (*ASKED, "--explain"), (*ASKED, "--format", "markdown")):
        told = assess(*arguments).stdout
        assert "The notice, 二(一): “" in told
        assert "binding_veto" not in told
        assert "early_bonus" not in told


def test_a_department_that_only_has_a_goal_for_2035_is_shown_that_rule(plan: Run) -> None:
    row = departments(plan("--data", str(DATA), "assess", "2030", "--json"))["市发改局"]
    assert (row["grade"], row["binding"]) == (None, [])
    assert "due by the end of 2025" in row["grade_reason"]
    assert {line["rule"] for line in row["bonus"]} == {"early_bonus"}
    told = plan("--data", str(DATA), "assess", "2030", "-d", "fgj").stdout
    assert told.index("early (加分)\nThe notice, 二(二): “远景目标") < told.index("45.1")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "arguments", [(), ("--dept", "fgj"), ("--explain",), ("--assume", "7=9", "--assume", "10=50")]
)
def test_it_fits_80_columns_and_breaks_no_word_of_a_result(
    assess: Run,
    monkeypatch: pytest.MonkeyPatch,
    language: i18n.Language,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    i18n.activate(language)
    told = assess(*ASKED, *arguments).stdout
    assert max(map(cells, told.split("\n"))) <= 80
    for word in {"en": ("fulfilled",), "zh": ("完成",)}[language]:
        assert word in told
    assert ("{" in told, "None\n" in told) == (False, False)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_open_is_not_called_missed(assess: Run, language: i18n.Language) -> None:
    i18n.activate(language)
    ended = assess(*ASKED, "--dept", "乙镇").stdout
    running = assess("assess", "2023", "--as-of", "2023-08-01", "--dept", "乙镇").stdout
    assert ("open" if language == "en" else "尚未完成") in ended
    assert ("blocked" if language == "en" else "受阻") in running
    assert re.search(r"missed|(?<!尚)未完成", ended + running) is None


def test_a_goal_that_is_met_is_not_called_met_in_time(assess: Run) -> None:
    i18n.activate("zh")
    told = assess(*ASKED, "--dept", "市发改局").stdout
    assert "完成" in told
    assert "按期完成" not in told


def test_both_the_goal_and_the_pace_have_their_reason(assess: Run) -> None:
    (line,) = [
        line
        for line in departments(assess(*ASKED, "--json"))["市发改局"]["goals"]
        if line["targets"] == ["2.1"]
    ]
    assert "above the year's goal" in line["reason"]
    assert (line["pace"], "above the plan" in line["pace_reason"]) == ("ahead", True)
    assert (line["value"], line["goal"], line["period"]) == (6.9, 6.8, "2023")


def test_explain_leaves_out_nothing(assess: Run) -> None:
    told = assess(*ASKED, "--dept", "市生态环境局", "--explain").stdout
    for words in ("Working: none", "Reports: none", "Evidence: none", "Not used: none"):
        assert words in told
    assert told.count("\nNone.\n") == 3


def test_a_year_that_has_not_ended_says_so(assess: Run) -> None:
    assert (
        "2023 has not ended: nothing here is final"
        in assess("assess", "2023", "--as-of", "2023-12-31").stdout
    )
    assert "has not" not in assess("assess", "2023", "--as-of", "2024-01-01").stdout
    assert "2025 has not begun" in assess("assess", "2025", "--as-of", "2024-01-01").stdout


def test_csv_has_a_row_a_line(assess: Run) -> None:
    told = assess(*ASKED, "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(told.removeprefix("\ufeff"))))
    found = departments(assess(*ASKED, "--json"))
    assert len(rows) == sum(len(lines(row)) for row in found.values())
    assert {"department", "part", "quote", "result", "reason"} <= set(rows[0])


def test_markdown_has_the_same_tables(assess: Run) -> None:
    told = assess(*ASKED, "--dept", "市工信局", "--format", "markdown").stdout
    assert "| 14.1 |" in told
    assert "on time" in told


def test_the_overview_says_how_to_see_more(assess: Run) -> None:
    assert "plan assess 2023 --dept NAME" in assess(*ASKED).stderr


class TestAssuming:
    def test_only_what_changes_is_shown_before_and_after(
        self, assess: Run, sample_folder: Path
    ) -> None:
        before = {path: path.read_bytes() for path in sample_folder.rglob("*") if path.is_file()}
        found = departments(assess(*ASKED, "--assume", "9=11", "--json"))
        assert list(found) == ["市农业农村局"]
        row = found["市农业农村局"]
        assert (row["grade_before"], row["grade"]) == ("open", "barred")
        changed = [(one["part"], one["before"], one["result"]) for one in lines(row)]
        assert changed == [("binding", "unknown", "missed"), ("goals", "unknown", "missed")]
        told = assess(*ASKED, "--assume", "9=11").stdout
        assert told.startswith("If 9=11 for 2023, this would change")
        assert "clear so far → barred" in told
        after = {path: path.read_bytes() for path in sample_folder.rglob("*") if path.is_file()}
        assert after == before

    def test_nothing_changes(self, assess: Run) -> None:
        told = assess(*ASKED, "--assume", "9=11", "--dept", "市发改局")
        assert told.stdout == "If 9=11 for 2023, nothing would change (as of 2024-02-05)\n"
        assert (
            json.loads(assess(*ASKED, "--assume", "9=11", "--dept", "fgj", "--json").stdout) == []
        )

    def test_a_target_of_several(self, plan: Run) -> None:
        result = plan("--data", str(DATA), "assess", "2025", "--assume", "36.1=5")
        assert (result.exit_code, result.stderr) == (0, "")

    @pytest.mark.parametrize(
        ("typed", "status", "words"),
        [
            ("50=1", 1, "item 50 is a task"),
            ("50.1=1", 1, "item 50 is a task"),
            ("299=1", 1, "there is no indicator “299”"),
            ("29.4=1", 1, "item 29 has no target 29.4"),
            ("44=1", 1, "has no figure to compare with"),
            ("36=1", 2, "--assume 36.1=1"),
            ("29=x", 2, "--assume 29=13.1"),
            ("29=13个", 2, "not in the unit"),
            ("29", 2, "does not say what the figure is of"),
            ("=3", 2, "cannot be read"),
        ],
    )
    def test_what_makes_no_sense(self, plan: Run, typed: str, status: int, words: str) -> None:
        result = plan("--data", str(DATA), "assess", "2025", "--assume", typed)
        assert (result.exit_code, result.stdout) == (status, "")
        assert words in result.stderr

    def test_twice(self, plan: Run) -> None:
        typed = ("--assume", "29=13", "--assume", "29.1=14")
        result = plan("--data", str(DATA), "assess", "2025", *typed)
        assert (result.exit_code, "assumed twice" in result.stderr) == (2, True)


@pytest.mark.parametrize("year", ["2020", "2036", "23"])
def test_a_year_outside_the_plan(plan: Run, year: str) -> None:
    result = plan("--data", str(DATA), "assess", year)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "from 2021 to 2025" in result.stderr
    assert "until 2035" in result.stderr


def test_departments_that_are_none_or_several(plan: Run) -> None:
    result = plan("--data", str(DATA), "assess", "2025", "--dept", "相关镇办")
    assert (result.exit_code, "nobody has said who" in result.stderr) == (1, True)
    assert plan("--data", str(DATA), "assess", "2025", "--dept", "没有").exit_code == 1
    of_group = departments(plan("--data", str(DATA), "assess", "2025", "-d", "各镇办", "--json"))
    assert len(of_group) > 5
    assert all(lines(row) == [] and row["grade"] is None for row in of_group.values())


def test_a_department_that_has_gone_leads_to_its_successor(plan: Run, damaged: Path) -> None:
    path = damaged / "departments.yaml"
    text = path.read_text("utf-8")
    name = "  - name: 市绿化办\n"
    gone = f"{name}    valid_until: 2024-03-31\n    successors: [市水利局]\n"
    path.write_text(text.replace(name, gone, 1), "utf-8")
    result = plan("--data", str(damaged), "assess", "2025", "--dept", "市绿化办", "--json")
    row = departments(result)["市水利局"]
    assert {(line["targets"][0], line["named"]) for line in row["binding"]} == {
        ("30.1", "市水利局"),
        ("34.1", "市绿化办"),
    }
    assert "市绿化办 existed until 2024-03-31; its duties went to 市水利局" in result.stderr
    before = departments(plan("--data", str(damaged), "assess", "2023", "--json"))
    assert before["市绿化办"]["binding"][0]["targets"] == ["34.1"]


class TestOfTheCity:
    @pytest.mark.parametrize("year", [2021, 2022, 2023, 2024, 2025])
    def test_nobody_is_barred_by_what_nobody_knows(self, plan: Run, year: int) -> None:
        found = departments(plan("--data", str(DATA), "assess", str(year), "--json"))
        grades = {name: row["grade"] for name, row in found.items() if row["binding"]}
        assert grades == dict.fromkeys(
            ["市发改局", "市水利局", "咸阳市生态环境局兴平分局", "市绿化办", "市农业农村局"], "open"
        )
        results = {line["result"] for row in found.values() for line in lines(row)}
        assert results <= {"unknown", "unreported", "open"}

    def test_the_bar_follows_who_is_responsible(self, plan: Run) -> None:
        typed = ("assess", "2025", "--assume", "34=39.9", "--json")
        found = departments(plan("--data", str(DATA), *typed))
        assert {name: row["grade"] for name, row in found.items()} == {"市绿化办": "barred"}
