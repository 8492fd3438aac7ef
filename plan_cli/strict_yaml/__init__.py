"""A safe and strict reader for a small part of YAML, with exact places for everything it says."""

from plan_cli.strict_yaml.decoding import decode
from plan_cli.strict_yaml.model import (
    DEFAULT_LIMITS,
    Fault,
    Limits,
    Mark,
    Parsed,
    Path,
    Span,
    Value,
)
from plan_cli.strict_yaml.positions import Positions
from plan_cli.strict_yaml.reading import parse

__all__ = [
    "DEFAULT_LIMITS",
    "Fault",
    "Limits",
    "Mark",
    "Parsed",
    "Path",
    "Positions",
    "Span",
    "Value",
    "decode",
    "parse",
]
