"""Tier `schema`: what has to hold inside one record beyond the types of its values."""

from plan_cli.rules.schema import target_shape

RULES = (target_shape.RULE,)
