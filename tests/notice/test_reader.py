import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.notice.model import Heading, Notice, Paragraph
from plan_cli.notice.reader import read_notice

CLAUSE = "建甲。(牵头部门:甲局)"


def places(notice: Notice) -> list[tuple[int, int]]:
    return [(fault.line, fault.column) for fault in notice.faults]


def numbered(*numbers: int) -> str:
    return "\n".join(f"{number}.{CLAUSE}" for number in numbers)


def test_outline_clauses_and_paragraphs() -> None:
    notice = read_notice(
        "关于印发的通知\n\n一、目标\n1.建甲。(牵头部门:甲局)\n"
        "二、 指标 \n (一)“十四五”目标。共1项。\n* 2.建乙。(责任部门:乙局)\n各单位要落实。"
    )

    assert notice.faults == ()
    assert notice.headings == (
        Heading("一", "目标", 3),
        Heading("二", "指标", 5),
        Heading("二(一)", "“十四五”目标", 6),
    )
    assert notice.paragraphs == (
        Paragraph("关于印发的通知", None, 1),
        Paragraph("共1项。", "二(一)", 6),
        Paragraph("各单位要落实。", "二(一)", 8),
    )
    clauses = [(c.number, c.starred, c.section, c.line, c.column) for c in notice.clauses]
    assert clauses == [(1, False, "一", 4, 3), (2, True, "二(一)", 7, 5)]


def test_full_width_brackets_of_a_section_give_the_same_code() -> None:
    notice = read_notice("三、举措\n\uff08十一\uff09治理")

    assert [heading.code for heading in notice.headings] == ["三", "三(十一)"]


def test_metadata_table() -> None:
    notice = read_notice(
        "索引号 | 0001/2022 | 签发时间 | 2022-07-28 | ||\n有效性 | ||\n名称 | 通知 |\n一、甲\n乙|丙"
    )

    assert notice.metadata == {
        "索引号": "0001/2022",
        "签发时间": "2022-07-28",
        "有效性": "",
        "名称": "通知",
    }
    assert notice.paragraphs == (Paragraph("乙|丙", "一", 5),)


def test_windows_line_endings_change_nothing() -> None:
    text = f"名称 | 通知 |\n一、甲。乙。\n(一)丙\n1.{CLAUSE}\n3.丁。(牵头部门:,乙局)\n完。"

    assert read_notice(text.replace("\n", "\r\n")) == read_notice(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (numbered(1, 2, 4, 5), [(3, 1)]),
        (numbered(1, 2, 2, 3), [(3, 1)]),
        (numbered(1, 2, 1), [(3, 1)]),
        (numbered(2), [(1, 1)]),
        (numbered(0), [(1, 1)]),
        (f"  * 3.{CLAUSE}", [(1, 5)]),
    ],
    ids=["gap", "duplicate", "descending", "not from one", "zero", "indented"],
)
def test_numbers_out_of_sequence(text: str, expected: list[tuple[int, int]]) -> None:
    notice = read_notice(text)

    assert places(notice) == expected
    assert all(clause.attribution for clause in notice.clauses)


def test_the_sequence_runs_through_all_parts() -> None:
    assert places(read_notice(f"一、甲\n1.{CLAUSE}\n二、乙\n1.{CLAUSE}")) == [(4, 1)]


def test_a_section_before_the_first_part() -> None:
    notice = read_notice(f"通知\n  (一)目标\n1.{CLAUSE}")

    assert places(notice) == [(2, 4)]
    assert notice.headings == ()
    assert notice.clauses[0].section is None


def test_an_attribution_in_a_paragraph_without_number() -> None:
    notice = read_notice("一、甲\n  建甲(分)。(牵头部门:甲局)")

    assert places(notice) == [(2, 9)]
    assert notice.paragraphs == (Paragraph("建甲(分)。(牵头部门:甲局)", "一", 2),)


def test_faults_of_several_lines_are_all_reported_in_order() -> None:
    text = (
        "1.建甲。(牵头部门:甲 局)\n3.建乙。(牵头部门:乙局,,丙局)丁\n(一)丙\n建丙。(牵头部门:甲局)"
    )

    assert [line for line, _column in places(read_notice(text))] == [1, 1, 2, 2, 3, 4]


@pytest.mark.parametrize("heading", ["(一)建甲。", "(一)建甲", "二、建甲。并建乙"])
def test_an_attribution_in_a_heading(heading: str) -> None:
    notice = read_notice(f"一、甲\n  {heading}(牵头部门:甲局)")

    assert places(notice) == [(2, len(heading) + 3)]


def test_a_number_with_nothing_after_it_is_an_item_without_attribution() -> None:
    notice = read_notice(f"1.{CLAUSE}\n*2.")

    assert [(clause.number, clause.text) for clause in notice.clauses] == [(1, "建甲。"), (2, "")]
    assert places(notice) == [(2, 4)]


def test_a_number_too_long_to_be_an_items_begins_a_paragraph() -> None:
    notice = read_notice("1" * 5000 + f".{CLAUSE}")

    assert notice.clauses == ()
    assert places(notice) == [(1, 5005)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.建甲。(牵头部门:丙局、甲局" + " " * 20_000 + "乙局)", (1, 15)),
        ("1.建甲。(" + " " * 20_000 + "甲(牵头部门:甲局))", (1, 20_007)),
        (" " * 50_000 + "1.建甲。", (1, 50_003)),
    ],
    ids=["in a name", "before a label", "before a number"],
)
def test_long_runs_of_spaces_are_read_at_once(text: str, expected: tuple[int, int]) -> None:
    assert places(read_notice(text)) == [expected]


WIDE = "\uff08\uff09\uff1a\uff0e\uff0c\uff0a\uff12"  # ( ) : . , * 2
ODD = st.text("一三十、():.,*|〈〉等 \r\n1。牵头部门甲" + WIDE, max_size=60)
PARTS = st.lists(
    st.sampled_from(
        [
            *("一、", "(一)", "1.", "2.", "*", "(牵头部门:", "配合单位:", "主办部门:", "甲局"),
            *("〈", "〉", ")", ",", "、", "等", "。", "|", "(PM2.5)"),
            *("\n", "\r\n", " ", "\u3000"),
        ]
    ),
    max_size=25,
).map("".join)


@given(st.one_of(st.text(max_size=60), ODD, PARTS))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_every_fault_lies_in_it(text: str) -> None:
    notice = read_notice(text)

    lines = text.split("\n")
    for line, column in places(notice):
        assert 1 <= column <= len(lines[line - 1]) + 1  # a missing clause is missed at the end
    for clause in notice.clauses:
        assert lines[clause.line - 1][clause.column - 1 :].startswith(clause.text[:1])
