"""Tier `schema`: what a record may hold; single values are checked while the files are loaded."""

from plan_cli.rules.schema import missing_key, target_shape, unknown_key, wrong_value

RULES = (unknown_key.RULE, missing_key.RULE, wrong_value.RULE, target_shape.RULE)
