"""Characters that only look like plain ones are named, wherever something is typed."""

import pytest

from plan_cli.text import narrow, odd_character
from tests.conftest import Run

FIGURE = ("--period", "2021", "--nature", "final", "--by", "市工信局", "--dry-run")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("１２％", "12%"), ("Ａ　Ｂ", "A B"), ("①²Ⅳ㊤⁻٣½㈠", "①²Ⅳ㊤⁻٣½㈠"), ("5\u00a0个", "5 个")],
)
def test_only_forms_that_look_different_are_narrowed(typed: str, plain: str) -> None:
    assert narrow(typed) == plain


@pytest.mark.parametrize("typed", ["2100个", "１２％", "7‰", "−5", "二〇二三年", "約"])
def test_plain_characters(typed: str) -> None:
    assert odd_character(typed) is None


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("report", "15", "--value", "7①", *FIGURE), "①"),
        (("report", "15", "--value", "7.1²", *FIGURE), "²"),
        (("report", "1⑤", "--value", "7", *FIGURE), "⑤"),
        (("report", "15", "--value", "7", *FIGURE, "--period", "2021年㊤半年"), "㊤"),
        (("assess", "2023", "--assume", "15.1=7①"), "①"),
        (("assess", "202③"), "③"),
        (("review", "2023年㊤半年"), "㊤"),
        (("tasks", "--due", "202⑤"), "⑤"),
        (("show", "⑫"), "⑫"),
        (("worklist", "--dept", "市工信局", "--year", "202③"), "③"),
    ],
)
def test_they_are_named(plan: Run, arguments: tuple[str, ...], name: str) -> None:
    result = plan(*arguments)
    assert result.exit_code != 0
    assert f"{name} (U+{ord(name):04X}) in it" in " ".join(result.stderr.split())
