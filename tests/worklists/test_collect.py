"""`plan collect`: what is shown, what is handed in, and when nothing is."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from plan_cli import i18n
from plan_cli.dataset.load import Loaded, load
from plan_cli.submit.submit import submit
from plan_cli.worklists.content import work_list
from plan_cli.worklists.sheet import WHOLE
from tests.conftest import DATA, Run
from tests.worklists.conftest import BY, DAY, dataset_in, short, workbook_of
from tests.worklists.filling import Address, filled

GOOD: dict[Address, Any] = {
    ("牵头", 102, WHOLE, "状态"): "推进中",
    ("牵头", 102, WHOLE, "报送日期"): "2023/7/2",
    ("牵头", 102, WHOLE, "进展情况"): "已建成2100个",
    ("牵头", 102, "102.1", "本期数值"): "2,100个",
    ("牵头", 102, "102.1", "年度目标"): "建成5G基站2500个",
    ("牵头", 102, "102.1", "年度目标值"): "2500",
    ("牵头", 6, WHOLE, "年度目标"): "引进企业2家",
    ("配合", 50, "50.1", "状态"): "未启动",
    ("指标", 15, "15.1", "时期"): "2021年",
    ("指标", 15, "15.1", "数据性质"): "终值",
    ("指标", 15, "15.1", "本期数值"): "7.1%",
}
WRONG: dict[Address, Any] = {("牵头", 7, WHOLE, "状态"): "已完成"}  # without evidence
REPORTS = """\
# yaml-language-server: $schema=../../schema/progress.schema.json
# 市工信局的报送：一次一条，只增不改；更正另报一条，写明 replaces。字段说明见 ../README.md。
- id: {0}
  item: 102
  date: 2023-07-02
  status: in_progress
  values:
    - target: "102.1"
      value: 2100
  progress: 已建成2100个
- id: {1}
  item: 50
  date: 2023-07-05
  status: not_started
- id: {2}
  item: 15
  date: 2023-07-05
  target: "15.1"
  period: "2021"
  value: 7.1
  nature: final
