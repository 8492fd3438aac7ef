"""Validators of others, run in the process of the tests; they come without types."""

import importlib

from click.testing import CliRunner, Result


def check_jsonschema(*arguments: str) -> Result:
    """Run check-jsonschema, which shares nothing with us, not even the YAML parser."""
    return CliRunner().invoke(importlib.import_module("check_jsonschema").main, arguments)


def pre_commit(*arguments: str) -> int:
    """Run pre-commit, and return its exit status."""
    status: int = importlib.import_module("pre_commit.main").main(arguments)
    return status
