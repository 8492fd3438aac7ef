"""All rules there are, with their manuals."""

from functools import cache
from typing import TYPE_CHECKING

from plan_cli.i18n import _
from plan_cli.rules.base import Rule
from plan_cli.rules.check import TIERS, rules_of

if TYPE_CHECKING:
    from plan_cli.rules.manual import Manual


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule that a problem may name, by tier."""
    from plan_cli.rules import syntax

    return (*syntax.RULES, *(rule for tier in TIERS for rule in rules_of(tier)))


def find_rule(name: str) -> Rule | None:
    """Return the rule with this id."""
    return next((rule for rule in all_rules() if rule.id == name), None)


def suggest_rules(name: str) -> tuple[str, ...]:
    """Return the ids that `name` may have been meant to be."""
    from difflib import get_close_matches

    ids = [rule.id for rule in all_rules()]
    parts = [rule_id for rule_id in ids if name and name.lower() in rule_id]
    return tuple(dict.fromkeys([*parts, *get_close_matches(name, ids, n=3, cutoff=0.5)]))[:5]


def manual_of(rule: Rule) -> "Manual":
    """Return a rule's manual in the active language."""
    from plan_cli.rules.manual import read_manual

    return read_manual(rule.manual).translated()


def title_of(rule: Rule) -> str:
    """Return what has to hold, in one sentence in the active language."""
    title = " ".join(rule.manual.strip().partition("\n\n")[0].split())
    return _(title)
