"""What the city itself has said, and what its figures come to, in its own language."""

from datetime import date
from decimal import Decimal

import pytest

from plan_cli import i18n
from plan_cli.judgement.judge import judge
from tests.judgement.samples import HORIZON, MIDWAY, target, values

GROWTH = target(measure="annual_growth", value=7, unit="%")


def test_an_average_of_7_4_against_7_in_the_citys_words() -> None:
    i18n.activate("zh")
    found = judge(GROWTH, values("2021 7.4", "2022 7.4", "2023 7.4"), HORIZON, MIDWAY)
    assert found.gap_text == "超出预期0.4个百分点"
    assert found.verdict == "ahead"


@pytest.mark.parametrize("day", [MIDWAY, date(2027, 1, 1)])
def test_indicator_12_by_what_is_published(day: date) -> None:
    published = values("2022 8 estimate", "2023 2.7 preliminary")
    found = judge(GROWTH, published, HORIZON, day)
    assert found.verdict == "unknown"
    assert 2021 in found.missing
    assert found.value_text == "5.3%"
    assert found.needed is not None
    assert round(found.needed, 1) == Decimal("8.7")
    assert found.needed_text == (
        "2024–2025: 8.7% a year are needed for at least 7% on average, if 2021 was as planned (7%)"
    )
    exact = 1.07 * 1.08 * 1.027 * (1 + float(found.needed) / 100) ** 2
    assert exact == pytest.approx(1.07**5)
    assert found.reports == ("r1", "r2")


def test_indicator_12_in_chinese() -> None:
    i18n.activate("zh")
    found = judge(GROWTH, values("2022 8 estimate", "2023 2.7"), HORIZON, MIDWAY)
    assert "缺2021年数据" in found.reason
    assert "2022年的数据是预计数" in found.reason
    assert found.needed_text.startswith("假定2021年与规划一致（7%），2024—2025年须年均增长8.7%")


def test_the_working_names_every_report() -> None:
    found = judge(GROWTH, values("2022 8 estimate", "2022H1 6 preliminary"), HORIZON, MIDWAY)
    assert found.working == (
        "2022: 8% (estimate, report r1)",
        "2022H1: 6% (preliminary, report r2): part of a year; for information only",
        "geometric mean: (1 + 8%) − 1 = 8%",
        "8% − 7% = 1 percentage point: 1 percentage point above the plan",
        "2023–2025: 6.7% a year are needed for at least 7% on average, if 2021 was as planned (7%)",
    )
