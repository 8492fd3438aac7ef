"""Tier `annual`: what a department sets itself for a year is on something that is its own."""

# ruff: noqa: F401, I001  (in the order in which the rules run)
from plan_cli.rules.annual import (
    files,
    items,
    targets,
    repeats,
)
