"""The caret stands under the place, whatever stands before it; nothing drives the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.problem_formats.text import excerpt
from plan_cli.text import cells


@pytest.mark.parametrize(
    ("line", "start", "end", "text", "carets"),
    [
        ("lead: x", 7, 8, "lead: x", "      ^"),
        ("lead: xyz", 7, 10, "lead: xyz", "      ^^^"),
        ("lead: 市工信局", 7, 11, "lead: 市工信局", "      ^^^^^^^^"),
        ("市工信局: x", 7, 8, "市工信局: x", "          ^"),
        ("a:\tb", 4, 5, "a:\\tb", "    ^"),
        ("a:\tb", 3, 4, "a:\\tb", "  ^^"),
        ("a: \x1b[31mb", 4, 5, "a: \\x1b[31mb", "   ^^^^"),
        ("a: \u202eb", 5, 6, "a: \\u202eb", "         ^"),
        ("a: \udcd6\udcd0b", 4, 5, "a: \\xd6\\xd0b", "   ^^^^"),
        ("e\u0301t", 3, 4, "e\u0301t", " ^"),
        ("abc", 4, 4, "abc", "   ^"),
        ("abc", 9, 12, "abc", "   ^"),
        ("abc", 2, 2, "abc", " ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_carets(line: str, start: int, end: int, text: str, carets: str) -> None:
    shown = excerpt(line, start, end, 60)
    assert (shown.text, shown.carets) == (text, carets)


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown = excerpt("一" * 50 + "X" + "二" * 50, 51, 52, 30)
    assert shown.text == "…一一一一X二二二二二二二二二…"
    assert shown.text[len("…一一一一")] == "X"
    assert shown.carets == " " * 9 + "^"


def test_what_one_side_does_not_need_the_other_gets() -> None:
    line = "a" * 100
    assert excerpt(line, 1, 2, 20).text == "a" * 18 + "…"
    assert excerpt(line, 100, 101, 20).text == "…" + "a" * 18
    assert excerpt(line, 100, 101, 20).carets == " " * 18 + "^"


def test_a_line_without_end_is_no_burden() -> None:
    shown = excerpt("x" * 50_000_000, 25_000_000, 50_000_001, 40)
    assert shown.text.startswith("…x")
    assert cells(shown.carets) <= 40


@given(
    st.text(alphabet=st.characters(blacklist_characters="\n"), max_size=120),
    st.integers(1, 130),
    st.integers(0, 20),
    st.integers(20, 90),
)
def test_it_fits_and_points_into_itself(line: str, start: int, length: int, width: int) -> None:
    shown = excerpt(line, start, start + length, width)
    assert cells(shown.text) <= width
    assert shown.carets.count("^") >= 1
    assert len(shown.carets) <= max(cells(shown.text), 0) + 1
    assert shown.text.isprintable() or not line.isprintable()
    assert "\x1b" not in shown.text
