"""How the plan stands, asked on the command line, over reports made for the test."""

import json
from pathlib import Path
from typing import Any

import pytest

from plan_cli import i18n
from tests.conftest import Run

LEAD = """\
- {id: ab2345, item: 102, date: 2023-07-01, status: not_started}
- id: ab2346
  item: 102
  date: 2024-01-15
  status: in_progress
  values:
    - {target: "102.1", value: 2100}
  progress: 建成2100个
- {id: ab2347, item: 81, date: 2024-01-16, status: blocked, problems: 缺地}
"""
SUPPORTER = """\
- {id: cd2345, item: 102, date: 2024-02-01, status: done, evidence: ["https://example.org/"]}
"""
OFFICE = """\
- {id: ef2345, item: 12, date: 2023-01-19, period: "2022", value: 8, nature: estimate}
- {id: ef2346, item: 12, date: 2024-03-01, period: "2023", value: 2.7, nature: preliminary}
- {id: ef2347, item: 33, date: 2024-03-01, period: "2023", value: 83, nature: final}
""".replace("item: 12,", 'item: 12, target: "12.1",').replace(
    "item: 33,", 'item: 33, target: "33.1",'
)


@pytest.fixture
def data(damaged: Path) -> tuple[str, str]:
    """The dataset with reports of the test's own."""
    folder = damaged / "progress"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in (("市工信局", LEAD), ("市政务信息中心", SUPPORTER), ("市发改局", OFFICE)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return "--data", str(damaged)


def rows(plan: Run, *arguments: str) -> Any:
    result = plan(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def numbers(plan: Run, *arguments: str) -> list[int]:
    return [row["id"] for row in rows(plan, *arguments)]


def test_the_lead_decides_and_supporters_do_not(plan: Run, data: tuple[str, str]) -> None:
    (row,) = rows(plan, *data, "show", "102", "--as-of", "2024-03-02")
    assert row["status"] == "in_progress"
    assert [one["id"] for one in row["reports"]] == ["ab2345", "ab2346"]
    assert [one["id"] for one in row["others"]] == ["cd2345"]
    assert numbers(plan, *data, "tasks", "--status", "done", "--as-of", "2024-03-02") == []


@pytest.mark.parametrize("command", [["status"], ["tasks"], ["assess", "2023"], ["review", "2023"]])
def test_nothing_is_said_by_reports_that_do_not_hold(
    plan: Run, data: tuple[str, str], command: list[str]
) -> None:
    wrong = Path(data[1]) / "progress" / "市政务信息中心.yaml"
    wrong.write_text(SUPPORTER.replace("item: 102", "item: 12"), encoding="utf-8")
    result = plan(*data, *command)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "市政务信息中心.yaml:1:" in result.stderr


def test_a_plate_leads_by_its_department(plan: Run, data: tuple[str, str]) -> None:
    folder = Path(data[1]) / "progress" / "市发改局.yaml"
    own = "- {id: ef2348, item: 50, date: 2022-10-01, status: in_progress}\n"
    folder.write_text(own + OFFICE, encoding="utf-8")
    (row,) = rows(plan, *data, "show", "50", "--as-of", "2022-12-01")
    assert (row["lead"], row["status"]) == ("市发改局〈科技局〉", "in_progress")


@pytest.mark.parametrize(
    ("day", "state"),
    [("2023-06-30", "unreported"), ("2023-07-01", "not_started"), ("2024-01-15", "in_progress")],
)
def test_any_day(plan: Run, data: tuple[str, str], day: str, state: str) -> None:
    (row,) = rows(plan, *data, "show", "102", "--as-of", day)
    assert (row["as_of"], row["status"]) == (day, state)


def test_tasks_by_state_and_light(plan: Run, data: tuple[str, str]) -> None:
    asked = (*data, "tasks", "--as-of", "2024-03-02")
    assert numbers(plan, *asked, "--status", "blocked") == [81]
    assert numbers(plan, *asked, "--status", "受阻") == [81]
    assert numbers(plan, *asked, "--status", "in_progress") == [102]
    assert len(numbers(plan, *asked, "--status", "unreported")) == 175
    assert numbers(plan, *asked, "--status", "逾期") == [50, 51]
    assert numbers(plan, *asked, "--light", "红灯") == [50, 51]
    assert numbers(plan, *asked, "--light", "红") == [50, 51]
    (blocked,) = rows(plan, *asked, "--status", "blocked")
    assert (blocked["light"], blocked["light_reason"]) == ("yellow", "blocked")


def test_states_are_shown_only_when_asked_for(plan: Run, data: tuple[str, str]) -> None:
    plain = rows(plan, *data, "tasks", "--dept", "市工信局")
    asked = rows(plan, *data, "tasks", "--dept", "市工信局", "--as-of", "2024-03-02")
    assert "status" not in plain[0]
    assert list(asked[0])[: len(plain[0])] == list(plain[0])
    assert "judgements" not in rows(plan, *data, "indicators")[0]
    assert "State" not in plan(*data, "tasks").stdout
    blocked = plan(*data, "tasks", "--status", "blocked", "--as-of", "2024-03-02")
    assert "State" in blocked.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("tasks", "--status", "finished"),
        ("tasks", "--light", "pink"),
        ("tasks", "--as-of", "2024-02-30"),
        ("indicators", "--as-of", "2024"),
        ("show", "12", "--as-of", "today"),
        ("status", "--as-of", "20240101"),
    ],
)
def test_wrong_words(plan: Run, arguments: tuple[str, ...]) -> None:
    result = plan(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be" in result.stderr


def test_indicators_with_their_pace(plan: Run, data: tuple[str, str]) -> None:
    found = rows(plan, *data, "indicators", "--status", "--as-of", "2024-06-30")
    judged = {one["target"]: one for row in found for one in row["judgements"]}
    assert len(found) == 33
    assert judged["33.1"]["verdict"] == "early"
    growth = judged["12.1"]
    assert (growth["verdict"], growth["missing"]) == ("unknown", [2021])
    assert (growth["value_text"], growth["forecast"]) == ("5.3%", True)
    assert growth["reports"] == ["ef2345", "ef2346"]
    shown = plan(*data, "indicators", "--status", "--as-of", "2024-06-30")
    assert "unknown†" in shown.stdout
    assert "rests on a forecast" in shown.stderr


def test_the_working_is_explained(plan: Run, data: tuple[str, str]) -> None:
    asked = (*data, "show", "12", "--as-of", "2024-06-30")
    assert "geometric mean" not in plan(*asked).stdout
    explained = plan(*asked, "--explain", "--format", "markdown").stdout
    assert "geometric mean: ((1 + 8%) × (1 + 2.7%))^(1/2) − 1 = 5.3%" in explained
    assert "report ef2346" in explained
    assert "8.7% a year" in explained


def test_values_of_a_task_are_judged(plan: Run, data: tuple[str, str]) -> None:
    (row,) = rows(plan, *data, "show", "102", "--as-of", "2024-06-30")
    assert row["judgements"][0]["value"] == 2100
    assert row["judgements"][0]["verdict"] == "unknown"
    assert "no base value for 2020" in row["judgements"][0]["reason"]


def test_the_overview(plan: Run, data: tuple[str, str]) -> None:
    whole = rows(plan, *data, "status", "--as-of", "2024-03-02")
    assert list(whole) == ["indicators", "sections", "departments", "attention"]
    assert [row["id"] for row in whole["indicators"]] == [29, 30, 31, 32, 33, 34, 43]
    states = ("unreported", "not_started", "in_progress", "blocked", "done", "terminated")
    assert sum(row[state] for row in whole["sections"] for state in states) == 177
    attention = {(row["what"], row["tasks"] is None): row for row in whole["attention"]}
    assert attention["overdue", False]["tasks"] == 2
    assert attention["blocked", False]["tasks"] == 1
    assert attention["unreported", True]["indicators"] == 31
    assert attention["stale", True]["indicators"] == 31


def test_the_commands_of_the_overview_list_what_it_counts(plan: Run, data: tuple[str, str]) -> None:
    asked = ("status", "--dept", "市工信局", "--as-of", "2024-03-02")
    for row in rows(plan, *data, *asked)["attention"]:
        command = row["command"].split()[1:]
        listed = rows(plan, *data, *command)
        if row["tasks"] is not None:
            assert len(listed) == row["tasks"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_overview_fits_one_screen(
    plan: Run, monkeypatch: pytest.MonkeyPatch, language: Any
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    i18n.activate(language)
    text = plan("status", "--as-of", "2024-03-02").stdout
    assert len(text.splitlines()) <= 42
    text.encode("gbk")


def test_counts_by_state(plan: Run, data: tuple[str, str]) -> None:
    asked = (*data, "status", "--as-of", "2024-03-02", "--by")
    sections = {row["code"]: row for row in rows(plan, *asked, "section")}
    assert sections["三(二)"]["in_progress"] == 1
    assert sections["三"]["tasks"] == 161
    departments = {row["name"]: row for row in rows(plan, *asked, "department")}
    bureau = departments["市工信局"]
    assert (bureau["leads"], bureau["in_progress"], bureau["blocked"]) == (15, 1, 1)
    lights = {row["light"]: row for row in rows(plan, *asked, "light")}
    assert sum(row["tasks"] for row in lights.values()) == 177
    assert sum(row["indicators"] for row in lights.values()) == 33
    assert lights["red"]["tasks"] == 2


def test_the_lights_follow_the_rules_in_the_data(plan: Run, data: tuple[str, str]) -> None:
    path = Path(data[1]) / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    first = "lights:\n  - light: blue\n    when: [blocked]\n    unless: [overdue]\n"
    path.write_text(text.replace("lights:\n", first), encoding="utf-8")
    assert numbers(plan, *data, "tasks", "--light", "blue", "--as-of", "2024-03-02") == [81]
    path.write_text(text.replace("when: [overdue]", "when: [tired]"), encoding="utf-8")
    result = plan(*data, "tasks", "--light", "blue")
    assert result.exit_code == 1
    assert "tired" in result.stderr


@pytest.mark.parametrize(
    ("day", "inherited"), [("2023-05-31", False), ("2023-06-01", True), (None, True)]
)
def test_duties_are_those_of_the_day(
    plan: Run, damaged: Path, day: str | None, inherited: bool
) -> None:
    path = damaged / "departments.yaml"
    listed = path.read_text(encoding="utf-8")
    for name, heir in (("市乡村振兴局", "市农业农村局"), ("市统计局", "市财政局")):
        gone = f"  - name: {name}\n    valid_until: 2023-05-31\n    successors: [{heir}]\n"
        listed = listed.replace(f"  - name: {name}\n", gone)
    path.write_text(listed, encoding="utf-8")
    data, on = ("--data", str(damaged)), () if day is None else ("--as-of", day)

    tasks = rows(plan, *data, "tasks", "--dept", "市农业农村局", *on)
    assert any(row["via"] == "市乡村振兴局" for row in tasks) is inherited
    counted = rows(plan, *data, "status", "--dept", "市农业农村局", "--by", "light", *on)
    assert sum(row["tasks"] for row in counted) == len(tasks)
    held = rows(plan, *data, "indicators", "--dept", "市财政局", *on)
    assert ("市统计局" in {row["responsible"] for row in held}) is inherited
