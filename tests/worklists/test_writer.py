"""The workbook of a work list, as a spreadsheet program sees it."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plan_cli.problems import Refusal
from plan_cli.worklists import manifest
from plan_cli.worklists.manifest import SHEET_NAME, manifest_lines, read_manifest
from plan_cli.worklists.sheet import LONGEST, UnfitTextError, WorkList
from plan_cli.worklists.workbook import height_of, workbook_bytes
from tests.worklists.conftest import MakeWorkList, workbook_of


def opened(made: WorkList) -> Workbook:
    return load_workbook(BytesIO(workbook_of(made)))


def columns(page: Worksheet, made: WorkList) -> dict[str, str]:
    """Return the letters of a sheet's columns by their headings."""
    sheet = next(one for one in made.sheets if one.name == page.title)
    return {one.header: get_column_letter(place) for place, one in enumerate(sheet.columns, 1)}


def with_text(made: WorkList, text: str) -> WorkList:
    """Return a list in which the first goal of the first sheet is `text`."""
    sheet = made.sheets[0]
    row = replace(sheet.rows[0], given={"goal": text})
    return replace(made, sheets=(replace(sheet, rows=(row, *sheet.rows[1:])), *made.sheets[1:]))


def test_the_same_list_gives_the_same_bytes(make_work_list: MakeWorkList) -> None:
    first, second = workbook_bytes(make_work_list()), workbook_bytes(make_work_list())
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_sheets_and_manifest(make_work_list: MakeWorkList) -> None:
    made = make_work_list()
    book = opened(made)
    assert book.sheetnames == ["牵头", "配合", "指标", SHEET_NAME]
    assert [book[name].sheet_state for name in book.sheetnames] == [*["visible"] * 3, "hidden"]
    texts = [str(row[0]) for row in book[SHEET_NAME].values]
    found = read_manifest(texts)
    assert (found.department, found.year, found.number) == ("市工信局", 2023, made.number)
    assert [(row.sheet, row.item, row.target) for row in found.rows] == [
        (sheet.name, row.item, row.target) for sheet in made.sheets for row in sheet.rows
    ]
    assert book.security.lockStructure


def test_a_changed_manifest_is_none(make_work_list: MakeWorkList) -> None:
    lines = manifest_lines(make_work_list())
    lines[1] = lines[1].replace("2023", "2024")
    with pytest.raises(Refusal, match="has been changed"):
        read_manifest(lines)
    with pytest.raises(Refusal, match="has been changed"):
        read_manifest([])


def test_a_manifest_of_another_version(
    make_work_list: MakeWorkList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "FORMAT", "plan-worklist/2")
    lines = manifest_lines(make_work_list())
    monkeypatch.undo()
    with pytest.raises(Refusal, match="plan-worklist/2"):
        read_manifest(lines)


def test_what_is_locked_and_what_is_open(make_work_list: MakeWorkList) -> None:
    made = make_work_list()
    page = opened(made)["牵头"]
    letters = columns(page, made)
    assert page.protection.sheet
    assert page.protection.password is None
    assert not page.protection.autoFilter  # free
    assert not page.protection.formatColumns
    assert page.protection.formatCells
    row = made.sheets[0].header_row + 1
    for header, locked in (("序号", True), ("工作任务", True), ("状态", False), ("佐证", False)):
        cell = page[f"{letters[header]}{row}"]
        assert cell.protection.locked is locked
        assert cell.number_format == "@"
    assert page[f"{letters['本期数值']}{row}"].protection.locked  # item 6 has no target


def test_choices(make_work_list: MakeWorkList) -> None:
    made = make_work_list()
    book = opened(made)
    (status,) = book["牵头"].data_validations.dataValidation
    assert status.formula1 == '"未启动,推进中,受阻,已完成,中止"'
    assert status.showErrorMessage
    period, nature = book["指标"].data_validations.dataValidation
    assert nature.formula1 == '"预计,快报,终值"'
    assert period.formula1.startswith('"2023年,2023年上半年,')
    assert not period.showErrorMessage  # a month may be typed


def test_how_it_is_printed(make_work_list: MakeWorkList) -> None:
    made = make_work_list()
    for sheet in made.sheets:
        page = opened(made)[sheet.name]
        header = sheet.header_row
        assert page.freeze_panes == f"C{header + 1}"
        assert page.print_title_rows == f"${header}:${header}"
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert not page.merged_cells.ranges


def test_it_is_readable_on_paper(make_work_list: MakeWorkList) -> None:
    for department in ("市工信局", "市统计局", "桑镇"):
        for sheet in make_work_list(department).sheets:
            points = sum(column.width * 10 + 4.5 for column in sheet.columns)
            paper = (297 - 2 * 0.25 * 25.4) / 25.4 * 72
            assert paper / points * 10 >= 7.95  # points of a character


def test_rows_are_as_high_as_their_text(make_work_list: MakeWorkList) -> None:
    made = make_work_list()
    page = opened(made)["牵头"]
    sheet = made.sheets[0]
    for place, row in enumerate(sheet.rows, sheet.header_row + 1):
        height = page.row_dimensions[place].height
        assert height is not None
        assert height >= height_of(2)
        fewest = len(row.text("text")) / sheet.columns[1].width
        assert height >= min(fewest * 12, 409)
    with zipfile.ZipFile(BytesIO(workbook_bytes(made))) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    assert f'<row r="{sheet.header_row + 1}" ht=' in text
    assert (
        text.count("customHeight") == sheet.header_row
    )  # rows of the table grow with what is typed


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5%", "@市", "'=x", "=cmd|' /C calc'!A0", "00123"]
)
def test_what_looks_like_a_formula_stays_text(make_work_list: MakeWorkList, text: str) -> None:
    made = with_text(make_work_list(), text)
    page = opened(made)["牵头"]
    cell = page[f"{columns(page, made)['年度目标']}{made.sheets[0].header_row + 1}"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("甲\x07", "control character U\\+0007"),
        ("_x0041_", "read _x0041_ as another"),
        ("字" * (LONGEST + 1), "more than 32767"),
        ("🀄" * (LONGEST // 2 + 1), "more than 32767"),
    ],
)
def test_what_a_cell_cannot_hold_is_refused(
    make_work_list: MakeWorkList, text: str, reason: str
) -> None:
    with pytest.raises(UnfitTextError, match=reason):
        workbook_bytes(with_text(make_work_list(), text))


def test_the_longest_text_that_a_cell_holds(make_work_list: MakeWorkList) -> None:
    made = with_text(make_work_list(), "字" * LONGEST)
    book = opened(made)
    assert book["牵头"].row_dimensions[made.sheets[0].header_row + 1].height == 409
    found = read_manifest([str(row[0]) for row in book[SHEET_NAME].values])
    assert found.rows[0].given == {"goal": "字" * LONGEST}
