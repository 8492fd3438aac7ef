"""Tier `annual`: what a department sets itself for a year is on something that is its own."""

from plan_cli.rules.annual import files, items, repeats, targets

RULES = (
    files.RULE,
    items.RULE,
    targets.RULE,
    repeats.RULE,
)
