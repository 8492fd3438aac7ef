"""Tier `reference`: everything that is named exists, once, and under one name."""

# ruff: noqa: F401  (in the order in which the rules run)
from plan_cli.rules.reference import departments, items, records, settings, successions
