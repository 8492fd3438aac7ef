"""`plan departments`, `sections`, `status`, `assignments`: counts that have to agree."""

import csv
import json
from io import StringIO
from typing import Any

import pytest

from tests.conftest import Run


def rows(plan: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(plan(*arguments, "--json").stdout)
    return found


def test_departments_and_what_they_carry(plan: Run) -> None:
    found = {row["name"]: row for row in rows(plan, "departments")}
    assert len(found) == 77
    bureau = found["市发改局"]
    assert (bureau["leads"], bureau["supports"], bureau["via_groups"]) == (28, 51, 0)
    assert (bureau["indicators"], bureau["binding"]) == (7, 1)
    assert bureau["full_name_basis"] == "verified"
    town = found["南位镇"]
    assert (town["leads"], town["supports"], town["via_groups"]) == (0, 1, 41)
    assert sum(row["leads"] for row in found.values()) == 177
    assert sum(row["indicators"] for row in found.values()) == 33
    assert sum(row["binding"] for row in found.values()) == 7


@pytest.mark.parametrize("name", ["市工信局", "南位镇", "市发改局"])
def test_departments_agree_with_tasks(plan: Run, name: str) -> None:
    (row,) = [row for row in rows(plan, "departments") if row["name"] == name]
    tasks = rows(plan, "tasks", "--dept", name)
    assert row["leads"] == sum(task["role"] == "lead" for task in tasks)
    assert row["supports"] + row["leads"] == sum(task["via"] is None for task in tasks)
    assert row["via_groups"] == sum(task["via"] is not None for task in tasks)


def test_category(plan: Run) -> None:
    assert len(rows(plan, "departments", "--category", "镇办")) == 13
    assert len(rows(plan, "departments", "--category", "政府")) == 29
    unknown = plan("departments", "--category", "学校")
    assert unknown.exit_code == 1
    assert "no category" in unknown.stderr
    several = plan("departments", "--category", "部门")
    assert several.exit_code == 1
    assert "党委部门, 政府部门" in several.stderr


def test_sections(plan: Run) -> None:
    found = {row["code"]: row for row in rows(plan, "sections")}
    assert [code for code, row in found.items() if row["missing"]] == [
        *("三(三)", "三(四)", "三(八)", "三(九)", "三(十)")
    ]
    assert {found[code]["title"] for code in ("三(三)", "三(十)")} == {None}
    assert (found["三"]["tasks"], found["三"]["first"], found["三"]["last"]) == (161, 50, 210)
    assert (found["二(一)"]["indicators"], found["二(一)"]["binding"]) == (33, 7)
    assert found["四"]["first"] is None
    assert plan("sections").stdout.count("(missing from the") == 5


def test_status_counts_everything_once(plan: Run) -> None:
    sections = [r for r in rows(plan, "status", "--by", "section") if "(" not in r["code"]]
    assert sum(row["tasks"] for row in sections) == 177
    assert sum(row["indicators"] for row in sections) == 33
    assert [row["indicators"] for row in rows(plan, "status", "--by", "binding")] == [7, 26]
    due = rows(plan, "status", "--by", "due")
    assert {row["due"]: row["tasks"] for row in due}[None] == 133
    assert sum(row["targets"] for row in due) == 171


def test_status_by_one(plan: Run) -> None:
    assert [row["due"] for row in rows(plan, "status", "--by", "due")] == [
        *(2022, 2023, 2025, 2035, None)
    ]
    text = plan("status", "--by", "binding", "--format", "csv").stdout
    assert list(csv.reader(StringIO(text.removeprefix("\ufeff")))) == [
        ["binding", "indicators"],
        ["true", "7"],
        ["false", "26"],
    ]
    assert plan("status", "--format", "csv").exit_code == 2


def test_assignments_lists_who_is_still_to_be_named(plan: Run) -> None:
    found = rows(plan, "assignments")
    assert len(found) == 32 + 14 + 2 + 1
    assert {row["members"] for row in found} == {None}
    assert rows(plan, "assignments", "--assigned") == []
    open_lists = rows(plan, "assignments", "--open-lists")
    assert sum(row["group"] == "等" for row in open_lists) == 127
    mine = rows(plan, "assignments", "--dept", "市城投公司", "--open-lists")
    assert [(row["item"], row["group"]) for row in mine] == [(61, "等")]
