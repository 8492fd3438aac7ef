"""How papers are worded."""

import pytest

from plan_cli.papers.review.items import shortened
from plan_cli.papers.sources import spans


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((), ""), ((3,), "3"), ((3, 4), "3、4"), ((5, 3, 4, 9, 9), "3—5、9"), ((1, 2, 3, 4), "1—4")],
)
def test_spans(numbers: tuple[int, ...], words: str) -> None:
    assert spans(numbers) == words


def test_a_long_wording_shows_that_it_goes_on() -> None:
    assert shortened("甲" * 40) == "甲" * 40
    assert shortened("甲" * 50) == "甲" * 40 + "…"
    assert shortened("甲" * 30 + "，" + "乙" * 30) == "甲" * 30 + "…"
    assert shortened("甲，" + "乙" * 60) == "甲，" + "乙" * 38 + "…"
