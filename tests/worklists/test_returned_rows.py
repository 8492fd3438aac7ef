"""Rows of a returned workbook: found wherever they stand; what was done to the list is told."""

from collections.abc import Callable

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plan_cli.worklists.manifest import SHEET_NAME
from plan_cli.worklists.sheet import WHOLE
from plan_cli.worklists.submit import Collected
from tests.worklists.conftest import Collect
from tests.worklists.filling import cell_of, column_of, edited, filled, header_row, page_of, row_of

STATUS = {("牵头", 102, WHOLE, "状态"): "推进中"}


def told(found: Collected) -> list[tuple[str, str, str]]:
    return [(one.state, str(one.place), one.reason) for one in found.outcomes]


def on(sheet: str, edit: Callable[[Worksheet], object]) -> Callable[[Workbook], None]:
    def run(book: Workbook) -> None:
        edit(page_of(book, sheet))

    return run


def moved(page: Worksheet) -> None:
    """Put the rows below the headings into the opposite order, as sorting does."""
    first = header_row(page) + 1
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=first)]
    for number, row in enumerate(reversed(rows), first):
        for column, value in enumerate(row, 1):
            cell_ = page.cell(number, column)
            cell_.value = value


def test_sorted_rows_are_found(returned: Collect, blank: bytes) -> None:
    cells = STATUS | {("牵头", 102, "102.1", "本期数值"): "2100"}
    found = returned(edited(filled(blank, cells), on("牵头", moved)))
    (one,) = found.outcomes
    assert one.entry is not None
    assert (one.state, one.entry.fields["status"]) == ("new", "in_progress")
    assert one.entry.fields["values"] == [{"target": "102.1", "value": 2100}]


def test_a_changed_official_cell(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        cell_of(page, 102, WHOLE, "完成时限").value = "2030年"

    found = told(returned(edited(filled(blank, STATUS), on("牵头", edit))))
    assert found == [("wrong", "牵头!E18", "this official text has been changed")]


def test_an_emptied_official_cell(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        cell_of(page, 102, WHOLE, "牵头单位").value = None

    found = told(returned(edited(blank, on("牵头", edit))))
    assert found == [("wrong", "牵头!C18", "this official text has been changed")]


def test_a_number_of_an_item_that_was_changed(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(row_of(page, 102, "102.2"), 1).value = "103"

    assert told(returned(edited(blank, on("牵头", edit)))) == [
        ("wrong", "牵头", "the row of target 102.2 is missing"),
        ("wrong", "牵头!A20", "this row is not in the list"),
    ]


def test_a_row_that_was_taken_out(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        page.delete_rows(row_of(page, 102, WHOLE))

    found = told(returned(edited(filled(blank, STATUS), on("牵头", edit))))
    assert found == [("wrong", "牵头", "the row of item 102 is missing")]


def test_a_row_that_is_there_twice(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        row = row_of(page, 102, WHOLE)
        page.append([cell.value for cell in page[row]])

    found = told(returned(edited(filled(blank, STATUS), on("牵头", edit))))
    assert [(state, reason) for state, _place, reason in found] == [
        ("wrong", "this row appears twice")
    ]


def test_what_is_below_and_beside_the_table(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(row_of(page, 6, WHOLE), 20).value = "旁注"
        page.cell(page.max_row + 2, 3).value = "合计"

    found = told(returned(edited(blank, on("牵头", edit))))
    assert [reason for _state, _place, reason in found] == [
        "this is outside the table",
        "this row is not in the list",
    ]
    assert found[0][1] == "牵头!T6"
    assert found[1][1].startswith("牵头!C")


def test_what_is_filled_in_where_nothing_is_to_be(returned: Collect, blank: bytes) -> None:
    cells = {("牵头", 102, "102.1", "状态"): "推进中", ("牵头", 6, WHOLE, "本期数值"): "7"}
    found = told(returned(filled(blank, cells)))
    assert found == [
        ("wrong", "牵头!K6", "this cell is not to be filled in"),
        ("wrong", "牵头!J19", "this cell is not to be filled in"),
    ]


@pytest.mark.parametrize("hide", ["row", "column"])
def test_what_is_filled_in_and_hidden(returned: Collect, blank: bytes, hide: str) -> None:
    def edit(page: Worksheet) -> None:
        if hide == "row":
            page.row_dimensions[row_of(page, 102, WHOLE)].hidden = True
        else:
            page.column_dimensions["J"].hidden = True

    found = told(returned(edited(filled(blank, STATUS), on("牵头", edit))))
    assert found == [("wrong", "牵头!J18", "this entry is hidden")]
    assert told(returned(edited(blank, on("牵头", edit)))) == []  # a filter may hide what is empty


def test_merged_cells(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        page.merge_cells("B18:B20")

    found = told(returned(edited(filled(blank, STATUS), on("牵头", edit))))
    assert ("wrong", "牵头!B18", "these cells are merged: B18:B20") in found


def test_title_and_remarks_may_be_merged(returned: Collect, blank: bytes) -> None:
    found = told(returned(edited(blank, on("牵头", lambda page: page.merge_cells("A1:O1")))))
    assert found == []


def test_a_formula_in_an_official_cell(returned: Collect, blank: bytes) -> None:
    def edit(page: Worksheet) -> None:
        cell_of(page, 102, WHOLE, "工作任务").value = '="加快"&"推进"'

    (found,) = told(returned(edited(blank, on("牵头", edit))))
    assert found[2] == "this official text has been changed"


def test_a_fault_holds_back_its_own_item_only(returned: Collect, blank: bytes) -> None:
    cells = STATUS | {
        ("牵头", 6, WHOLE, "状态"): "推进中",
        ("牵头", 102, "102.1", "本期数值"): "很多",
    }
    found = returned(filled(blank, cells)).outcomes
    assert [(one.state, one.item) for one in found] == [("new", 6), ("wrong", 102)]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda book: book.remove(book["配合"]), "the sheet 配合 is missing"),
        (lambda book: setattr(book["配合"], "title", "支持"), "the sheet 配合 is missing"),
        (lambda book: setattr(book["配合"], "sheet_state", "hidden"), "the sheet 配合 is hidden"),
        (
            lambda book: setattr(book["牵头"].cell(5, 2), "value", "任务"),
            "the headings of the sheet 牵头 have been changed",
        ),
        (lambda book: book["牵头"].insert_cols(3), "the headings of the sheet 牵头"),
        (lambda book: book.remove(book[SHEET_NAME]), "it is not a work list made by plan"),
        (
            lambda book: setattr(book[SHEET_NAME]["A3"], "value", "{}"),
            "the sheet 校验信息 has been changed",
        ),
    ],
)
def test_a_list_that_is_no_longer_one(
    returned: Collect, blank: bytes, edit: Callable[[Workbook], object], reason: str
) -> None:
    def run(book: Workbook) -> None:
        edit(book)

    found = returned(edited(filled(blank, STATUS), run))
    (one,) = found.outcomes
    assert (found.made, one.state) == (None, "wrong")
    assert one.reason.startswith(reason)
    assert one.hint


def test_a_further_sheet_is_let_be(returned: Collect, blank: bytes) -> None:
    assert told(returned(edited(blank, lambda book: book.create_sheet("草稿")))) == []


def test_columns_by_their_headings(blank: bytes) -> None:
    def check(book: Workbook) -> None:
        assert column_of(page_of(book, "牵头"), "佐证") == 15

    edited(blank, check)
