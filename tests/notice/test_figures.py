from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.notice.numerals import figures_in, numeral, numeral_value


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("", []),
        ("营商环境保持前列。", []),
        ("达到1.5%", ["1.5"]),
        ("39365元,年均增长7%", ["39365", "7"]),
        ("人均3-5个", ["3", "5"]),
        ("到2025年,12.50%", ["2025", "12.5"]),
        ("PM2.5浓度53微克", ["2.5", "53"]),
        ("\uff11\uff12\uff0e\uff15\uff05", ["12.5"]),  # full width
        ("百亿级集群", ["100"]),
        ("五个", ["5"]),
        ("两处高速公路出入口", ["2"]),
        ("第十五位", ["15"]),
        ("零投诉", ["0"]),
        ("三百零五户", ["305"]),
        ("一千二百人", ["1200"]),
        ("三千零五十人", ["3050"]),
        ("二十", ["20"]),
        ("百分之三十五", ["100", "35"]),
        ("二〇三五年、二零二五年", ["2035", "2025"]),
        ("产值翻番", ["2"]),
        ("产值翻一番", ["2", "1"]),
    ],
)
def test_figures_in_a_text(text: str, figures: list[str]) -> None:
    assert figures_in(text) == {Decimal(figure) for figure in figures}


def test_decimals_are_exact() -> None:
    (figure,) = figures_in("0.1")

    assert figure == Decimal("0.1")
    assert figure != Decimal(0.1)  # noqa: RUF032  (the inexact one is the point)


@pytest.mark.parametrize("number", range(1, 100))
def test_numerals_read_back(number: int) -> None:
    assert numeral_value(numeral(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_numerals_as_headings_count(number: int, text: str) -> None:
    assert numeral(number) == text


@given(st.text("零〇一二两三四五六七八九十百千万亿翻番0.5.", max_size=20))
@settings(max_examples=100, deadline=None)
def test_any_row_of_numerals_has_figures_that_are_not_negative(text: str) -> None:
    assert all(figure >= 0 for figure in figures_in(text))
