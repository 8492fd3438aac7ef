"""Goals that take the place of others: their own lines change, and no other byte."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from plan_cli.submit.change import InvalidSubmissionError
from plan_cli.submit.submit import submit

BY = "市发改局"
TARGET = '  target: "6.1"\n'


def goals_file(base: Path, text: str) -> Path:
    path = base / "annual" / "2023" / f"{BY}.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode())
    return path


def goal(**more: Any) -> dict[str, Any]:
    return {"item": 6, "target": "6.1", "goal": "建成2个", **more}


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        (
            f"# 一\n- item: 6\n{TARGET}  goal: 甲  # 二\n  value: 1  # 三\n# 四\n",
            2,
            f"# 一\n- item: 6\n{TARGET}  goal: 建成2个  # 二\n  value: 2  # 三\n# 四\n",
        ),
        (
            f"- item: 6\n{TARGET}  goal: 甲  # 二\n- item: 6\n  goal: 乙\n",
            Decimal("2.5"),
            f"- item: 6\n{TARGET}  goal: 建成2个  # 二\n  value: 2.5\n- item: 6\n  goal: 乙\n",
        ),
        (
            f"- item: 6\n{TARGET}  value: 1\n  goal: '甲'\n",
            None,
            f"- item: 6\n{TARGET}  goal: 建成2个\n",
        ),
        (
            f"- item: 6\r\n{TARGET}  goal: 甲",
            2,
            f"- item: 6\r\n{TARGET}  goal: 建成2个\r\n  value: 2",
        ),
        (
            f"- goal: |\n    甲\n    乙\n  item: 6\n{TARGET}",
            None,
            f"- goal: 建成2个\n  item: 6\n{TARGET}",
        ),
        (
            '- {item: 6, target: "6.1", goal: 甲, value: 1}\n',
            2,
            '- {item: 6, target: "6.1", goal: 建成2个, value: 2}\n',
        ),
    ],
)
def test_a_goal_takes_the_place_of_another(base: Path, before: str, value: Any, after: str) -> None:
    path = goals_file(base, before)
    said = goal() if value is None else goal(value=value)
    submit(base, BY, goals={2023: [said]}, replace=True)
    assert path.read_bytes().decode() == after


def test_what_is_new_goes_to_the_end(base: Path) -> None:
    path = goals_file(base, f"- item: 6\n{TARGET}  goal: 甲\n")
    whole = {"item": 6, "goal": "乙: 丙"}
    done = submit(base, BY, goals={2023: [whole, goal()]}, replace=True)
    assert path.read_bytes().decode() == (
        f'- item: 6\n{TARGET}  goal: 建成2个\n- item: 6\n  goal: "乙: 丙"\n'
    )
    assert len(done.files) == 1


def test_where_there_is_no_file_yet(base: Path) -> None:
    submit(base, BY, goals={2023: [goal(value=2)]}, replace=True)
    text = (base / "annual" / "2023" / f"{BY}.yaml").read_text(encoding="utf-8")
    assert text.endswith(f"- item: 6\n{TARGET}  goal: 建成2个\n  value: 2\n")


def test_without_being_asked_nothing_is_replaced(base: Path) -> None:
    path = goals_file(base, f"- item: 6\n{TARGET}  goal: 甲\n")
    with pytest.raises(InvalidSubmissionError, match=r"target 6\.1 already has a goal"):
        submit(base, BY, goals={2023: [goal()]})
    assert "甲" in path.read_text(encoding="utf-8")


def test_what_is_wrong_is_told_of_the_goal_it_is_in(base: Path) -> None:
    goals_file(base, f"- item: 6\n{TARGET}  goal: 甲\n- item: 6\n  goal: 乙\n")
    wrong = {"item": 6, "goal": "丙", "value": 2}  # a figure without a target
    with pytest.raises(InvalidSubmissionError) as found:
        submit(base, BY, goals={2023: [goal(value=2), wrong]}, replace=True)
    assert [(one.goal, one.message) for one in found.value.reasons] == [
        ((2023, 1), "the figure has no target")
    ]


def test_what_is_wrong_with_a_goal_below_a_changed_one(base: Path) -> None:
    goals_file(base, f"- item: 6\n{TARGET}  goal: 甲\n")
    wrong = {"item": 6, "goal": "丙", "value": 2}  # a figure without a target
    with pytest.raises(InvalidSubmissionError) as found:
        submit(base, BY, goals={2023: [goal(value=2), wrong]}, replace=True)
    assert [one.goal for one in found.value.reasons] == [(2023, 1)]


def test_lines_that_only_a_person_can_change(base: Path) -> None:
    before = '- {item: 6, target: "6.1", goal: 甲}\n'
    path = goals_file(base, before)
    with pytest.raises(InvalidSubmissionError, match="cannot be changed by the program") as found:
        submit(base, BY, goals={2023: [goal(value=2)]}, replace=True)
    assert found.value.reasons[0].hint == "Change them in the file itself."
    assert path.read_text(encoding="utf-8") == before
