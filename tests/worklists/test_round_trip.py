"""What is filled in comes back as it was meant; what is not filled in adds nothing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.yaml import is_clean
from plan_cli.text import shows_something
from plan_cli.words import NATURES, STATUSES
from plan_cli.worklists.content import work_list
from plan_cli.worklists.sheet import WHOLE, UnfitTextError, checked
from plan_cli.worklists.submit import Collected
from plan_cli.worklists.workbook import workbook_bytes
from tests.worklists.conftest import BY, DAY, Collect
from tests.worklists.filling import Address, filled

WORDS = {"progress": "进展情况", "problems": "存在问题", "next": "下一步措施"}
SETTINGS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def fits(text: str) -> bool:
    """Tell whether a text can stand in the data and in a cell, where escapes are escaped."""
    try:
        checked(text.replace("_x", "_y"))
    except UnfitTextError:
        return False
    return is_clean(text) and "\r" not in text and shows_something(text)


PIECES = st.sampled_from(
    ["=1+1", "@", "'", "_x0041_", "〔2023〕1号", '"', "&<>", "2023-05", "\n", "7%"]
)
TEXTS = (
    st.lists(st.one_of(PIECES, st.text(max_size=8)), min_size=1, max_size=4)
    .map(lambda parts: "".join(parts).strip())
    .filter(fits)
)
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(shows_something)
FIGURES = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(-(10**6), 10**6, places=3, allow_nan=False, allow_infinity=False).map(
        lambda value: value or abs(value)  # no minus before a zero
    ),
)
REPORTS = st.fixed_dictionaries(
    {"status": st.sampled_from(sorted(STATUSES))},
    optional={
        "progress": TEXTS,
        "problems": TEXTS,
        "next": TEXTS,
        "evidence": st.lists(LINES, min_size=1, max_size=3),
        "value": FIGURES,
        "date": st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    },
)


FillIn = Callable[[Mapping[Address, Any]], Collected]


@pytest.fixture
def fill_in(dataset: Dataset, returned: Collect) -> FillIn:
    """Fill in a short work list, and read it."""
    made = work_list(dataset, BY, 2023, DAY)
    sheets = [
        replace(sheet, rows=tuple(row for row in sheet.rows if row.item in (15, 69, 102)))
        for sheet in made.sheets
    ]
    blank = workbook_bytes(replace(made, sheets=tuple(sheet for sheet in sheets if sheet.rows)))
    return lambda cells: returned(filled(blank, cells))


def test_nothing_filled_in_adds_nothing(returned: Collect, blank: bytes) -> None:
    found = returned(blank)
    assert found.made is not None
    assert (found.made.department, found.outcomes, found.idle) == ("市工信局", (), ())


@SETTINGS
@given(said=REPORTS)
def test_a_report_on_a_task(fill_in: FillIn, said: dict[str, Any]) -> None:
    headers = WORDS | {"date": "报送日期"}
    cells: dict[Address, Any] = {
        ("牵头", 102, WHOLE, header): str(said[key])
        for key, header in headers.items()
        if key in said
    }
    cells["牵头", 102, WHOLE, "状态"] = STATUSES[said["status"]]
    if "evidence" in said:
        cells["牵头", 102, WHOLE, "佐证"] = "\n".join(said["evidence"])
    if "value" in said:
        cells["牵头", 102, "102.1", "本期数值"] = f"{said['value']}个"
    (one,) = fill_in(cells).outcomes
    assert (one.state, one.item, one.reason) == ("new", 102, "")
    assert one.entry is not None
    fields = dict(one.entry.fields)
    values = [{"target": "102.1", "value": said["value"]}] if "value" in said else []
    assert (fields.pop("item"), fields.pop("values")) == (102, values)
    expected = {"evidence": [], **said} | ({"date": str(said["date"])} if "date" in said else {})
    expected.pop("value", None)
    assert fields == expected


@SETTINGS
@given(value=FIGURES, nature=st.sampled_from(sorted(NATURES)), as_number=st.booleans())
def test_a_report_on_an_indicator(
    fill_in: FillIn, value: int | Decimal, nature: str, as_number: bool
) -> None:
    typed = float(value) if as_number and abs(Decimal(value)) > 1 else f"{value}%"
    cells: dict[Address, Any] = {
        ("指标", 15, "15.1", "时期"): "2023年上半年",
        ("指标", 15, "15.1", "数据性质"): NATURES[nature],
        ("指标", 15, "15.1", "本期数值"): typed,
    }
    (one,) = fill_in(cells).outcomes
    assert one.entry is not None
    assert one.entry.fields == {
        "item": 15,
        "target": "15.1",
        "period": "2023H1",
        "nature": nature,
        "value": value,
        "evidence": [],
    }


@SETTINGS
@given(goal=TEXTS, value=st.none() | FIGURES)
def test_a_goal(fill_in: FillIn, goal: str, value: int | Decimal | None) -> None:
    cells: dict[Address, Any] = {("牵头", 69, "69.1", "年度目标"): goal}
    if value is not None:
        cells["牵头", 69, "69.1", "年度目标值"] = f"{value}亿元"
    (one,) = fill_in(cells).outcomes
    assert one.entry is not None
    expected = {"item": 69, "target": "69.1", "goal": goal}
    assert (one.state, one.entry.kind) == ("new", "goal")
    assert one.entry.fields == expected | ({} if value is None else {"value": value})
