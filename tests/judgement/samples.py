"""Targets and values for judgements, in few words."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, cast

from plan_cli.dataset.plan import Horizon
from plan_cli.dataset.rows import TargetRow
from plan_cli.judgement.case import Nature, Observation

HORIZON = Horizon(base=2020, start=2021, end=2025, vision=2035)
MIDWAY, AFTER = date(2024, 6, 30), date(2026, 6, 30)
HANDED_IN = date(2024, 3, 1)


def target(**keys: Any) -> TargetRow:
    """A target as a row: to reach at least 100 by 2025, unless `keys` say otherwise."""
    row = {
        "id": "12.1",
        "quote": "…",
        "metric": "…",
        "measure": "level_reach",
        "direction": "at_least",
        "direction_basis": "stated",
        "value": Decimal(100),
        "upper": None,
        "unit": "个",
        "unit_basis": "stated",
        "value_unstated": False,
        "due": 2025,
        "due_basis": "stated",
        "same_as": [],
        "note": None,
    }
    assert set(keys) <= set(row)
    return cast("TargetRow", row | keys)


def values(*written: str, day: date = HANDED_IN) -> list[Observation]:
    """Values such as `2022 8 estimate`; a day in place of a period is a value on that day."""
    return [_value(words.split(), f"r{number}", day) for number, words in zip(count(1), written)]


def _value(words: list[str], report: str, day: date) -> Observation:
    period, figure, *nature = words
    if len(period) == len("2024-03-01"):
        return Observation(Decimal(figure), report, date.fromisoformat(period))
    known = cast("Nature", nature[0] if nature else "final")
    return Observation(Decimal(figure), report, day, period, known)
