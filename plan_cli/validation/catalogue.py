"""All rules there are, in the order of the tiers."""

import sys
from collections.abc import Iterator
from typing import Final

from plan_cli.problem_formats import RuleCard
from plan_cli.rules import TIERS
from plan_cli.rules.check import rules_of

SYNTAX: Final = "syntax"


def all_tiers() -> tuple[str, ...]:
    """Return the names of the tiers in their order."""
    return (SYNTAX, *TIERS)


def tier_of(rule: str) -> str:
    """Return the tier of a rule: the first part of its id."""
    return rule.partition(".")[0]


def all_rules() -> list[RuleCard]:
    """Return every rule that a problem may name."""
    return list(_cards())


def _cards() -> Iterator[RuleCard]:
    codes = (
        "file too-large too-deep too-many-nodes too-many-faults empty-document second-document "
        "directive not-utf8 tab lone-carriage-return byte-order-mark line-separator "
        "lone-surrogate control-character duplicate-key empty-key explicit-key collection-key "
        "merge-key anchor alias tag flow-question-mark tight-comment syntax-error"
    )
    for code in codes.split():
        yield RuleCard(f"syntax.{code}", code)
    for code in ("unknown-key", "missing-key", "wrong-value"):
        yield RuleCard(f"schema.{code}", code)
    for tier in TIERS:
        for rule in rules_of(tier):
            yield RuleCard(
                rule.id, (sys.modules[rule.check.__module__].__doc__ or "").split("\n")[0]
            )
