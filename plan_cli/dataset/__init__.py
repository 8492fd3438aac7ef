"""A dataset: where it lies, how its files become records, and what can be asked of it.

Nothing is imported here: `loading` needs Pydantic, `queries` and `rows` do not, and a command
should pay only for what it uses.
"""
