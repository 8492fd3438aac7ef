"""Tier `progress`: reports are of something known, by whom it concerns, and nothing is lost."""

# ruff: noqa: F401, I001  (in the order in which the rules run)
from plan_cli.rules.progress import files, items, values, corrections
