import json
from decimal import Decimal
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from plan_cli.render import Column, Listing, Output, renderer
from plan_cli.render.listing import Row

from .streams import Terminal


def written(rows: list[Row], encoding: str = "utf-8") -> bytes:
    """Return what reaches the pipe."""
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding=encoding, newline="\r\n")
    renderer("json")(Listing(rows, (Column("甲", str),), "标题"), Output(stream))
    stream.flush()
    return raw.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii", "utf-16", "cp1252"])
def test_a_pipe_gets_utf8_whatever_its_encoding(encoding: str) -> None:
    assert written([{"名称": "〈科技局〉𠀀€"}], encoding) == (
        '[\n  {\n    "名称": "〈科技局〉𠀀€"\n  }\n]\n'.encode()
    )


def test_what_was_written_before_stays_before() -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="utf-8")
    stream.write("前")
    renderer("json")(Listing([], (), ""), Output(stream))
    stream.write("后")
    stream.flush()

    assert raw.getvalue().decode() == "前[]\n后"


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
    ],
)
def test_values(value: object, text: str) -> None:
    assert written([{"v": value}]).decode() == f'[\n  {{\n    "v": {text}\n  }}\n]\n'


def test_rows_and_keys_keep_their_order() -> None:
    rows: list[Row] = [{"b": 2, "a": [{"c": Decimal("1.5")}]}, {"a": 1, "b": None}]

    read = json.loads(written(rows), parse_float=Decimal)

    assert read == rows
    assert [list(row) for row in read] == [["b", "a"], ["a", "b"]]


def test_a_value_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        written([{"v": {1}}])


@pytest.mark.parametrize("stream", [StringIO(), Terminal()], ids=["in memory", "terminal"])
def test_a_stream_without_bytes_gets_text(stream: StringIO) -> None:
    renderer("json")(Listing([{"名": "甲"}], (), ""), Output(stream, wide=True))

    assert json.loads(stream.getvalue()) == [{"名": "甲"}]
