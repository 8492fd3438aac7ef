"""Tier `reference`: everything that is named exists, once, and under one name."""

# ruff: noqa: F401, I001  (in the order in which the rules run)
from plan_cli.rules.reference import (
    department_names,
    categories,
    departments,
    repeats,
    unused,
    item_ids,
    sections,
    target_ids,
    targets,
    plan_records,
    assignments,
)
