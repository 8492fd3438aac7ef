"""A dataset: where it lies, how its files become plain rows, and what they say.

Nothing is imported here: `load` needs Pydantic and YAML, `dataset` and `snapshot` do not.
"""
