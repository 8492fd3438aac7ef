"""Tier `reference`: everything that is named exists, once, and under one name."""

from plan_cli.rules.reference import (
    assignments,
    categories,
    department_names,
    departments,
    discrepancies,
    item_ids,
    plan_rules,
    repeats,
    sections,
    target_ids,
    targets,
    unused,
)

RULES = (
    department_names.RULE,
    categories.RULE,
    departments.RULE,
    repeats.RULE,
    unused.RULE,
    item_ids.RULE,
    sections.RULE,
    target_ids.RULE,
    targets.RULE,
    plan_rules.RULE,
    discrepancies.RULE,
    assignments.RULE,
)
