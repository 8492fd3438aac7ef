"""Formatting that says something: struck out, raised, conditional; told, never glued."""

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.workbook import Workbook

from plan_cli.worklists.outcome import Outcome
from plan_cli.worklists.sheet import WHOLE
from plan_cli.worklists.submit import Collected
from tests.worklists.conftest import Collect
from tests.worklists.filling import Address, cell_of, edited, filled, page_of, with_parts

VALUE = ("指标", 15, "15.1", "本期数值")
PERIOD = ("指标", 15, "15.1", "时期")
NATURE = ("指标", 15, "15.1", "数据性质")
FIGURE: dict[Address, Any] = {VALUE: "7%", PERIOD: "2021年", NATURE: "预计"}
DATE = ("牵头", 102, WHOLE, "报送日期")
STATUS = ("牵头", 102, WHOLE, "状态")
PROGRESS = ("牵头", 102, WHOLE, "进展情况")
EVIDENCE = ("牵头", 102, WHOLE, "佐证")
GOAL = ("牵头", 102, WHOLE, "年度目标")
TASK: dict[Address, Any] = {DATE: "2023-06-30", STATUS: "推进中", PROGRESS: "甲", EVIDENCE: "乙"}
STRUCK = "struck out, wholly or in part"
RAISED = "has raised or lowered characters"
STRIKE = InlineFont(strike=True)


def runs(*parts: tuple[str, InlineFont] | str) -> CellRichText:
    return CellRichText(
        *(one if isinstance(one, str) else TextBlock(one[1], one[0]) for one in parts)
    )


def changed(content: bytes, address: Address, change: Callable[[Any], object]) -> bytes:
    sheet, item, target, header = address

    def edit(book: Workbook) -> None:
        change(cell_of(page_of(book, sheet), item, target, header))

    return edited(content, edit)


def only(found: Collected) -> Outcome:
    (one,) = found.outcomes
    return one


@pytest.mark.parametrize(
    ("address", "value", "reason"),
    [
        (VALUE, runs("7.1", ("1", InlineFont(vertAlign="superscript"))), RAISED),
        (VALUE, runs("7.1", ("2", InlineFont(vertAlign="subscript")), "%"), RAISED),
        (VALUE, runs(("12", STRIKE), "11"), f"“1211” is {STRUCK}"),
        (PERIOD, runs("202", ("2", STRIKE), "1年"), STRUCK),
        (PERIOD, runs("2021", ("年", InlineFont(vertAlign="superscript"))), RAISED),
        (NATURE, runs(("预计", STRIKE)), STRUCK),
        (DATE, runs("2023-06-", ("29", STRIKE), "30"), STRUCK),
        (DATE, runs("2023-06-3", ("0", InlineFont(vertAlign="superscript"))), RAISED),
        (STATUS, runs(("推进中", STRIKE)), STRUCK),
        (PROGRESS, runs(("未", STRIKE), "完成"), STRUCK),
        (EVIDENCE, runs("样函〔2024〕", ("1", STRIKE), "2号"), STRUCK),
        (GOAL, runs("建成", ("20", STRIKE), "30个"), STRUCK),
    ],
)
@pytest.mark.parametrize("inline", [False, True])
def test_runs(
    returned: Collect,
    blank: bytes,
    address: Address,
    value: CellRichText,
    reason: str,
    inline: bool,
) -> None:
    base = FIGURE if address[0] == "指标" else TASK

    def change(cell: Any) -> None:
        cell.value = value
        assert cell.data_type == "s"

    content = changed(filled(blank, base), address, change)
    if not inline:
        content = shared(content)
    one = only(returned(content))
    assert one.state == "wrong"
    assert reason in one.reason
    assert one.hint


