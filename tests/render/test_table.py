import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.listings.listing import Column, Listing
from plan_cli.text import cells, visible

from .samples import column, listing, table

HEADERS = ("序号", "任务", "配合")
LONG = "到2025年,完成剩余18个老旧小区改造和重点区域城中村改造。" * 12
WIDTHS = [1, 5, 10, 20, 40, 80, 200]


def squeezed(text: str) -> str:
    return re.sub(r"[\s─━]", "", text)


@pytest.mark.parametrize("width", WIDTHS)
def test_in_a_pipe_nothing_is_cut(width: int) -> None:
    printed = table(listing((LONG, "市发改局、市财政局、市工信局等"), ("建甲。", "")), width=width)

    assert squeezed(column(printed, HEADERS, 0)) == "01"
    assert squeezed(column(printed, HEADERS, 1)) == LONG + "建甲。"
    assert squeezed(column(printed, HEADERS, 2)) == "市发改局、市财政局、市工信局等"


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    printed = table(listing((LONG, "市发改局"), title=LONG), width=width, shorten=True)

    assert max(map(cells, printed.split("\n"))) <= width


def test_a_pipe_is_eighty_cells_wide() -> None:
    printed = table(listing((LONG, LONG)))

    assert 75 < max(map(cells, printed.split("\n"))) <= 80


def test_a_terminal_shortens_a_long_wording_and_says_so() -> None:
    printed = table(listing((LONG, "市发改局、" * 30)), shorten=True)

    text = squeezed(column(printed, HEADERS, 1))
    assert text.endswith("…")
    assert LONG.startswith(text.removesuffix("…"))
    assert 0 < len(text) < len(LONG)
    assert squeezed(column(printed, HEADERS, 2)) == "市发改局、" * 30


def test_what_fits_in_three_lines_is_not_shortened() -> None:
    text = "建设新城"

    assert squeezed(column(table(listing((text, "")), shorten=True), HEADERS, 1)) == text


def test_wide_shows_all_in_a_terminal_too() -> None:
    printed = table(listing((LONG, "市发改局")))

    assert squeezed(column(printed, HEADERS, 1)) == LONG


@pytest.mark.parametrize("text", ["[red]甲[/]", "[/]", "[link=x]", ":smile:", r"\[b]", "[]"])
@pytest.mark.parametrize("terminal", [True, False])
def test_markup_is_text_like_any_other(text: str, terminal: bool) -> None:
    printed = table(listing((text, text), title=text), shorten=terminal)

    assert printed.startswith(text)
    assert squeezed(column(printed, HEADERS, 1)) == text
    assert squeezed(column(printed, HEADERS, 2)) == text


@pytest.mark.parametrize("terminal", [True, False])
def test_controls_never_reach_the_terminal(terminal: bool) -> None:
    text = "\x1b]0;甲\x07\x9b2J\r\u202e"

    printed = table(listing((text, text), title=text), shorten=terminal)

    assert not set(printed) & set("\x1b\x07\x9b\r\u202e")
    assert printed.startswith(visible(text))
    assert squeezed(column(printed, HEADERS, 1)) == visible(text)


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_a_list_without_rows_is_its_title(width: int) -> None:
    assert table(listing(title="没有[b]项目"), width=width).replace("\n", "") == "没有[b]项目"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_title_is_whole_above_a_narrow_table(width: int) -> None:
    assert squeezed(table(listing(("甲", "乙"), title=LONG), width=width)).startswith(LONG)


def test_lines_of_a_cell_stay_lines() -> None:
    printed = table(listing(("甲\n\n乙", "丙")))

    lines = printed.split("\n")
    first = next(index for index, line in enumerate(lines) if "甲" in line)
    assert "丙" in lines[first]
    assert not lines[first + 1].strip()
    assert lines[first + 2].strip() == "乙"


def test_numbers_stand_to_the_right() -> None:
    printed = table(Listing(
        [{"n": "1"}, {"n": "1000"}], (Column("数", lambda row: str(row["n"]), right=True),), ""
    ))  # fmt: skip

    ends = [len(line.rstrip()) for line in printed.split("\n") if line.strip().isdecimal()]
    assert len(ends) == 2
    assert len(set(ends)) == 1


@given(
    st.lists(st.tuples(st.text(max_size=40), st.text("甲乙,。12.5% ", max_size=40)), max_size=3),
    st.integers(1, 100),
)
@settings(max_examples=50, deadline=None)
def test_any_text_is_printed_whole_at_any_width(texts: list[tuple[str, str]], width: int) -> None:
    printed = table(listing(*texts), width=width)

    everything = "".join(a + b for a, b in texts)
    shown = squeezed(printed)
    for mark in set(squeezed(visible(everything))):
        assert shown.count(mark) >= squeezed(visible(everything)).count(mark)


def test_lines_that_belong_together_stand_side_by_side() -> None:
    both = listing(("甲" * 30 + "\n" + "乙" * 5, "一\n二"))._replace(parallel=True)
    lines = table(both, width=40).split("\n")
    assert next(line for line in lines if "甲" in line).split()[-1] == "一"
    assert next(line for line in lines if "乙" in line).split()[-1] == "二"
    assert sum("甲" in line for line in lines) > 1
