"""Every file in `examples/` is a year with a small dataset, and what comes of it."""

from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from plan_cli.assessment import Assessed, AssessedYear, Line, assess
from plan_cli.assessment.line import PARTS, Result
from tests.assessment.builder import FOLDER, build, day, read

EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))


def assessed(example: dict[str, Any]) -> dict[str, Assessed]:
    assumed = {target: Decimal(value) for target, value in example.get("assume", {}).items()}
    year = AssessedYear(build(example), example["year"], day(example), assumed)
    return {one.department: one for one in assess(year)}


def name_of(line: Line) -> str:
    if line.part == "tasks" or not line.targets:
        return str(line.item)
    return line.targets[0]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path) -> None:
    example = read(path)
    found = assessed(example)
    expected: dict[str, Any] = example["expect"] or {}
    assert set(found) == set(expected)
    for department, told in expected.items():
        one = found[department]
        assert one.grade == told.get("grade"), one.grade_reason
        for part in PARTS:
            results = {name_of(line): line.result for line in one.part(part)}
            assert results == told.get(part, {}), (part, one.part(part))
    for where, words in example.get("told", {}).items():
        department, name = where.split()
        lines = [line for line in found[department].lines if name_of(line) == name]
        text = " / ".join(
            f"{one.asked} | {one.reason} | {one.pace_reason} | {one.decides} | {one.basis.left_out}"
            for one in lines
        )
        for word in words:
            assert word in text


def test_what_is_unknown_says_what_would_decide_it() -> None:
    for path in EXAMPLES:
        for one in assessed(read(path)).values():
            assert one.grade_reason
            for line in one.lines:
                assert line.reason, line
                assert bool(line.decides) == (line.result in ("unknown", "claimed")), line


def test_every_result_has_an_example() -> None:
    found = {
        line.result
        for path in EXAMPLES
        for one in assessed(read(path)).values()
        for line in one.lines
    }
    assert found == set(get_args(Result))
