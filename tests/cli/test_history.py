"""`plan history`: reports in the order of time, in every format; replaced ones are marked."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run


def test_the_shipped_reports_are_those_the_city_published(plan: Run) -> None:
    rows = json.loads(plan("history", "--json").stdout)
    assert len(rows) == 14
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert all(row["quote"] and row["publisher"] and row["source"] for row in rows)
    assert all(row["evidence"][0].startswith("http") for row in rows)
    (growth,) = [row for row in rows if (row["item"], row["period"]) == (12, "2022")]
    assert (growth["value"], growth["nature"]) == (8, "estimate")
    assert (growth["by"], growth["publisher"]) == ("市发改局", "兴平市发展和改革局")
    measured = {(row["item"], row["period"]) for row in rows if row["period"]}
    assert len(measured) == 12
    near_misses = {(15, "2022"), (22, "2022H1"), (22, "2023"), (36, "2022"), (36, "2022H1")}
    assert not measured & near_misses


def test_one_item_one_department_one_day(plan: Run) -> None:
    def found(*arguments: str) -> list[tuple[int, str]]:
        rows = json.loads(plan("history", *arguments, "--json").stdout)
        return [(row["item"], row["date"]) for row in rows]

    assert found("12") == [(12, "2022-07-27"), (12, "2023-01-19"), (12, "2024-03-01")]
    assert found("12", "--as-of", "2023-12-31") == [(12, "2022-07-27"), (12, "2023-01-19")]
    assert found("12", "--dept", "统计局") == [(12, "2022-07-27")]
    assert found("12", "--as-of", "2022-07-26") == []
    assert len(found("--as-of", "2999-01-01")) == 14


def test_what_was_replaced_says_by_which(plan: Run, damaged: Path) -> None:
    path = damaged / "progress" / "市统计局.yaml"
    extra = '- {id: zzzzz1, item: 12, date: 2024-05-01, target: "12.1", period: "2022H1", '
    extra += "value: 6.1, nature: final, replaces: xftbmv}\n"
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")

    def run(*arguments: str) -> str:
        result = plan("--data", str(damaged), "history", "12", *arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        return str(result.stdout)

    rows = {row["id"]: row["replaced_by"] for row in json.loads(run("--json"))}
    assert rows == {"xftbmv": "zzzzz1", "drgh5w": None, "c9q7hy": None, "zzzzz1": None}
    before = json.loads(run("--json", "--as-of", "2024-04-30"))
    assert [row["replaced_by"] for row in before] == [None, None, None]
    for form in ("table", "markdown"):
        text = run("--format", form)
        assert "4 reports, 1 of them replaced" in text or form == "markdown"
        assert "[replaced]" in text.replace("\\", "")
        assert "replaced by zzzzz1" in text
        assert "replaces xftbmv" in text
    cells = list(csv.DictReader(io.StringIO(run("--format", "csv").lstrip("\ufeff"))))
    assert [cell["replaced_by"] for cell in cells] == ["zzzzz1", "", "", ""]


@pytest.mark.parametrize(
    ("arguments", "status", "part"),
    [
        (("211",), 1, "no item 211"),
        (("x",), 2, "“x” is not the number"),
        (("--dept", "市工新局"), 1, "市工信局"),
        (("--as-of", "2024"), 2, "YYYY-MM-DD"),
    ],
)
def test_wrong_use(plan: Run, arguments: tuple[str, ...], status: int, part: str) -> None:
    result = plan("history", *arguments)
    assert (result.exit_code, result.stdout, part in result.stderr) == (status, "", True)


def test_tasks_show_status_values_and_words(plan: Run, damaged: Path) -> None:
    typed = ("--status", "blocked", "--value", "102.1=5", "--problems", "用地", "--next", "协调")
    assert plan("--data", str(damaged), "report", "102", "--by", "gxj", *typed).exit_code == 0
    text = plan("--data", str(damaged), "history", "102").stdout
    for part in ("blocked", "102.1 = 5个", "Problems: 用地", "Next: 协调"):
        assert part in text


SAMPLE = ("--data", str(ROOT / "examples" / "made-up-city"))


def by_and_item(plan: Run, *arguments: str) -> list[tuple[str, int]]:
    result = plan(*SAMPLE, "history", *arguments, "--json")
    return [(row["by"], row["item"]) for row in json.loads(result.stdout)]


def test_a_group_has_the_reports_of_its_members(plan: Run) -> None:
    found = by_and_item(plan, "--dept", "各镇办")
    assert found == [one for one in by_and_item(plan) if one[0] in {"甲街道", "乙镇", "丙镇"}]
    assert {by for by, _item in found} == {"甲街道", "乙镇"}
    result = plan(*SAMPLE, "history", "--dept", "各镇办")
    assert result.stdout.startswith(f"各镇办: {len(found)} reports\n")
    assert result.stderr == "各镇办: reports of its members, 甲街道, 乙镇, 丙镇.\n"


def test_an_indefinite_group_is_who_is_assigned_in_an_item(plan: Run) -> None:
    assert by_and_item(plan, "--dept", "相关镇办") == [("甲街道", 16)]
    assert "those assigned" in plan(*SAMPLE, "history", "--dept", "相关镇办").stderr
    for form in ((), ("--json",), ("--format", "csv")):
        result = plan("history", "--dept", "相关镇办", *form)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "nobody has said who 相关镇办 are" in result.stderr


def test_a_plate_narrows_to_the_items_that_name_it(plan: Run) -> None:
    asked = ("--dept", "科技局", "--json")
    named = {
        row["id"]
        for command in ("tasks", "indicators")
        for row in json.loads(plan(*SAMPLE, command, *asked).stdout)
    }
    found = by_and_item(plan, "--dept", "科技局")
    assert found == [one for one in by_and_item(plan, "--dept", "fgj") if one[1] in named]
    assert 0 < len(found) < len(by_and_item(plan, "--dept", "fgj"))
    result = plan(*SAMPLE, "history", "--dept", "科技局")
    assert result.stdout.startswith(f"市发改局〈科技局〉: {len(found)} report")
    assert "handed in by 市发改局" in result.stderr
