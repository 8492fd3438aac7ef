import json
from decimal import Decimal

import pytest

from plan_cli.listings.listing import Listing, Page, Row, renderer


def written(*listings: list[Row]) -> str:
    named = [Listing(rows, (), "标题", name=f"n{index}") for index, rows in enumerate(listings)]
    return renderer("json")(named, Page())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("12.5"), "12.5"),
        (Decimal("12.50"), "12.5"),
        (Decimal("0.1"), "0.1"),
        (Decimal("-3.25"), "-3.25"),
        (Decimal("123456789.123456"), "123456789.123456"),
        (39365, "39365"),
        (None, "null"),
        (True, "true"),
        ([], "[]"),
        ("", '""'),
        ('a"b\\\n\x1b', r'"a\"b\\\n\u001b"'),
        ("\x9b2J\u202e", r'"\u009b2J\u202e"'),
        ("〈科技局〉𠀀€", '"〈科技局〉𠀀€"'),
    ],
)
def test_values(value: object, text: str) -> None:
    assert written([{"v": value}]) == f'[\n  {{\n    "v": {text}\n  }}\n]\n'


def test_rows_and_keys_keep_their_order() -> None:
    rows: list[Row] = [{"b": 2, "a": [{"c": Decimal("1.5")}]}, {"a": 1, "b": None}]

    read = json.loads(written(rows), parse_float=Decimal)

    assert read == rows
    assert [list(row) for row in read] == [["b", "a"], ["a", "b"]]


def test_several_listings_are_an_object_by_name() -> None:
    assert json.loads(written([{"a": 1}], [])) == {"n0": [{"a": 1}], "n1": []}


def test_a_value_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        written([{"v": {1}}])
