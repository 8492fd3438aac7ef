"""Tier `schema`: what a record may hold; single values are checked while the files are loaded."""

# ruff: noqa: F401  (in the order in which the rules run)
from plan_cli.rules.schema import (
    keys_and_values,
    target_shape,
)
