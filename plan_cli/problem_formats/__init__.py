"""Turns what a check has found into text: one module a format, chosen by name.

A format takes a result and a screen and returns text; adding one is a module with `render` and a
line in `FORMATS`. What was found, and where the text goes, is not its business.
"""

from importlib import import_module
from typing import Final

from plan_cli.problem_formats.result import ProblemFormat, Result, RuleCard, Screen

FORMATS: Final = {
    "text": "plan_cli.problem_formats.text",
    "json": "plan_cli.problem_formats.json",
    "github": "plan_cli.problem_formats.github",
    "sarif": "plan_cli.problem_formats.sarif",
}

__all__ = ["FORMATS", "ProblemFormat", "Result", "RuleCard", "Screen", "problem_format"]


def problem_format(name: str) -> ProblemFormat:
    """Return the format called `name`; its module is imported only now."""
    chosen: ProblemFormat = import_module(FORMATS[name]).render
    return chosen
