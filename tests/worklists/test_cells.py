"""Cells that a spreadsheet has made something else of: converted and shown, or refused."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from plan_cli.worklists.outcome import Outcome
from plan_cli.worklists.sheet import WHOLE
from plan_cli.worklists.submit import Collected
from tests.worklists.conftest import Collect
from tests.worklists.filling import Address, edited, filled, with_parts

VALUE = ("指标", 15, "15.1", "本期数值")
PERIOD = ("指标", 15, "15.1", "时期")
FIGURE: dict[Address, Any] = {
    VALUE: "7%",
    PERIOD: "2021年",
    ("指标", 15, "15.1", "数据性质"): "预计",
}
STATUS: dict[Address, Any] = {("牵头", 102, WHOLE, "状态"): "推进中"}
DATE = ("牵头", 102, WHOLE, "报送日期")
STATIONS = ("牵头", 102, "102.1", "本期数值")
PROGRESS = ("牵头", 102, WHOLE, "进展情况")


def formatted(content: bytes, address: Address, value: Any, code: str) -> bytes:
    """Return a workbook in which a cell has been typed in and given a number format."""
    return filled(content, {address: value}, code)


def only(found: Collected) -> Outcome:
    (one,) = found.outcomes
    return one


def read_as(one: Outcome) -> list[str]:
    assert one.entry is not None
    return [text for _place, text in one.entry.read_as]


@pytest.mark.parametrize(
    ("value", "code", "expected", "shown"),
    [
        (0.07, "0%", "7", ["7%"]),
        (0.0725, "0.00%", "7.25", ["7.25%"]),
        (7, "General", "7", []),
        (2.7000000000000002, "General", "2.7", []),
        (0.1 + 0.2, "0%", "30", ["30%"]),
        (5.4, "@", "5.4", []),
        (7.25, "0.0", "7.25", ["7.25"]),
        (1234.5, "#,##0.00", "1234.5", ["1234.5"]),
        (12.5, "0.00_ ", "12.5", ["12.5"]),
        (-2.5, r"0.0_);[Red]\(0.0\)", "-2.5", ["-2.5"]),
        (7, '0"%"', "7", ["7%"]),
        (0, "General", "0", []),
    ],
)
def test_a_figure_that_became_a_number(
    returned: Collect, blank: bytes, value: float, code: str, expected: str, shown: list[str]
) -> None:
    one = only(returned(formatted(filled(blank, FIGURE), VALUE, value, code)))
    assert one.entry is not None
    assert (one.reason, str(one.entry.fields["value"])) == ("", expected)
    assert read_as(one) == shown


@pytest.mark.parametrize(
    ("value", "code", "reason"),
    [
        (0.07, "General", "0.07 may be 0.07% or 7%"),
        (1, "0.00", "1 may be 1% or 100%"),
        (45108, "yyyy-mm-dd", "turned the entry into a date"),
        (date(2023, 7, 1), "m/d", "turned the entry into a date"),
        (7, "0.00E+00", "this is not text"),
        (7, "# ?/?", "this is not text"),
        (True, "General", "this is not text: 1"),
        (12, '0"个"', "“12个” is not in the unit of target 15.1"),
        (7, '0"‰"', "“7‰” is not in the unit of target 15.1"),
        (7, "[$¥-804]0.0", "“¥7” cannot be read as a figure"),
        (7, '"约"0', "“约7” cannot be read as a figure"),
        (7000, "0,", "this is not text: 7000"),
        (-7, "0;0", "this is not text: -7"),
        ("7", '@"‰"', "“7‰” is not in the unit of target 15.1"),
        ("7", ";;;", "the cell does not show what is in it: 7"),
        ("=3+4", "General", "this is a formula"),
        (1e300, "General", "cannot be read as a figure"),
        (timedelta(hours=7), "[h]:mm", "turned the entry into a date"),
        ("7‰", "@", "“7‰” is not in the unit of target 15.1"),
        ("约7%", "@", "cannot be read as a figure"),
        ("15.2=7%", "@", "“15.2=7%” belongs to another target"),
    ],
)
def test_a_figure_that_is_refused(
    returned: Collect, blank: bytes, value: Any, code: str, reason: str
) -> None:
    one = only(returned(formatted(filled(blank, FIGURE), VALUE, value, code)))
    assert (one.state, str(one.place)) == ("wrong", "指标!L6")
    assert reason in one.reason
    assert one.hint


def test_a_target_may_be_named_with_its_figure(returned: Collect, blank: bytes) -> None:
    one = only(returned(filled(blank, STATUS | {STATIONS: "102.1=2,100个"})))
    assert one.entry is not None
    assert one.entry.fields["values"] == [{"target": "102.1", "value": 2100}]


@pytest.mark.parametrize(
    ("value", "code", "expected", "shown"),
    [
        ("2023-06-30", "@", "2023-06-30", []),
        ("2023/6/30", "@", "2023-06-30", ["2023-06-30"]),
        ("2023.6.30", "@", "2023-06-30", ["2023-06-30"]),
        ("2023年6月30日", "@", "2023-06-30", ["2023-06-30"]),
        ("２０２３年６月３０号", "@", "2023-06-30", ["2023-06-30"]),
        ("20230630", "@", "2023-06-30", ["2023-06-30"]),
        (20230630, "General", "2023-06-30", ["2023-06-30"]),
        (date(2023, 6, 30), "yyyy/m/d", "2023-06-30", ["2023-06-30"]),
        (datetime(2023, 6, 30), "m月d日", "2023-06-30", ["2023-06-30"]),  # noqa: DTZ001
    ],
)
def test_a_day(
    returned: Collect, blank: bytes, value: Any, code: str, expected: str, shown: list[str]
) -> None:
    one = only(returned(formatted(filled(blank, STATUS), DATE, value, code)))
    assert one.entry is not None
    assert one.entry.fields["date"] == expected
    assert read_as(one) == shown


def test_a_day_counted_from_1904(returned: Collect, blank: bytes) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    content = filled(blank, STATUS)
    content = edited(content, lambda book: setattr(book, "epoch", CALENDAR_MAC_1904))
    one = only(returned(formatted(content, DATE, date(2023, 6, 30), "yyyy-mm-dd")))
    assert one.entry is not None
    assert one.entry.fields["date"] == "2023-06-30"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-06-30", "2023-06-30"),
        ("2023-06-30T00:00:00", "2023-06-30"),
        ("2023-06-30T08:00:00", "wrong"),
        ("2023-06-31", "wrong"),
    ],
)
def test_a_day_in_words_of_the_format(
    returned: Collect, blank: bytes, written: str, expected: str
) -> None:
    content = formatted(filled(blank, STATUS), DATE, "甲", "@")
    part = f't="d"><v>{written}</v></c>'
    sheet = re.compile(rb't="inlineStr"><is><t>(?:\xe7\x94\xb2|&#30002;)</t></is></c>')
    change = {"xl/worksheets/sheet1.xml": lambda old: sheet.sub(part.encode(), old)}
    if b"sharedStrings" in content:
        shared = re.compile(rb'(<c r="I18"[^>]*?) t="s"><v>\d+</v></c>')
        change = {"xl/worksheets/sheet1.xml": lambda old: shared.sub(rb"\1 " + part.encode(), old)}
    one = only(returned(with_parts(content, dict(change))))
    if expected == "wrong":
        assert (one.state, one.hint) == ("wrong", "Write it as 2023-06-30.")
    else:
        assert one.entry is not None
        assert one.entry.fields["date"] == expected


def test_a_number_that_is_none(returned: Collect, blank: bytes) -> None:
    content = filled(blank, FIGURE)
    number = re.compile(rb'(<c r="L6"[^>]*?) t="(?:s|inlineStr)">.*?</c>')
    change = {"xl/worksheets/sheet3.xml": lambda old: number.sub(rb"\1><v>x7</v></c>", old)}
    one = only(returned(with_parts(content, dict(change))))
    assert one.reason == "“x7” cannot be read as a figure"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("6月30日", "@"),
        ("30/6/2023", "@"),
        ("2023-06-31", "@"),
        ("2023年6月", "@"),
        (45107, "General"),
        (45107.5, "yyyy-mm-dd h:mm"),
        (5, "yyyy-mm-dd"),
        (1e9, "yyyy-mm-dd"),
    ],
)
def test_what_is_no_day(returned: Collect, blank: bytes, value: Any, code: str) -> None:
    one = only(returned(formatted(filled(blank, STATUS), DATE, value, code)))
    assert (one.state, one.hint) == ("wrong", "Write it as 2023-06-30.")


@pytest.mark.parametrize(
    ("value", "code", "expected", "shown"),
    [
        ("2023年", "@", "2023", []),
        ("2023", "@", "2023", []),
        (2023, "General", "2023", []),
        ("2023年第三季度", "@", "2023Q3", []),
        ("2023-05", "@", "2023-05", []),
        (date(2023, 5, 1), "mmm-yy", "2023-05", ["2023-05"]),
        (date(2023, 5, 1), 'yyyy"年"m"月"', "2023-05", ["2023-05"]),
        (date(2023, 1, 1), 'yyyy"年"', "2023", ["2023"]),
        (date(2023, 1, 1), "yyyy", "2023", ["2023"]),
        (2023, '0"年"', "2023", []),
        (2023, '0"年上半年"', "2023H1", []),
    ],
)
def test_a_period(
    returned: Collect, blank: bytes, value: Any, code: str, expected: str, shown: list[str]
) -> None:
    one = only(returned(formatted(filled(blank, FIGURE), PERIOD, value, code)))
    assert one.entry is not None
    assert one.entry.fields["period"] == expected
    assert read_as(one) == shown


@pytest.mark.parametrize(
    ("value", "code"),
    [("去年", "@"), ("1-6月", "@"), (date(2023, 5, 2), "yyyy-mm-dd"), (2023.05, "General")],
)
def test_what_is_no_period(returned: Collect, blank: bytes, value: Any, code: str) -> None:
    one = only(returned(formatted(filled(blank, FIGURE), PERIOD, value, code)))
    assert one.state == "wrong"
    assert one.reason.endswith("is not a period")


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2023, 5, 1), 'yyyy"年"'),
        (date(2023, 1, 1), 'yyyy"年上半年"'),
        (date(2023, 1, 1), 'yyyy"年第"m"季度"'),
        (date(2023, 5, 1), 'm"月"'),
        (date(2023, 5, 1), "dddd"),
    ],
)
def test_a_day_shown_as_no_period(returned: Collect, blank: bytes, day: date, code: str) -> None:
    one = only(returned(formatted(filled(blank, FIGURE), PERIOD, day, code)))
    assert one.reason == f"the cell shows {day.isoformat()} otherwise, not as a period"


@pytest.mark.parametrize(
    ("address", "value", "name"),
    [
        (VALUE, "7①", "① (U+2460)"),
        (VALUE, "7.1²", "² (U+00B2)"),
        (VALUE, "⁻7", "⁻ (U+207B)"),
        (VALUE, "7%❶", "❶ (U+2776)"),
        (VALUE, "㊿", "㊿ (U+32BF)"),
        (VALUE, "７Ⅳ", "Ⅳ (U+2163)"),
        (VALUE, "1\u03362", "(U+0336)"),
        (PERIOD, "2021年⑤月", "⑤ (U+2464)"),
        (PERIOD, "2021年㊤半年", "㊤ (U+32A4)"),
        (PERIOD, "2021年㊀季度", "㊀ (U+3280)"),
        (PERIOD, "202①年", "① (U+2460)"),
        (("指标", 15, "15.1", "数据性质"), "预计①", "① (U+2460)"),
        (("指标", 15, "15.1", "报送日期"), "2023-06-3⓪", "⓪ (U+24EA)"),
    ],
)
def test_characters_that_only_look_plain(
    returned: Collect, blank: bytes, address: Address, value: str, name: str
) -> None:
    one = only(returned(filled(blank, FIGURE | {address: value})))
    assert one.state == "wrong"
    assert f"{name} in it" in one.reason


@pytest.mark.parametrize("code", ['yyyy"年"', 'yyyy"年"m"月"', "dddd"])
def test_a_day_that_is_not_shown(returned: Collect, blank: bytes, code: str) -> None:
    one = only(returned(formatted(filled(blank, STATUS), DATE, date(2023, 6, 1), code)))
    assert one.reason == "the cell does not show the day 2023-06-01"


@pytest.mark.parametrize(
    ("value", "code", "expected", "shown"),
    [
        (2100, '0"吨"', "2100吨", ["2100吨"]),
        ("甲", '@"（预计）"', "甲（预计）", ["甲（预计）"]),
        (2100, "General", "2100", []),
        (0.85, "0%", "85%", ["85%"]),
        (123456789012, "General", "123456789012", ["123456789012"]),
        ("甲_x000D_\n乙", "raw", "甲\n乙", []),
        ("  甲\u3000", "@", "甲", []),
    ],
)
def test_words(
    returned: Collect, blank: bytes, value: Any, code: str, expected: str, shown: list[str]
) -> None:
    content = filled(blank, STATUS)
    if code == "raw":
        from tests.worklists.filling import cell_of, page_of

        content = edited(
            content,
            lambda book: setattr(
                cell_of(page_of(book, "牵头"), 102, WHOLE, "进展情况"), "value", value
            ),
        )
    else:
        content = formatted(content, PROGRESS, value, code)
    one = only(returned(content))
    assert one.entry is not None
    assert one.entry.fields["progress"] == expected
    assert read_as(one) == shown


@pytest.mark.parametrize(
    ("value", "code", "reason"),
    [
        (date(2023, 6, 30), "yyyy-mm-dd", "turned the entry into a date"),
        ("=A1", "General", "this is a formula"),
        ("#REF!", "General", "this is not text: #REF!"),
        ("甲\u2028乙", "@", "cannot be shown"),
    ],
)
def test_words_that_are_refused(
    returned: Collect, blank: bytes, value: Any, code: str, reason: str
) -> None:
    one = only(returned(formatted(filled(blank, STATUS), PROGRESS, value, code)))
    assert one.state == "wrong"
    assert reason in one.reason


def test_a_choice_that_is_none(returned: Collect, blank: bytes) -> None:
    one = only(returned(filled(blank, {("牵头", 102, WHOLE, "状态"): "差不多了"})))
    assert one.reason == "“差不多了” is not one of the choices"
    assert one.hint == "Choose from the list: 未启动, 推进中, 受阻, 已完成, 中止."


def test_what_belongs_together_is_missing(returned: Collect, blank: bytes) -> None:
    found = returned(filled(blank, {PROGRESS: "甲", VALUE: "7%"})).outcomes
    assert [(one.reason, str(one.place)) for one in found] == [
        ("the state (状态) is missing", "牵头!J18"),
        ("时期 is missing", "指标!J6"),
        ("数据性质 is missing", "指标!K6"),
    ]


def test_only_a_day_says_nothing(returned: Collect, blank: bytes) -> None:
    day = "2023-06-30"
    found = returned(filled(blank, {DATE: day, ("指标", 15, "15.1", "报送日期"): day}))
    assert found.outcomes == ()
    assert [str(place) for place in found.idle] == ["牵头!I18", "指标!I6"]
