"""plan: a government plan as plain YAML, checked, queried, reported against and assessed."""

__version__ = "0.1.0"
