"""Notes beside what is to be filled in: told, and no figure is taken that they are about."""

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from plan_cli.worklists.sheet import WHOLE
from tests.worklists.conftest import Collect
from tests.worklists.filling import (
    Address,
    cell_of,
    edited,
    filled,
    header_row,
    page_of,
    replaced,
    with_parts,
)

FIGURE: dict[Address, Any] = {
    ("指标", 15, "15.1", "本期数值"): "7%",
    ("指标", 15, "15.1", "时期"): "2021年",
    ("指标", 15, "15.1", "数据性质"): "预计",
}
STATUS: dict[Address, Any] = {("牵头", 102, WHOLE, "状态"): "推进中"}
Edit = Callable[[Workbook], None]


def comment(sheet: str, item: int, target: str, header: str) -> Edit:
    def edit(book: Workbook) -> None:
        cell_of(page_of(book, sheet), item, target, header).comment = Comment("未经审定", "甲")

    return edit


def put(sheet: str, row: int, column: int) -> Edit:
    def edit(book: Workbook) -> None:
        page_of(book, sheet).cell(row, column).value = "未经审定，暂勿使用"

    return edit


def line_above(book: Workbook) -> None:
    page = page_of(book, "指标")
    page.insert_rows(1)
    page.cell(1, 1).value = "未经审定，暂勿使用"


def longer_title(book: Workbook) -> None:
    cell = page_of(book, "指标").cell(1, 1)
    cell.value = f"{cell.value}（未经审定）"


def heading(book: Workbook) -> None:
    page = page_of(book, "指标")
    page.cell(header_row(page), 30).value = "更正"


def sheet(book: Workbook) -> None:
    book.create_sheet("更正")["C3"] = "数值应为8%"


def hidden_sheet(book: Workbook) -> None:
    sheet(book)
    book["更正"].sheet_state = "hidden"


def comment_above(book: Workbook) -> None:
    page = page_of(book, "指标")
    page.cell(header_row(page), 12).comment = Comment("单位：吨", "甲")


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (comment("指标", 15, "15.1", "本期数值"), "there is a comment: “未经审定”"),
        (comment("指标", 15, "15.1", "序号"), "there is a comment: “未经审定”"),
        (comment("指标", 15, "15.1", "年度目标"), "there is a comment: “未经审定”"),
        (comment_above, "there is a comment: “单位：吨”"),
        (put("指标", 2, 5), "there is a note: “未经审定，暂勿使用”"),
        (put("牵头", 1, 3), "there is a note: “未经审定，暂勿使用”"),
        (line_above, "there is a note: “未经审定，暂勿使用”"),
        (longer_title, "there is a note: “兴平市"),
        (heading, "a heading was added: “更正”"),
        (sheet, "the sheet 更正 was added: “数值应为8%”"),
        (hidden_sheet, "the sheet 更正 was added: “数值应为8%”"),
    ],
)
def test_a_note_about_what_is_filled_in(
    returned: Collect, blank: bytes, edit: Edit, reason: str
) -> None:
    (one,) = returned(edited(filled(blank, FIGURE), edit)).outcomes
    assert one.state == "wrong"
    assert one.reason.startswith(reason)
    assert one.hint
    found = returned(edited(blank, edit))  # nothing is filled in: told, and nothing wrong
    assert found.outcomes == ()
    assert [note.reason.startswith(reason) for note in found.notes] == [True]


def test_a_comment_on_another_item(returned: Collect, blank: bytes) -> None:
    content = edited(filled(blank, FIGURE | STATUS), comment("牵头", 102, "102.1", "目标"))
    found = returned(content).outcomes
    assert [(one.state, one.item) for one in found] == [("wrong", 102), ("new", 15)]


def test_what_is_beside_a_row_is_about_its_item(returned: Collect, blank: bytes) -> None:
    def edit(book: Workbook) -> None:
        cell = cell_of(page_of(book, "指标"), 15, "15.1", "序号")
        page_of(book, "指标").cell(cell.row, 30).value = "待核"

    (one,) = returned(edited(filled(blank, FIGURE), edit)).outcomes
    assert (one.reason, one.item) == ("this is outside the table", 15)


def test_a_text_box(returned: Collect, blank: bytes) -> None:
    office = "http://schemas.openxmlformats.org"
    rels = (
        f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument/2006/relationships/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    drawing = '<d xmlns:a="a"><sp><txBody><a:p><a:t>作</a:t><a:t>废</a:t></a:p></txBody></sp></d>'
    parts: dict[str, Any] = {
        "xl/worksheets/_rels/sheet1.xml.rels": rels.encode(),
        "xl/drawings/drawing1.xml": drawing.encode(),
    }
    (one,) = returned(with_parts(filled(blank, FIGURE), parts)).outcomes
    assert one.reason == "there is a text box: “作废”"


def test_a_conversation_is_told_as_it_is(returned: Collect, blank: bytes) -> None:
    content = edited(filled(blank, FIGURE), comment("指标", 15, "15.1", "本期数值"))
    threaded = '<T><threadedComment ref="L6"><text>应为8%</text></threadedComment></T>'
    rels = "xl/worksheets/_rels/sheet3.xml.rels"
    more = '<Relationship Id="t" Type="a/threadedComment" Target="/xl/t.xml"/></Relationships>'
    parts: dict[str, Any] = {
        rels: replaced("</Relationships>", more),
        "xl/t.xml": threaded.encode(),
    }
    (one,) = returned(with_parts(content, parts)).outcomes
    assert one.reason == "there is a comment: “应为8%”"
