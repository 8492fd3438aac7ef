"""How papers are worded, in both languages."""

import pytest

from plan_cli import i18n
from plan_cli.papers.words import annex_text, heading_text, numeral, sentences, shortened, spans


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")],
)
def test_numerals(number: int, words: str) -> None:
    assert numeral(number) == words


def test_headings() -> None:
    assert (heading_text(2, "Binding"), annex_text(1, "Debts")) == ("2. Binding", "Annex 1: Debts")
    i18n.activate("zh")
    assert (heading_text(2, "约束性"), annex_text(1, "清单")) == ("二、约束性", "附件1：清单")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((), ""), ((3,), "3"), ((3, 4), "3, 4"), ((5, 3, 4, 9, 9), "3–5, 9"), ((1, 2, 3, 4), "1–4")],
)
def test_spans(numbers: tuple[int, ...], words: str) -> None:
    assert spans(numbers) == words


def test_sentences_stand_as_a_language_has_them() -> None:
    assert sentences(["A.", "", "B."]) == "A. B."
    i18n.activate("zh")
    assert sentences(["甲。", "", "乙。"]) == "甲。乙。"


def test_a_long_wording_shows_that_it_goes_on() -> None:
    assert shortened("甲" * 40) == "甲" * 40
    assert shortened("甲" * 50) == "甲" * 40 + "…"
    assert shortened("甲" * 30 + "，" + "乙" * 30) == "甲" * 30 + "…"
    assert shortened("甲，" + "乙" * 60) == "甲，" + "乙" * 38 + "…"
