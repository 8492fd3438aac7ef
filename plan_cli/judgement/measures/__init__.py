"""One module a measure: `judge(case)` is given the values that decide, at least one.

`DAYS` are the measures for which a value without a period counts as the value on its day,
`PERIODIC` those that look at every year by itself.
"""

from collections.abc import Callable
from typing import Final

from plan_cli.judgement.measures import (
    annual_growth,
    coverage,
    cumulative,
    level_hold,
    level_reach,
    multiple,
    per_year,
    rank,
)
from plan_cli.judgement.result import Case, Judgement

MEASURES: Final[dict[str, Callable[[Case], Judgement]]] = {
    "level_reach": level_reach.judge,
    "level_hold": level_hold.judge,
    "annual_growth": annual_growth.judge,
    "cumulative_reduction": cumulative.judge,
    "cumulative_count": cumulative.judge,
    "per_year": per_year.judge,
    "rank": rank.judge,
    "multiple": multiple.judge,
    "coverage": coverage.judge,
}
"""The measures that have figures; `qualitative` has none to judge."""

DAYS: Final = frozenset(MEASURES) - {"annual_growth", "per_year"}

PERIODIC: Final = frozenset({"level_hold", "annual_growth", "per_year", "rank"})
