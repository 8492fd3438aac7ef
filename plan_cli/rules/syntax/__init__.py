"""Tier `syntax`: what the YAML reader refuses; here are only the manuals, found while reading."""

from plan_cli.rules.rule import Rule
from plan_cli.rules.syntax.characters import CHARACTERS
from plan_cli.rules.syntax.files import FILES
from plan_cli.rules.syntax.structure import STRUCTURE

RULES = tuple(
    Rule(f"syntax.{code}", "syntax", None, text=text)
    for code, text in (FILES | CHARACTERS | STRUCTURE).items()
)