def shared(content: bytes) -> bytes:
    """Return a workbook whose inline runs stand in the table of strings."""
    import re
    import zipfile
    from io import BytesIO

    strings: list[bytes] = []
    inline = re.compile(rb't="inlineStr"><is>(.*?)</is>', re.DOTALL)

    def move(match: re.Match[bytes]) -> bytes:
        strings.append(b"<si>" + match[1] + b"</si>")
        return b't="s"><v>%d</v>' % (len(strings) - 1)

    with zipfile.ZipFile(BytesIO(content)) as archive:
        pages = {name: archive.read(name) for name in archive.namelist() if "/sheet" in name}
        assert "xl/sharedStrings.xml" not in archive.namelist() or not any(
            b'"inlineStr"' not in page and b't="s"' in page for page in pages.values()
        )
    parts: dict[str, Any] = {name: inline.sub(move, page) for name, page in pages.items()}
    assert strings
    name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="' + name + b'">' + b"".join(strings) + b"</sst>"
    return with_parts(content, parts)


@pytest.mark.parametrize(
    ("address", "font", "reason"),
    [
        (VALUE, Font(strike=True), STRUCK),
        (VALUE, Font(vertAlign="superscript"), RAISED),
        (PERIOD, Font(vertAlign="subscript"), RAISED),
        (NATURE, Font(strike=True), STRUCK),
        (DATE, Font(strike=True), STRUCK),
        (PROGRESS, Font(strike=True), STRUCK),
    ],
)
def test_a_cell_as_a_whole(
    returned: Collect, blank: bytes, address: Address, font: Font, reason: str
) -> None:
    base = FIGURE if address[0] == "指标" else TASK
    one = only(returned(changed(filled(blank, base), address, lambda c: setattr(c, "font", font))))
    assert one.state == "wrong"
    assert reason in one.reason


@pytest.mark.parametrize("value", [7, 0.07])
def test_a_number_that_is_struck_out(returned: Collect, blank: bytes, value: float) -> None:
    content = filled(filled(blank, FIGURE), {VALUE: value}, "0.00%")
    one = only(returned(changed(content, VALUE, lambda c: setattr(c, "font", Font(strike=True)))))
    assert STRUCK in one.reason


def test_a_date_that_is_struck_out(returned: Collect, blank: bytes) -> None:
    from datetime import date

    content = filled(filled(blank, TASK), {DATE: date(2023, 6, 30)}, "yyyy-mm-dd")
    one = only(returned(changed(content, DATE, lambda c: setattr(c, "font", Font(strike=True)))))
    assert STRUCK in one.reason


def test_formatting_that_says_nothing(returned: Collect, blank: bytes) -> None:
    def change(cell: Any) -> None:
        cell.value = runs(
            "1", ("00m", InlineFont(b=True)), ("2", InlineFont(vertAlign="superscript"))
        )
        cell.font = Font(b=True, strike=False)

    one = only(returned(changed(filled(blank, TASK), PROGRESS, change)))
    assert one.entry is not None
    assert one.entry.fields["progress"] == "100m2"


def test_an_official_text_that_is_struck_out(returned: Collect, blank: bytes) -> None:
    content = changed(
        filled(blank, TASK), (*STATUS[:3], "目标"), lambda c: setattr(c, "font", Font(strike=True))
    )
    assert only(returned(content)).reason == "this official text is struck out"


@pytest.mark.parametrize(
    ("style", "state"),
    [
        (DifferentialStyle(font=Font(strike=True)), "wrong"),
        (DifferentialStyle(numFmt=NumberFormat(170, '0"吨"')), "wrong"),
        (DifferentialStyle(font=Font(b=True)), "new"),
    ],
)
def test_conditional_formats(
    returned: Collect, blank: bytes, style: DifferentialStyle, state: str
) -> None:
    def edit(book: Workbook) -> None:
        rule = FormulaRule(formula=["TRUE"])  # type: ignore[no-untyped-call]
        rule.dxf = style
        page_of(book, "指标").conditional_formatting.add("L6:L9", rule)

    one = only(returned(edited(filled(blank, FIGURE), edit)))
    assert one.state == state
