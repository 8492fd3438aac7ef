"""Tier `progress`: reports are of something known, by whom it concerns, and nothing is lost."""

from plan_cli.rules.progress import (
    dates,
    evidence,
    files,
    finals,
    ids,
    items,
    kinds,
    periods,
    replaces,
    reporters,
    targets,
)

RULES = (
    reporters.RULE,
    files.RULE,
    ids.RULE,
    items.RULE,
    kinds.RULE,
    targets.RULE,
    periods.RULE,
    dates.RULE,
    evidence.RULE,
    replaces.RULE,
    finals.RULE,
)