"""


@pytest.fixture
def collect(plan: Run, own: Path) -> Run:
    return lambda *arguments: plan("--data", str(own), "collect", *arguments)


@pytest.fixture
def returned(own: Path, tmp_path: Path) -> Any:
    """Fill in a work list of the dataset as it is now."""

    def fill(cells: dict[Address, Any], name: str = "清单.xlsx") -> str:
        made = workbook_of(short(work_list(dataset_in(own), BY, 2023, DAY)))
        (tmp_path / name).write_bytes(filled(made, cells))
        return str(tmp_path / name)

    return fill


def reports(own: Path) -> str:
    path = own / "progress" / f"{BY}.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def told(result: Any) -> list[tuple[str, int | None, str]]:
    return [(row["state"], row["item"], row["kind"]) for row in json.loads(result.stdout)]


def test_what_it_adds_is_shown_and_nothing_written(collect: Run, returned: Any, own: Path) -> None:
    result = collect(returned(GOOD), "--json")
    assert (result.exit_code, reports(own)) == (0, "")
    assert told(result) == [
        ("new", 6, "goal"),
        ("new", 102, "report"),
        ("changed", 102, "goal"),
        ("new", 50, "report"),
        ("new", 15, "report"),
    ]
    assert "市工信局: new 4, changed 1. Nothing was written; --apply hands it in." in result.stderr


def test_a_row_for_programs(collect: Run, returned: Any) -> None:
    rows = json.loads(collect(returned(GOOD), "--json").stdout)
    assert rows[1] == {
        "file": "清单.xlsx",
        "department": BY,
        "year": 2023,
        "sheet": "牵头",
        "cell": "J18",
        "item": 102,
        "target": None,
        "kind": "report",
        "state": "new",
        "said": {
            "item": 102,
            "date": "2023-07-02",
            "progress": "已建成2100个",
            "evidence": [],
            "status": "in_progress",
            "values": [{"target": "102.1", "value": 2100}],
        },
        "was": None,
        "report": None,
        "reason": None,
        "hint": None,
        "read_as": [{"cell": "牵头!I18", "text": "2023-07-02"}],
    }
    assert rows[2]["was"] == {
        "item": 102,
        "target": "102.1",
        "goal": "建成5G基站2000个",
        "value": 2000,
    }


def test_people_see_what_changes(collect: Run, returned: Any) -> None:
    text = " ".join(collect(returned(GOOD), "--format", "markdown").stdout.split())
    assert "changed: 建成5G基站2000个 (2000个) → 建成5G基站2500个 (2500个)" in text
    assert "I18 read as 2023-07-02" in text


def test_it_is_handed_in_as_plan_report_would(collect: Run, returned: Any, own: Path) -> None:
    file = returned(GOOD)
    result = collect(file, "--apply", "--date", "2023-07-05", "--json")
    assert result.exit_code == 0
    assert {state for state, _item, _kind in told(result)} == {"handed_in"}
    ids = [row["report"] for row in json.loads(result.stdout) if row["kind"] == "report"]
    assert reports(own) == REPORTS.format(*ids)
    goals = (own / "annual" / "2023" / f"{BY}.yaml").read_text(encoding="utf-8")
    assert goals == (
        '- item: 102\n  target: "102.1"\n  goal: 建成5G基站2500个\n  value: 2500\n'
        "- item: 102\n  goal: 出台5G应用扶持办法\n- item: 6\n  goal: 引进企业2家\n"
    )


def test_twice_adds_nothing(collect: Run, returned: Any, own: Path) -> None:
    file = returned(GOOD)
    assert collect(file, "--apply").exit_code == 0
    before = reports(own)
    again = collect(file, "--apply", "--json")
    assert (again.exit_code, reports(own)) == (0, before)
    assert {state for state, _item, _kind in told(again)} == {"unchanged"}


def test_nothing_of_a_list_in_which_something_is_wrong(
    collect: Run, returned: Any, own: Path
) -> None:
    file = returned(GOOD | WRONG)
    result = collect(file, "--apply")
    assert (result.exit_code, reports(own)) == (1, "")
    assert "Nothing of it was handed in; --partial hands in the valid entries." in result.stderr
    result = collect(file, "--apply", "--partial", "--json")
    assert result.exit_code == 1
    wrong = next(row for row in json.loads(result.stdout) if row["item"] == 7)
    assert (wrong["state"], wrong["reason"]) == ("wrong", "done (已完成) needs evidence (佐证)")
    words = "handed in 5, wrong 1. Entries that are wrong or in conflict were left out."
    assert words in result.stderr
    assert reports(own).count("- id: ") == 3


def test_what_the_rules_refuse_is_told_at_its_cell(collect: Run, returned: Any) -> None:
    cells = {
        ("牵头", 6, WHOLE, "状态"): "推进中",
        ("牵头", 6, WHOLE, "报送日期"): "2999-01-01",
        ("指标", 15, "15.1", "时期"): "2019年",
        ("指标", 15, "15.1", "数据性质"): "终值",
        ("指标", 15, "15.1", "本期数值"): "7.1%",
        ("指标", 19, "19.1", "时期"): "2035年",
        ("指标", 19, "19.1", "数据性质"): "终值",
        ("指标", 19, "19.1", "本期数值"): "7.1",
    }
    rows = json.loads(collect(returned(cells), "--json").stdout)
    assert [(row["state"], row["cell"]) for row in rows] == [
        ("wrong", "I6"),
        ("wrong", "J6"),
        ("wrong", "J7"),
    ]
    assert rows[0]["said"]["status"] == "in_progress"
    assert rows[0]["reason"] == "2999-01-01 is in the future"
    assert rows[1]["reason"].startswith("indicator 15 has no period")


def test_conflicts_hold_a_list_back(collect: Run, returned: Any, own: Path) -> None:
    file = returned(GOOD)
    done = submit(own, BY, [{"item": 102, "date": "2023-07-01", "status": "blocked"}])
    result = collect(file, "--apply", "--json")
    assert (result.exit_code, reports(own).count("- id: ")) == (1, 1)
    conflict = next(row for row in json.loads(result.stdout) if row["state"] == "conflict")
    assert (conflict["item"], conflict["report"]) == (102, done.ids[0])
    assert "--despite-conflicts" in conflict["hint"]
    result = collect(file, "--apply", "--despite-conflicts", "--json")
    assert (result.exit_code, reports(own).count("- id: ")) == (0, 4)
    assert {state for state, _item, _kind in told(result)} == {"handed_in"}


def test_a_goal_in_conflict_takes_the_others_place(collect: Run, returned: Any, own: Path) -> None:
    file = returned(GOOD)
    path = own / "annual" / "2023" / f"{BY}.yaml"
    path.write_text('- item: 102\n  target: "102.1"\n  goal: 甲\n', encoding="utf-8")
    assert collect(file, "--apply", "--partial").exit_code == 1
    assert "goal: 甲" in path.read_text(encoding="utf-8")
    assert collect(file, "--apply", "--despite-conflicts").exit_code == 0
    assert "goal: 建成5G基站2500个\n  value: 2500\n" in path.read_text(encoding="utf-8")


def test_goals_that_only_a_person_can_change(collect: Run, returned: Any, own: Path) -> None:
    path = own / "annual" / "2023" / f"{BY}.yaml"
    flow = '- {item: 102, target: "102.1", goal: 甲}\n- {item: 102, goal: 乙}\n'
    path.write_text(flow, encoding="utf-8")
    file = returned(GOOD)
    result = collect(file, "--apply", "--json")
    assert (result.exit_code, reports(own)) == (1, "")
    reasons = {row["reason"] for row in json.loads(result.stdout)}
    assert len(reasons) == 1
    assert "cannot be changed by the program" in reasons.pop()


def test_several_lists(collect: Run, returned: Any, own: Path, tmp_path: Path) -> None:
    first, second = returned(GOOD, "a.xlsx"), returned(GOOD, "b.xlsx")
    (tmp_path / "c.xlsx").write_bytes(b"c")
    result = collect(first, second, str(tmp_path / "c.xlsx"), "--apply", "--json")
    rows = json.loads(result.stdout)
    assert result.exit_code == 1
    states = {(row["file"], row["state"]) for row in rows}
    assert states == {("a.xlsx", "handed_in"), ("b.xlsx", "unchanged"), ("c.xlsx", "wrong")}
    assert "c.xlsx: wrong 1." in result.stderr
    assert "市工信局 (b.xlsx): in already" in result.stderr  # one department, two files
    assert reports(own).count("- id: ") == 3


def test_the_dataset_is_loaded_once_and_once_more_to_write(
    collect: Run, returned: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[Path] = []

    def counted(folder: Path) -> Loaded:
        loads.append(folder)
        return load(folder)

    monkeypatch.setattr("plan_cli.submit.submit.load", counted)
    names = ("a.xlsx", "b.xlsx", "c.xlsx")
    files = [returned(GOOD | WRONG if name == "b.xlsx" else GOOD, name) for name in names]
    assert collect(*files).exit_code == 1
    assert len(loads) == 1
    assert collect(*files, "--apply").exit_code == 1
    assert len(loads) == 1 + (1 + 1)  # the first list is submitted, the third has nothing new


def test_a_folder_of_lists(collect: Run, returned: Any, tmp_path: Path) -> None:
    folder = tmp_path / "收回"
    folder.mkdir()
    assert "there is no workbook in" in collect(str(folder)).stderr
    for name in ("b.xlsx", "a.xlsx"):
        Path(returned({("牵头", 6, WHOLE, "状态"): "推进中"}, name)).rename(folder / name)
    (folder / "b.xlsx").rename(folder / "b.XLSX")
    (folder / "~$a.xlsx").write_bytes(b"")
    (folder / "Thumbs.db").write_bytes(b"")
    (folder / "子文件夹.xlsx").mkdir()
    for name in ("c.xls", "d.et", "e.ods", "f.xlsm", "g.zip", "h.txt"):
        (folder / name).write_bytes(b"")
    result = collect(str(folder), "--json")
    assert [row["file"] for row in json.loads(result.stdout)] == ["a.xlsx", "b.XLSX"]
    names = "c.xls, d.et, e.ods, f.xlsm, g.zip, h.txt, 子文件夹.xlsx/"
    assert f"Skipped, as they are no .xlsx: {names}." in result.stderr


def test_whose_lists_are_not_in_a_folder(collect: Run, returned: Any, tmp_path: Path) -> None:
    folder = tmp_path / "收回"
    folder.mkdir()
    file = returned({("牵头", 6, WHOLE, "状态"): "推进中"}, "a.xlsx")
    assert "No work list for" not in collect(file).stderr
    Path(file).rename(folder / "a.xlsx")
    missing = next(
        line for line in collect(str(folder)).stderr.splitlines() if "No work list" in line
    )
    number = int(missing.split(" of ")[1].split()[0])
    assert missing.startswith("No work list for 2023 of ")
    assert missing.endswith(f" and {number - 10} more.")
    assert BY not in missing


def test_a_folder_without_workbooks(collect: Run, tmp_path: Path) -> None:
    folder = tmp_path / "收回"
    folder.mkdir()
    (folder / "a.xls").write_bytes(b"")
    assert "It has: a.xls." in collect(str(folder)).stderr


def test_what_was_handed_in_before_it_stopped_is_told(
    collect: Run, returned: Any, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = returned({("牵头", 6, WHOLE, "状态"): "推进中"}, "a.xlsx")
    second = returned({("牵头", 7, WHOLE, "状态"): "推进中"}, "b.xlsx")

    def once(*arguments: Any, **more: Any) -> Any:
        if reports(own):
            raise PermissionError(13, "denied", "progress")
        return submit(*arguments, **more)

    monkeypatch.setattr("plan_cli.submit.submit.submit", once)
    result = collect(first, second, "--apply")
    assert result.exit_code == 1
    assert "市工信局: handed in 1.\nIt stopped at b.xlsx" in result.stderr
    assert "progress cannot be written: permission denied" in result.stderr
    assert reports(own).count("- id: ") == 1


def test_nothing_filled_in(collect: Run, returned: Any, own: Path) -> None:
    result = collect(returned({}), "--apply")
    assert (result.exit_code, reports(own)) == (0, "")
    assert "1 work list: nothing was filled in" in result.stdout


def test_only_a_day(collect: Run, returned: Any) -> None:
    result = collect(returned({("牵头", 6, WHOLE, "报送日期"): "2023-07-01"}))
    assert "Ignored, as they hold only a date: 牵头!I6" in result.stderr


def test_the_dataset_inside_the_program_is_only_read(
    plan: Run, returned: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plan_cli.dataset.folder.is_packaged", lambda _folder: True)
    file = returned({})
    assert plan("--data", str(DATA), "collect", file).exit_code == 0
    result = plan("--data", str(DATA), "collect", file, "--apply")
    assert result.exit_code == 1
    assert "can only be read" in result.stderr


def test_in_chinese(collect: Run, returned: Any) -> None:
    i18n.activate("zh")
    result = collect(returned(GOOD | WRONG))
    assert "1份工作清单：新增 4、更改 1、有误 1" in result.stdout
    assert "市工信局：新增 4、更改 1、有误 1。未写入；加 --apply 即报送。" in result.stderr


def test_without_the_package_that_reads_workbooks(
    collect: Run, returned: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = returned({})
    for name in ("defusedxml", "defusedxml.common", "defusedxml.ElementTree"):
        monkeypatch.setitem(sys.modules, name, None)
    result = collect(file)
    assert result.exit_code == 1
    assert "defusedxml is not installed" in result.stderr
    assert "pip install 'govplan[office]'" in result.stderr


def test_a_broken_dataset_is_told_of(collect: Run, returned: Any, own: Path) -> None:
    file = returned(GOOD)
    (own / "progress" / "市商务局.yaml").write_text("- id: 1\n", encoding="utf-8")
    result = collect(file)
    assert result.exit_code == 1
    assert "市商务局.yaml:1:7" in result.stderr
