"""`plan show`: everything about an item."""

import json
from pathlib import Path
from typing import Any

from tests.conftest import Run

KEYS = [
    *("id", "type", "kind", "section", "section_title", "text", "binding", "lead", "responsible"),
    *(
        "support",
        "support_open",
        "groups",
        "unassigned",
        "targets",
        "discrepancies",
        "annual",
        "note",
        "source",
    ),
    *("as_of", "status", "light", "light_reason", "overdue", "near_due", "stale", "reported"),
    *("judgements", "reports", "others"),
]

ASSIGNMENT = """\
- item: 60
  group: 相关镇办
  members: [东城街道, 西城街道]
  by: 市发改局
  document: 兴发改〔2022〕9号
  date: 2022-09-01
"""


def rows(plan: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(plan(*arguments, "--json").stdout)
    return found


def test_items_come_in_the_order_asked_for(plan: Run) -> None:
    found = rows(plan, "show", "102", "29")
    assert [row["id"] for row in found] == [102, 29]
    assert [list(row) for row in found] == [KEYS, KEYS]


def test_a_task(plan: Run) -> None:
    (row,) = rows(plan, "show", "60")
    assert (row["type"], row["kind"], row["section"]) == ("task", "measure", "三(一)")
    assert row["section_title"] == "创新驱动,致力培育发展新动能"
    assert row["lead"] == "市发改局〈科技局〉"
    assert row["groups"] == [
        {"name": "相关镇办", "indefinite": True, "members": None},
        {"name": "等", "indefinite": True, "members": None},
    ]
    assert row["unassigned"] == ["相关镇办", "等"]
    assert row["source"]["line"] == 81
    assert row["source"]["text"].startswith("60.充分依托秦创原创新驱动平台")
    assert row["source"]["text"].endswith("工业园区等,相关镇办)")


def test_an_indicator(plan: Run) -> None:
    (row,) = rows(plan, "show", "29")
    assert (row["type"], row["binding"], row["responsible"]) == ("indicator", True, "市发改局")
    assert (row["kind"], row["lead"], row["support"]) == (None, None, None)


def test_a_definite_group_has_its_members(plan: Run) -> None:
    (row,) = rows(plan, "show", "4")
    groups = {group["name"]: group["members"] for group in row["groups"]}
    assert groups["市级相关部门"] is None
    assert len(groups["各镇办"]) == 13


def test_what_is_assigned_is_shown_and_queried(plan: Run, damaged: Path) -> None:
    (damaged / "assignments.yaml").write_text(ASSIGNMENT, encoding="utf-8")
    data = ("--data", str(damaged))
    (row,) = rows(plan, *data, "show", "60")
    assert row["groups"][0]["members"] == ["东城街道", "西城街道"]
    assert row["unassigned"] == ["等"]
    east = {r["id"]: r["via"] for r in rows(plan, *data, "tasks", "--dept", "东城街道")}
    assert east[60] == "相关镇办"
    town = rows(plan, *data, "tasks", "--dept", "桑镇", "--include-indefinite")
    assert 60 not in {r["id"] for r in town}
    (made,) = rows(plan, *data, "assignments", "--assigned")
    assert (made["item"], made["members"], made["by"]) == (60, ["东城街道", "西城街道"], "市发改局")


def test_the_page_shows_quotes_and_the_published_line(plan: Run) -> None:
    shown = plan("show", "50").stdout
    assert "50 · " in shown
    assert "“到2025年,建设省级以上专业孵化器3-5个”" in shown
    assert "3–5 个" in shown
    assert "xingping-2022-20.txt:71" in shown


def test_an_unknown_number(plan: Run) -> None:
    result = plan("show", "50", "211", "0")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "there is no item 0, 211" in result.stderr
    assert "1 to 210" in result.stderr


def test_no_number_is_wrong_use(plan: Run) -> None:
    assert plan("show").exit_code == 2
    assert plan("show", "甲").exit_code == 2


def test_where_the_notice_is_at_odds_with_itself(plan: Run) -> None:
    (row,) = rows(plan, "show", "43")
    (known,) = row["discrepancies"]
    assert (known["kind"], known["targets"]) == ("different_figures", ["43.1", "117.5"])
    shown = plan("show", "43").stdout
    assert "117.5 “确保粮食总产稳定在19.5万吨以上”" in shown
    assert rows(plan, "show", "42")[0]["discrepancies"] == []
