"""A value of a day after the due year: not in time by itself; it is said what it shows."""

from datetime import date

import pytest

from plan_cli.judgement.judge import judge
from tests.judgement.samples import HORIZON, target, values

DAY = date(2024, 2, 5)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2024-01-18 120", "reached on 2024-01-18; whether by the end of 2023 is not reported"),
        ("2024-01-18 80", "there is no value for 2023"),
    ],
)
def test_what_it_shows(written: str, reason: str) -> None:
    found = judge(target(due=2023), values(written), HORIZON, DAY)
    assert (found.verdict, found.reason) == ("unknown", reason)
    (line,) = found.working
    assert line.endswith("outside the years that count; for information only")


def test_a_growth_of_an_unknown_year_says_so() -> None:
    growth = target(measure="annual_growth", value=7)
    (line,) = judge(growth, values("2024-01-18 7"), HORIZON, DAY).working
    assert line.endswith("the report does not state the year; for information only")
