"""What stands in a work list: sheets, rows, what each says, what may be filled in."""

from collections import Counter
from datetime import date
from pathlib import Path

from plan_cli.worklists import words as wording
from plan_cli.worklists.content import ledger
from plan_cli.worklists.sheet import Ledger, Row, Sheet
from tests.conftest import ROOT
from tests.ledgers.conftest import MakeLedger, dataset_in

ASSIGNED = """\
- item: 60
  group: 相关镇办
  members: [桑镇]
  by: 市发改局
  document: 兴发改〔2023〕1号
  date: 2023-03-01
"""


def sheet(made: Ledger, name: str) -> Sheet:
    (found,) = [one for one in made.sheets if one.name == name]
    return found


def rows_of(made: Ledger, name: str, item: int) -> list[Row]:
    return [row for row in sheet(made, name).rows if row.item == item]


def headers(made: Ledger, name: str) -> list[str]:
    return [column.header for column in sheet(made, name).columns]


def test_the_sheets_and_their_columns(make_ledger: MakeLedger) -> None:
    made = make_ledger()
    assert [one.name for one in made.sheets] == ["牵头", "配合", "指标"]
    words = ["进展情况", "存在问题", "下一步措施", "佐证"]
    official = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限", "目标"]
    goal = ["年度目标", "年度目标值"]
    assert headers(made, "牵头") == [*official, *goal, "报送日期", "状态", "本期数值", *words]
    assert headers(made, "配合")[4] == "列入方式"
    assert headers(made, "指标")[6:] == [*goal, "报送日期", "时期", "数据性质", "本期数值", *words]


def test_a_row_a_target_and_one_for_the_whole_that_has_a_goal(make_ledger: MakeLedger) -> None:
    whole, stations, coverage = rows_of(make_ledger(), "牵头", 102)
    assert (whole.target, stations.target, coverage.target) == (None, "102.1", "102.2")
    assert whole.text("target") == "整项"
    assert whole.given == {"goal": "出台5G应用扶持办法"}
    assert stations.given == {"goal": "建成5G基站2000个", "goal_value": "2000个"}
    assert whole.text("text").startswith("加快推进5G基站的建设")
    assert stations.text("text") == stations.text("lead") == ""
    assert stations.text("item") == "102"


def test_what_is_about_the_item_is_filled_in_once(make_ledger: MakeLedger) -> None:
    whole, stations, _coverage = rows_of(make_ledger(), "牵头", 102)
    once = {"date", "status", "progress", "problems", "next", "evidence"}
    assert whole.open == once | {"goal"}
    assert stations.open == {"goal", "goal_value", "value"}


def test_an_item_without_targets_has_one_row(make_ledger: MakeLedger) -> None:
    (row,) = rows_of(make_ledger(), "牵头", 6)
    assert (row.target, row.text("target"), row.text("due")) == (None, "整项", "未注明")
    assert not {"value", "goal_value"} & row.open


def test_what_is_met_in_words_has_no_figure(make_ledger: MakeLedger) -> None:
    figure, words = rows_of(make_ledger("市发改局"), "牵头", 50)
    assert "value" in figure.open
    assert not {"value", "goal_value"} & words.open


def test_an_indicator_is_reported_target_by_target(make_ledger: MakeLedger) -> None:
    rows = rows_of(make_ledger("市人社局"), "指标", 36)
    assert [row.target for row in rows] == ["36.1", "36.2"]
    assert rows[0].open == rows[1].open >= {"date", "period", "nature", "value", "evidence"}
    assert rows[0].text("kind") == "预期性"
    assert rows[1].text("target") == "36.2 居民人均可支配收入：年均增长7%"


def test_whoever_may_report_any_indicator_has_them_all(make_ledger: MakeLedger) -> None:
    made = make_ledger("市统计局")
    found = sheet(made, "指标")
    assert len({row.item for row in found.rows}) == 33
    assert Counter(row.text("via") for row in found.rows if row.first) == {
        "责任单位": 1,
        "代报": 32,
    }
    own, other = found.rows[0], found.rows[1]
    assert (own.item, own.text("responsible")) == (21, "市统计局")
    assert {"goal", "goal_value"} <= own.open
    assert not {"goal", "goal_value"} & other.open
    assert "列入方式" not in headers(make_ledger(), "指标")


def test_how_a_department_is_included(make_ledger: MakeLedger, own: Path) -> None:
    (own / "assignments.yaml").write_text(ASSIGNED, encoding="utf-8")
    made = make_ledger("桑镇")
    assert [one.name for one in made.sheets] == ["配合"]
    assert rows_of(made, "配合", 60)[0].text("via") == "交办\n（相关镇办）"
    assert rows_of(made, "配合", 69)[0].text("via") == "统称\n（各镇办）"
    assert rows_of(make_ledger(), "配合", 50)[0].text("via") == "直接列明"


def test_a_successor_has_what_was_anothers() -> None:
    from plan_cli.dataset.names import Directory, Group, Listed

    directory = Directory((Listed("市乡村振兴局", "政府部门"),), (Group("各镇办"),))
    assert wording.included("市乡村振兴局", directory) == "承接市乡村振兴局"


def test_what_is_left_out_is_counted_also_where_there_are_indicators_only() -> None:
    dataset = dataset_in(ROOT / "examples" / "made-up-city")
    (only,) = ledger(dataset, "市人社局", 2023, date(2024, 1, 22)).sheets
    assert only.name == "指标"
    assert "另有1项任务只写成员未明确的统称（市级相关部门1项）" in only.remarks[0]


def test_groups_that_say_nobody_are_counted_and_left_out(make_ledger: MakeLedger) -> None:
    town = sheet(make_ledger("桑镇"), "配合")
    (remark,) = town.remarks
    assert remark.startswith("注：另有14项任务只写成员未明确的统称（相关镇办14项），未列入本清单；")
    made = make_ledger()
    assert sheet(made, "牵头").remarks == ()
    assert "（市级相关部门32项）" in sheet(made, "配合").remarks[0]


def test_an_inferred_year_says_so(make_ledger: MakeLedger) -> None:
    carried, inferred = rows_of(make_ledger("市发改局"), "牵头", 56)
    assert (carried.text("due"), inferred.text("due")) == ("2025年", "2025年\n（推定）")


def test_a_unit_that_the_words_lack_is_said(make_ledger: MakeLedger) -> None:
    coverage = rows_of(make_ledger(), "牵头", 102)[2]
    assert coverage.text("target") == "102.2 实现5G基站全覆盖、全联网（单位：%）"
    shared = rows_of(make_ledger("市发改局"), "牵头", 45)[0]
    assert shared.text("target").startswith("45.1 全市生产总值：全市生产总值和人均")


def test_title_and_heading(make_ledger: MakeLedger) -> None:
    found = sheet(make_ledger(), "牵头")
    assert found.title.endswith("远景纲要任务工作清单——市工信局2023年")
    assert found.heading == (
        "牵头任务（15项）　　单位：市工信局　　依据：兴政办发〔2022〕20号　　数据截至：2023年7月1日"
    )


def test_a_plan_with_another_title(own: Path) -> None:
    plan = dataset_in(own).plan
    named = plan._replace(title="例市规划实施方案")
    assert wording.title(named) == "例市规划实施工作清单"


def test_what_was_known_when_it_was_made(make_ledger: MakeLedger) -> None:
    early = make_ledger("市统计局", day=date(2023, 1, 19)).known
    assert early[22] == ("qhkvxc",)
    assert len(make_ledger("市统计局", day=date(2024, 12, 31)).known[12]) > len(early[12])
