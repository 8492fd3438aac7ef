"""Tier `consistency`: what the notice says in one place agrees with what it says in another.

Where it does not, that is the notice's own fault: it is recorded in `discrepancies` in plan.yaml,
with the words of both sides, and is a note from then on.
"""

# ruff: noqa: F401, I001  (in the order in which the rules run)
from plan_cli.rules.consistency import (
    same_metric,
    at_odds,
    recorded,
)
