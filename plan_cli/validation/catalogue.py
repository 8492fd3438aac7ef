"""All rules there are, in the order of the tiers."""

from typing import Final

from plan_cli.problem_formats import RuleCard
from plan_cli.rules import TIERS, registry

SYNTAX: Final = "syntax"


def all_tiers() -> tuple[str, ...]:
    """Return the names of the tiers in their order."""
    return (SYNTAX, *TIERS)


def tier_of(rule: str) -> str:
    """Return the tier of a rule: the first part of its id."""
    return rule.partition(".")[0]


def all_rules() -> list[RuleCard]:
    """Return every rule that a problem may name."""
    return [RuleCard(rule.id, registry.title_of(rule)) for rule in registry.all_rules()]
