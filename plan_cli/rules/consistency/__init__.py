"""Tier `consistency`: what the notice says in one place agrees with what it says in another.

Where it does not, that is the notice's own fault: it is recorded in `discrepancies` in plan.yaml,
with the words of both sides, and told as a note from then on.
"""

from plan_cli.rules.consistency import (
    counted_twice,
    different_departments,
    different_figures,
    known,
    same_metric,
    stale,
)

RULES = (
    same_metric.RULE,
    different_figures.RULE,
    different_departments.RULE,
    counted_twice.RULE,
    stale.RULE,
    known.RULE,
)
