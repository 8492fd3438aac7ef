import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from plan_cli.text import fold

CLOSING = "”’》〉)】」』、。,，.;；:：!！?？%％…"
BLANKS = " \u3000"
CLOSED = re.compile(f"[{BLANKS}]*[{re.escape(CLOSING)}]")
CHINESE = st.lists(
    st.sampled_from(
        [
            *("建设", "甲", "到", "2025", "年", "12.5%", "3-5", "PM2.5", "10/15", "abcdefghij"),
            *("、", "。", ",", "》", "”", "…", "%", ")", "(", "“", "《", " ", "\u3000"),
        ]
    ),
    max_size=25,
).map("".join)
WIDTHS = st.integers(1, 30)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("建设新城", 10, ["建设新城"]),
        ("建设新城", 4, ["建设", "新城"]),
        ("建设新城", 5, ["建设", "新城"]),
        ("到2025年", 4, ["到", "2025", "年"]),
        ("增长12.5%。", 8, ["增长", "12.5%。"]),
        ("人均3-5个", 7, ["人均3-5", "个"]),
        ("建设。新城", 4, ["建", "设。", "新城"]),
        ("建(设)城", 4, ["建", "(设)", "城"]),
        ("建“设”", 4, ["建", "“设”"]),
        ("如29=13.1", 8, ["如", "29=13.1"]),
        ("the year's goal", 8, ["the", "year's", "goal"]),
        ("2025", 3, ["202", "5"]),
        ("请加--all。", 8, ["请加", "--all。"]),
        ("工作簿，.docx", 8, ["工作簿，", ".docx"]),
        ("下降-5", 5, ["下降", "-5"]),
        ("建设", 1, ["建", "设"]),
        ("建\n\n设", 4, ["建", "", "设"]),
        ("建设\n", 4, ["建设", ""]),
        ("( ", 4, ["( "]),
        ("建设 新城", 4, ["建设", "新城"]),
        ("建设  新城", 5, ["建设", "新城"]),
        ("建设\u3000新城", 4, ["建设", "新城"]),
        ("  建设新城", 6, ["  建设", "新城"]),
        ("建\n  设", 4, ["建", "  设"]),
        ("建设 )新城", 4, ["建", "设 )", "新城"]),
        ("a new town", 5, ["a new", "town"]),
        ("2023 2025", 6, ["2023", "2025"]),
        ("abcdefgh。", 8, ["abcdefg", "h。"]),
        ("“abcdefgh”", 4, ["“abc", "defg", "h”"]),
        ("12.5%", 2, ["1", "2.", "5%"]),
        ("❤\ufe0f❤\ufe0f❤\ufe0f", 5, ["❤\ufe0f❤\ufe0f", "❤\ufe0f"]),
        ("🇨🇳🇨🇳", 2, ["🇨🇳", "🇨🇳"]),
    ],
)
def test_folding(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


@given(st.one_of(CHINESE, st.text(st.characters(exclude_characters="\n"), max_size=30)), WIDTHS)
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = fold(text, width)

    assert breaks(text, lines) is not None
    assert all(cell_len(line) <= width or len(line) == 1 for line in lines)


@given(CHINESE, WIDTHS)
@settings(max_examples=200, deadline=None)
def test_no_line_begins_with_a_blank_but_the_first(text: str, width: int) -> None:
    assert not any(line.startswith((" ", "\u3000")) for line in fold(text, width)[1:])


def breaks(text: str, lines: list[str]) -> list[int]:
    """Return where in the text the lines after the first begin; nothing but blanks is lost."""
    found, place = [], len(lines[0])
    assert text.startswith(lines[0])
    for line in lines[1:]:
        place += len(text[place:]) - len(text[place:].lstrip(" \u3000"))
        found.append(place)
        assert text.startswith(line, place)
        place += len(line)
    assert not text[place:].strip(" \u3000")
    return found


@given(st.text("建2\n。", max_size=20), WIDTHS)
@settings(max_examples=60, deadline=None)
def test_line_breaks_of_the_text_are_kept(text: str, width: int) -> None:
    assert fold(text, width) == [line for part in text.split("\n") for line in fold(part, width)]


@given(CHINESE, WIDTHS)
@settings(max_examples=200, deadline=None)
def test_figures_and_words_that_fit_are_whole(text: str, width: int) -> None:
    lines = fold(text, width)

    begun = set(breaks(text, lines))
    for match in re.finditer(r"[A-Za-z0-9]+(?:[.\-/][A-Za-z0-9]+)*%?", text):
        inside = set(range(match.start() + 1, match.end())) & begun
        assert not inside or cell_len(around(text, match.start(), match.end())) > width


def around(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` with the punctuation that belongs to it on both sides."""
    while start and text[start - 1] in "(“《":
        start -= 1
    while (after := CLOSED.match(text, end)) is not None:
        end = after.end()
    return text[start:end]


@given(CHINESE, WIDTHS)
@settings(max_examples=200, deadline=None)
def test_no_line_begins_with_closing_punctuation_if_it_can_be_helped(text: str, width: int) -> None:
    lines = fold(text, width)

    for place in breaks(text, lines):
        if text[place] not in CLOSING:
            continue
        before = place - 1
        while before and text[before] in CLOSING + BLANKS:
            before -= 1
        assert cell_len(around(text, before, before + 1)) > width
