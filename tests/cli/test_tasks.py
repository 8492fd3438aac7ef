"""`plan tasks`: the filters, the names, the JSON contract, the exit statuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run

TASK_KEYS = [
    "id",
    "kind",
    "section",
    "text",
    "lead",
    "support",
    "support_open",
    "targets",
    "note",
]
TARGET_KEYS = [
    "id",
    "quote",
    "metric",
    "measure",
    "direction",
    "direction_basis",
    "value",
    "upper",
    "unit",
    "unit_basis",
    "value_unstated",
    "due",
    "due_basis",
    "same_as",
    "note",
]


def rows(plan: Run, *arguments: str) -> list[dict[str, Any]]:
    result = plan("tasks", *arguments, "--json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def ids(plan: Run, *arguments: str) -> list[int]:
    return [row["id"] for row in rows(plan, *arguments)]


def test_the_json_contract(plan: Run) -> None:
    found = rows(plan)
    assert len(found) == 177
    assert {tuple(row) for row in found} == {tuple(TASK_KEYS)}
    assert {tuple(t) for row in found for t in row["targets"]} == {tuple(TARGET_KEYS)}
    task = found[16]
    assert task["id"] == 50
    assert task["lead"] == "市发改局〈科技局〉"
    assert task["support"] == ["市工信局", "市工业园区", "市商务局", "市城投公司"]
    assert task["support_open"] is True
    assert task["targets"][0]["value"] == 3
    assert task["targets"][0]["note"] is None


def test_with_departments_rows_say_role_and_via(plan: Run) -> None:
    found = rows(plan, "--dept", "南位镇")
    assert {tuple(row) for row in found} == {(*TASK_KEYS, "role", "via")}
    by_id = {row["id"]: (row["role"], row["via"]) for row in found}
    assert by_id[154] == ("support", None)
    assert by_id[1] == ("support", "各镇办")
    assert 60 not in by_id  # names 相关镇办, which may or may not be this town


@pytest.mark.parametrize(
    "name", ["工信局", "市工信局", "gxj", "GXJ", "兴平市工业和信息化局", "工信"]
)
def test_every_name_of_a_department_gives_the_same(plan: Run, name: str) -> None:
    found = rows(plan, "--dept", name)
    assert found == rows(plan, "--dept", "市工信局")
    assert len(found) == 45
    assert sum(row["role"] == "lead" for row in found) == 15


def test_what_a_department_charges_in_tasks_and_indicators(plan: Run) -> None:
    leads = ids(plan, "--dept", "市发改局", "--role", "lead")
    indicators = json.loads(plan("indicators", "--dept", "市发改局", "--json").stdout)
    assert len(leads) + len(indicators) == 35


def test_plates(plan: Run) -> None:
    whole = ids(plan, "--dept", "市发改局")
    science = ids(plan, "--dept", "科技局")
    assert set(science) < set(whole)
    assert science == ids(plan, "--dept", "市科技局") == ids(plan, "--dept", "发改局〈科技局〉")
    assert science == [*range(50, 61), 62, 63, 67, 68, 81, 84, 121, 128, 166]


def test_departments_are_alternatives(plan: Run) -> None:
    both = ids(plan, "--dept", "市工信局", "--dept", "市商务局")
    assert both == sorted({*ids(plan, "--dept", "市工信局"), *ids(plan, "--dept", "市商务局")})


def test_a_group_has_the_tasks_that_name_it_assigned_or_not(plan: Run) -> None:
    sample = ("--data", str(ROOT / "examples" / "made-up-city"))
    (row,) = json.loads(plan(*sample, "tasks", "--dept", "相关镇办", "--json").stdout)
    assert (row["id"], row["role"], row["via"]) == (16, "support", None)
    (assigned,) = json.loads(plan(*sample, "assignments", "--assigned", "--json").stdout)
    assert (assigned["item"], assigned["group"]) == (16, "相关镇办")


def test_indefinite_groups_are_left_out_and_told(plan: Run) -> None:
    result = plan("tasks", "--dept", "市工信局", "--json")
    assert result.stderr == (
        "32 more tasks name only a group whose members are not stated (市级相关部门 32); "
        "--include-indefinite shows them.\n"
    )
    more = rows(plan, "--dept", "市工信局", "--include-indefinite")
    assert len(more) == 45 + 32
    assert {row["via"] for row in more} == {None, "市级相关部门"}
    assert "more task" not in plan("tasks", "--dept", "市工信局", "--include-indefinite").stderr


def test_role(plan: Run) -> None:
    lead = ids(plan, "--dept", "市工信局", "--role", "lead")
    assert lead == [6, 7, 52, 57, 69, 70, 71, 72, 81, 84, 85, 87, 102, 103, 116]
    assert lead == ids(plan, "--dept", "市工信局", "--role", "牵头")
    assert len(ids(plan, "--dept", "市工信局", "--role", "support")) == 30
    assert plan("tasks", "--dept", "市工信局", "--role", "lead").stderr == ""


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("三(五)", range(117, 129)),
        ("三（五）", range(117, 129)),
        ("农业强农村美", range(117, 129)),
        ("二(二)", range(45, 50)),
        ("三", range(50, 211)),
        ("一", range(1, 12)),
    ],
)
def test_section(plan: Run, section: str, expected: range) -> None:
    assert ids(plan, "--section", section) == list(expected)


def test_kind(plan: Run) -> None:
    assert ids(plan, "--kind", "vision") == list(range(45, 50))
    assert ids(plan, "--kind", "远景目标") == list(range(45, 50))


def test_due(plan: Run) -> None:
    assert ids(plan, "--due", "2023") == [51]
    assert ids(plan, "--due", "2022") == [50]
    assert 50 in ids(plan, "--due", "2025")
    assert len(ids(plan, "--due", "none")) == 133
    assert ids(plan, "--due", "2031") == []


def test_grep_ignores_case_and_width(plan: Run) -> None:
    assert ids(plan, "--grep", "5G基站") == ids(plan, "--grep", "５g基站") == [102]
    assert ids(plan, "--grep", "县（市）") == [50, 76, 173]


def test_nothing_found_is_no_failure(plan: Run) -> None:
    result = plan("tasks", "--grep", "没有这句话")
    assert (result.exit_code, result.stdout.strip()) == (0, "0 tasks")


@pytest.mark.parametrize(
    ("arguments", "status", "parts"),
    [
        (["--dept", "市工新局"], 1, ["“市工新局”", "市工信局"]),
        (["--dept", "xyz"], 1, ["“xyz”"]),
        (["--dept", "办"], 1, ["several", "市委编办", "各镇办", "市金融办"]),
        (["--dept", "swj"], 1, ["several", "市税务局, 市商务局"]),
        (["--dept", "mzj"], 1, ["several", "市民宗局, 市民政局"]),
        (["--section", "五"], 1, ["no section", "三(十一)"]),
        (["--section", "三(三)"], 1, ["no heading 三(三)", "三(二)"]),
        (["--section", "发展"], 1, ["several", "三(一)", "三(七)"]),
        (["--kind", "vison"], 2, ["--kind", "vision"]),
        (["--role", "lead"], 2, ["--dept"]),
        (["--include-indefinite"], 2, ["--dept"]),
        (["--dept", "gxj", "--role", "boss"], 2, ["--role", "lead (牵头)"]),
        (["--due", "25"], 2, ["--due", "2025"]),
        (["--format", "xml"], 2, ["xml", "table", "json"]),
        (["--nosuch"], 2, ["--nosuch"]),
    ],
)
def test_what_cannot_be_answered(
    plan: Run, arguments: list[str], status: int, parts: list[str]
) -> None:
    result = plan("tasks", *arguments)
    assert result.exit_code == status
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    for part in parts:
        assert part in result.stderr


def test_broken_data_is_reported_and_not_queried(plan: Run, damaged: Path) -> None:
    tasks = damaged / "tasks.yaml"
    lines = tasks.read_text(encoding="utf-8").split("\n")
    number = lines.index("  lead: 市招商局")
    lines[number] = "  lead: 市招傷局"
    departments = damaged / "departments.yaml"
    departments.write_text(
        departments.read_text(encoding="utf-8").replace("prefixes:", "prefixs:", 1),
        encoding="utf-8",
    )
    tasks.write_text("\n".join([*lines[:3], "  kind: x", *lines[3:]]), encoding="utf-8")
    result = plan("--data", str(damaged), "tasks")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{tasks}:6:3: error [syntax.duplicate-key]" in result.stderr
    assert f"{departments}:3:1: error [schema.unknown-key]" in result.stderr
    assert "Did you mean prefixes?" in result.stderr
