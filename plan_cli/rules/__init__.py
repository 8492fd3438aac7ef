"""Rules: what has to hold beyond the shape of single values. One module a rule, by tier.

A rule is a generator over the loaded dataset that yields findings; it prints nothing. Adding one is
a module with a `RULE` and a line in the `RULES` of its tier.
"""

from plan_cli.rules.check import QUERY_TIERS, TIERS, run

__all__ = ["QUERY_TIERS", "TIERS", "run"]
