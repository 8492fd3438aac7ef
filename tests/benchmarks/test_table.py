"""The tables of what was measured."""

import re

import pytest

from benchmarks.table import PAGE, Line, Memory, memory_table, put_in, ratio_table, seconds
from benchmarks.timing import Pair


def line(ratio: float, limit: float | None) -> str:
    table = ratio_table([Line("`plan x`", "y", Pair(0.0512, 1.5, ratio), limit)])
    head, rule, row = table.splitlines()
    assert head == "| what | by | takes | the other | ratio | limit |"
    assert re.fullmatch(r"\|( --- \|)+", rule)
    return row


@pytest.mark.parametrize(
    ("ratio", "limit", "row"),
    [
        (2.0, 2.6, "| `plan x` | y | 51 ms | 1.50 s | 2.00 | ≤ 2.6 |"),
        (2.6, 2.6, "| `plan x` | y | 51 ms | 1.50 s | 2.60 | ≤ 2.6 |"),
        (2.604, 2.6, "| `plan x` | y | 51 ms | 1.50 s | 2.60 | ≤ 2.6 **missed** |"),
        (0.1, None, "| `plan x` | y | 51 ms | 1.50 s | 0.10 |  |"),
    ],
)
def test_a_line_says_whether_its_limit_is_met(ratio: float, limit: float, row: str) -> None:
    assert line(ratio, limit) == row


@pytest.mark.parametrize(
    ("peak", "limit", "cells"),
    [
        (100 * 2**20, 120, "100 MiB | ≤ 120"),
        (121 * 2**20, 120, "121 MiB | ≤ 120 **missed**"),
        (121 * 2**20, None, "121 MiB | "),
    ],
)
def test_so_does_a_line_about_memory(peak: int, limit: int | None, cells: str) -> None:
    assert memory_table([Memory("x", peak, limit)]).splitlines()[-1] == f"| x | {cells} |"


@pytest.mark.parametrize(("value", "text"), [(0.0004, "0 ms"), (0.9994, "999 ms"), (1, "1.00 s")])
def test_times_are_easy_to_read(value: float, text: str) -> None:
    assert seconds(value) == text


def test_the_page_has_a_place_for_the_tables() -> None:
    page = PAGE.read_text(encoding="utf-8")
    once = put_in(page, "| new |\n")

    assert "| new |" in once
    assert put_in(once, "| new |\n") == once
    assert once.startswith(page.partition("<!-- begin")[0])
    assert once.endswith(page.partition("<!-- end")[2])


def test_the_page_names_no_place_of_the_machine() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert not re.search(r"/(tmp|home|root|usr|opt|work)\b|https?://(?!pyperf)", page)
