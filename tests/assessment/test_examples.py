"""Every file in `examples/` is a year with a small dataset, and what comes of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from plan_cli.assessment.assess import Assessed, assess
from plan_cli.assessment.lines import PARTS, Line, Result
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.load import load
from tests.assessment.builder import FOLDER, build, day, read
from tests.conftest import ROOT

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
            lines = [line for line in one.lines if line.part == part]
            results = {name_of(line): line.result for line in lines}
            assert len(results) == len(lines)
            assert results == told.get(part, {}), (part, lines)
    for where, words in example.get("told", {}).items():
        department, name = where.split()
        lines = [line for line in found[department].lines if name_of(line) == name]
        text = " / ".join(
            f"{one.asked} | {one.reason} | {one.pace_reason} | {one.decides} | {one.basis.left_out}"
            for one in lines
        )
        for word in words:
            assert word in text


@pytest.mark.parametrize("year", [2021, 2025, 2030, 2035])
@pytest.mark.parametrize("folder", ["data", "examples/made-up-city"])
def test_without_any_report_nothing_is_reached_and_nothing_missed(folder: str, year: int) -> None:
    dataset = load(ROOT / folder).dataset()
    assert dataset is not None
    silent = replace(dataset, report_rows=[])
    for one in assess(AssessedYear(silent, year, date(2037, 1, 1))):
        assert one.grade in ("open", None)
        assert {line.result for line in one.lines} <= {"unknown", "unreported"}


def test_long_term_goals_are_not_among_the_tasks_without_a_year() -> None:
    vision = {"id": 1, "kind": "vision", "lead": "甲局"}
    measure = {"id": 2, "lead": "甲局", "targets": [{"due": None, "value": 1}]}
    dataset = build({"tasks": [vision, measure]})
    (found,) = assess(AssessedYear(dataset, 2025, date(2026, 1, 1)))
    assert found.undated == 1


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
