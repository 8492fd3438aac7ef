"""`plan indicators`: binding and expected, whose, and the JSON contract."""

import json
from typing import Any

import pytest

from tests.conftest import Run


def rows(plan: Run, *arguments: str) -> list[dict[str, Any]]:
    result = plan("indicators", *arguments, "--json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_the_json_contract(plan: Run) -> None:
    found = rows(plan)
    assert len(found) == 33
    assert {tuple(row) for row in found} == {
        ("id", "section", "text", "binding", "responsible", "targets", "note")
    }


def test_binding_and_expected(plan: Run) -> None:
    binding = [row["id"] for row in rows(plan, "--binding")]
    expected = [row["id"] for row in rows(plan, "--expected")]
    assert binding == [29, 30, 31, 32, 33, 34, 43]
    assert len(expected) == 26
    assert sorted(binding + expected) == list(range(12, 45))


def test_exact_numbers(plan: Run) -> None:
    values = {row["id"]: row["targets"][0]["value"] for row in rows(plan)}
    assert (values[16], values[29], values[36]) == (1.5, 12.5, 39365)
    assert values[44] is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市发改局", [12, 13, 16, 17, 18, 29, 44]),
        ("科技局", [16, 17, 18]),
        ("粮食局", [44]),
        ("tjj", [21]),
        ("东城街道", []),
    ],
)
def test_department(plan: Run, name: str, expected: list[int]) -> None:
    assert [row["id"] for row in rows(plan, "--dept", name)] == expected


def test_the_table(plan: Run) -> None:
    result = plan("indicators", "--grep", "营商")
    assert result.stdout.startswith("1 indicator, 0 of them binding (*)")
    assert ">80" in result.stdout  # 大于80分: the notice states the direction
    assert "位次" in result.stdout


def test_a_direction_that_the_notice_does_not_state_is_not_shown(plan: Run) -> None:
    line = next(x for x in plan("indicators").stdout.split("\n") if x.startswith("  32  *"))
    assert "≤" not in line
    assert " 53 " in line
