"""Figures as people type them: read exactly, or refused; never misread."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.dataset.rows import TargetRow, value_unit
from plan_cli.problems import Refusal
from plan_cli.submit.typed_figures import check_unit, read_value
from tests.dataset import samples


def target_row(unit: str | None, measure: str) -> TargetRow:
    return {**samples.target(None), "unit": unit, "measure": measure}


@pytest.mark.parametrize(
    ("typed", "named", "value", "unit"),
    [
        ("2100", None, 2100, None),
        ("102.1=2100个", "102.1", 2100, "个"),
        (" １０２．１＝２１００个 ", "102.1", 2100, "个"),
        ("2.7%", None, Decimal("2.7"), "%"),
        ("2.70％", None, Decimal("2.70"), "%"),
        ("1,234", None, 1234, None),
        ("１，２３４，５６７．５万元", None, Decimal("1234567.5"), "万元"),
        ("-8.1%", None, Decimal("-8.1"), "%"),
        ("−8.1", None, Decimal("-8.1"), None),
        ("+5", None, 5, None),
        ("0", None, 0, None),
        ("19 万吨", None, 19, "万吨"),
        ("53微克/立方米", None, 53, "微克/立方米"),
    ],
)
def test_it_is_read(typed: str, named: str | None, value: object, unit: str | None) -> None:
    read = read_value(typed)
    assert (read.target, read.value, str(read.value), read.unit) == (named, value, str(value), unit)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "个",
            "=5",
            "约2100",
            "≥3",
            ".5",
            "5.",
            "007",
            "1,23",
            "12,34,567",
            "1,2345",
            "0,123",
        ),
        *("1.2.3", "3-5", "1e3", "2100 2200", "三千", "2。5", "1'234", "1234567890123456"),
    ],
)
def test_it_is_refused_or_the_rest_is_no_unit(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_unit(read_value(typed), "1.1", "个")
    assert refused.value.hint


@pytest.mark.parametrize(
    ("typed", "unit", "measure", "fits"),
    [
        ("5个", "个", "level_reach", True),
        ("5", "个", "level_reach", True),
        ("5％", "%", "level_reach", True),
        ("5万个", "个", "level_reach", False),
        ("5家", "个", "level_reach", False),
        ("80%", None, "coverage", True),
        ("80个", None, "coverage", False),
        ("80个", None, "level_reach", False),
    ],
)
def test_a_unit_has_to_fit(typed: str, unit: str | None, measure: str, fits: bool) -> None:
    read = read_value(typed)
    if fits:
        check_unit(read, "1.1", value_unit(target_row(unit, measure)))
        return
    with pytest.raises(Refusal) as refused:
        check_unit(read, "1.1", value_unit(target_row(unit, measure)))
    assert typed in str(refused.value)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_what_is_written_plainly_or_in_thousands_reads_back(value: Decimal) -> None:
    assert read_value(f"{value:f}").value == value
    assert read_value(f"{value:,f}").value == value


@given(st.text(max_size=12))
def test_nothing_typed_breaks_it(typed: str) -> None:
    with suppress(Refusal):
        assert read_value(typed).text == typed
