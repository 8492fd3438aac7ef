"""Columns are as wide as asked for, and wide enough for their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.papers.blocks import PaperTable, TableColumn, column_widths


def test_as_asked_for_where_there_is_room() -> None:
    table = PaperTable((TableColumn("甲", 1), TableColumn("乙", 3)), (("丙", "丁"),))
    assert column_widths(table, 40) == [0.25, 0.75]


def test_no_word_of_a_header_or_a_cell_is_broken() -> None:
    table = PaperTable((TableColumn("Department", 0.1), TableColumn("乙", 3)), (("丙", "丁"),))
    narrow, wide = column_widths(table, 40)
    assert narrow * 40 > 6
    assert narrow + wide == pytest.approx(1)
    dates = PaperTable((TableColumn("日期", 0.1), TableColumn("乙", 3)), (("2023-01-31", "丁"),))
    assert column_widths(dates, 40)[0] * 40 > 6


def test_an_address_may_be_broken() -> None:
    table = PaperTable(
        (TableColumn("佐证", 1), TableColumn("乙", 3)), (("https://example.org/" + "a" * 90, "丁"),)
    )
    assert column_widths(table, 40) == [0.25, 0.75]


@given(
    st.lists(st.tuples(st.text(max_size=15), st.floats(0.1, 9)), min_size=1, max_size=12),
    st.floats(10, 90),
)
def test_the_columns_fill_the_table(columns: list[tuple[str, float]], room: float) -> None:
    table = PaperTable(tuple(TableColumn(header, width) for header, width in columns), ())
    found = column_widths(table, room)
    assert sum(found) == pytest.approx(1)
    assert min(found) > 0
