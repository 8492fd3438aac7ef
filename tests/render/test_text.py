import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.text import visible


@pytest.mark.parametrize(
    "text",
    [
        "",
        "到2025年,建成“一心四区”。",
        "a b",
        "全\u3000角",
        "\u00a0",
        "𠀀",
        "é",
        "甲\n乙",
        "[red]\\x1b",
    ],
)
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("甲\x00乙", r"甲\x00乙"),
        ("\t\r", r"\t\r"),
        ("\x7f\x9b", r"\x7f\x9b"),
        ("\u200b\u202e\u2066\ufeff", r"\u200b\u202e\u2066\ufeff"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("甲\n\x1b乙", "甲\n\\x1b乙"),
        ("\u3000\x07", "\u3000\\x07"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_characters="\\"), max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_control_is_left_and_nothing_is_lost(text: str) -> None:
    shown = visible(text)

    assert not {unicodedata.category(mark) for mark in shown.replace("\n", "")} & {
        *("Cc", "Cf", "Cs", "Zl", "Zp")
    }
    rest = iter(shown)
    for mark in text:
        spelled = next(rest)
        if spelled == "\\":
            size = {"x": 2, "u": 4, "U": 8}.get(kind := next(rest), 0)
            code = "".join(next(rest) for _ in range(size))
            spelled = chr(int(code, 16)) if size else {"t": "\t", "r": "\r"}[kind]
        assert spelled == mark
    assert next(rest, None) is None
