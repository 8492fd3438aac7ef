"""Tier `reference`: everything that is named exists, once, and under one name."""

from plan_cli.rules.reference import (
    assignments,
    categories,
    department_names,
    departments,
    item_ids,
    sections,
    target_ids,
    targets,
)

RULES = (
    department_names.RULE,
    categories.RULE,
    departments.RULE,
    item_ids.RULE,
    sections.RULE,
    target_ids.RULE,
    targets.RULE,
    assignments.RULE,
)
