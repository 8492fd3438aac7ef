"""Periods in words: what is 2023H2 in the data is 2023年下半年 in a Chinese sentence."""

import pytest

from plan_cli import i18n
from plan_cli.words import period_label


@pytest.mark.parametrize(
    ("period", "chinese"),
    [
        ("2023", "2023年"),
        ("2023H1", "2023年上半年"),
        ("2023H2", "2023年下半年"),
        ("2023Q3", "2023年三季度"),
        ("2023-05", "2023年5月"),
        ("2021—2023", "2021—2023年"),
    ],
)
def test_a_period_in_both_languages(period: str, chinese: str) -> None:
    assert period_label(period) == period
    i18n.activate("zh")
    assert period_label(period) == chinese
