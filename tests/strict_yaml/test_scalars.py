import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_cli.strict_yaml.model import Value
from plan_cli.strict_yaml.reading import parse

WORDS = [
    ("true", True),
    ("false", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("0", 0),
    ("-0", 0),
    ("42", 42),
    ("-42", -42),
    ("1.50", Decimal("1.50")),
    ("-0.0", Decimal("-0.0")),
    ("9" * 30, int("9" * 30)),
    ("9" * 31, "9" * 31),
    ("1." + "0" * 28, Decimal("1." + "0" * 28)),
    ("1." + "0" * 29, "1." + "0" * 29),
    *[
        (text, text)
        for text in (
            *("no", "yes", "on", "off", "True", "FALSE", "NULL", "Null", "y", "n"),
            *("010", "00", "+1", "1e5", "1.", ".5", "-.5", "0x1F", "0o7", "1_000", "1,000"),
            *("12:30", "2022-07-28", "2022-07-28T10:00:00Z", ".inf", ".nan", "--1", "1a"),
            *("１", "٣", "中文", "a b", "=", "1.2.3", "50%", "-a"),
        )
    ],
]


@pytest.mark.parametrize(("text", "value"), WORDS)
def test_meaning_of_unquoted_words(text: str, value: Value) -> None:
    parsed = parse(f"key: {text}\n")

    assert parsed.faults == ()
    assert repr(parsed.value) == repr({"key": value})


@pytest.mark.parametrize("quoted", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
@pytest.mark.parametrize("text", ["true", "null", "~", "1", "1.5", "<<", "a b"])
def test_quoted_and_block_scalars_are_text(quoted: str, text: str) -> None:
    assert parse("key: " + quoted.format(text)).value == {"key": text}


@pytest.mark.parametrize("key", ["50", "1.50", "true", "null", "~", "010", "'50'", '"<<"'])
def test_keys_are_text_as_written(key: str) -> None:
    parsed = parse(f"{key}: 1\n")

    assert parsed.faults == ()
    assert parsed.value == {key.strip("'\""): 1}


def test_a_document_may_be_a_single_null() -> None:
    assert parse("null\n").faults == ()
    assert parse("~").value is None


def test_escapes_for_tab_and_line_feed_are_text() -> None:
    assert parse('"a\\tb\\nc"').value == "a\tb\nc"


def test_windows_line_endings_do_not_reach_the_values() -> None:
    text = "a: |\r\n  one\r\n  two\r\nb:\r\n  - 1\r\n"

    assert parse(text).value == {"a": "one\ntwo\n", "b": [1]}


@given(st.integers(min_value=-(10**29) + 1, max_value=10**30 - 1))
def test_whole_numbers_are_read_as_written(number: int) -> None:
    assert parse(f"- {number}").value == [number]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_decimals_keep_every_digit(number: Decimal) -> None:
    assert repr(parse(f"{number:f}").value) == repr(number)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40))
def test_single_quotes_keep_any_text_on_a_line(text: str) -> None:
    text = re.sub("[\ufeff\ufffe\uffff]", "", text)

    assert parse("k: '" + text.replace("'", "''") + "'").value == {"k": text}
