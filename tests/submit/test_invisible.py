"""Text of blanks or invisible characters only is no text, wherever it is read."""

from typing import Any

import pytest

from plan_cli.dataset.models import Report
from plan_cli.dataset.schema import check
from plan_cli.problems import Refusal
from plan_cli.text import shows_something
from plan_cli.worklists.cells import RawCell
from plan_cli.worklists.values import read_texts
from tests.conftest import DATA, Run

NOTHING = [
    " ", "\u3000", "\u00a0", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u3164",
    "\u115f", "\uffa0", "\u2800", "\u180e", "\ufe0f", "\u034f", "\U000e0020", " \u200b\u3164 ",
]  # fmt: skip
KEYS = ("progress", "problems", "next", "publisher", "source", "quote", "note")
REPORT: dict[str, Any] = {"id": "k3m9qx", "item": 1, "date": "2024-03-01", "status": "done"}


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_what_shows_nothing_is_no_text(text: str, plan: Run) -> None:
    assert not shows_something(text)
    several: list[dict[str, Any]] = [{"evidence": [text]}, *({key: text} for key in KEYS)]
    for fields in several:
        faults = check(Report, {**REPORT, **fields})
        assert isinstance(faults, list)
        assert [one.code for one in faults] == ["schema.wrong-value"]
    typed = ("--by", "市发改局", "--status", "done", "--evidence", text, "--dry-run")
    assert plan("--data", str(DATA), "report", "50", *typed).exit_code != 0


@pytest.mark.parametrize(
    "text", ["见", " a", "é", "\u200b1", "〔", "\U00018d09", "\U0001f468\u200d\U0001f469"]
)
def test_what_shows_something_is_text(text: str) -> None:
    assert shows_something(text)


@pytest.mark.parametrize("text", ["\u200b", "\u3164", "见\n\u2800"], ids=ascii)
def test_a_cell_that_shows_nothing_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_texts(RawCell("text", text))
