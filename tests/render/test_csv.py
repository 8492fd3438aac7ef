import csv
from decimal import Decimal
from io import StringIO

import pytest

from plan_cli.listings.listing import Listing, Page, Row, renderer


def written(rows: list[Row], *, raw: bool = False, screen: bool = False) -> str:
    return renderer("csv")([Listing(rows, (), "标题")], Page(raw=raw, screen=screen))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def test_it_is_headed_by_the_keys_and_a_mark_for_excel() -> None:
    text = written([{"id": 1, "text": "建甲。"}, {"id": 2, "text": "建乙。", "via": "各镇办"}])

    assert text.startswith("\ufeffid,text,via\r\n")
    assert read(text)[1:] == [["1", "建甲。", ""], ["2", "建乙。", "各镇办"]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (Decimal("7E+1"), "70"),
        (False, "false"),
        (0, "0"),
        (Decimal("12.5"), "12.5"),
        (-3, "-3"),
        (["市工信局", "市财政局"], "市工信局、市财政局"),
        ([], ""),
        ([{"value": Decimal("1.5"), "unit": "%"}], '[{"value": 1.5, "unit": "%"}]'),
        ('甲,"乙"\n丙', '甲,"乙"\n丙'),
    ],
)
def test_values(value: object, cell: str) -> None:
    assert read(written([{"v": value}, {"v": "x"}]))[1] == [cell]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_looks_like_a_formula_is_disarmed(start: str) -> None:
    text = f"{start}cmd()"

    assert read(written([{"v": text}]))[1] == [f"'{text}"]
    assert read(written([{"v": [text, "乙"]}]))[1] == [f"'{text}、乙"]
    assert read(written([{"v": text}], raw=True))[1] == [text]


def test_a_screen_gets_no_mark_and_no_control_characters() -> None:
    assert written([{"v": "\x1b[2J"}], screen=True) == "v\r\n\\x1b[2J\r\n"


def test_several_tables_do_not_fit() -> None:
    one = Listing([], (), "")
    with pytest.raises(ValueError, match="too many"):
        renderer("csv")([one, one], Page())
