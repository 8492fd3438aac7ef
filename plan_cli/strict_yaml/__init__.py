r"""A safe and strict reader for the plain part of YAML, with exact places for all it says.

It makes text, whole numbers, decimals, true, false and null, lists and records, straight from
the events of a parser: libyaml's where PyYAML has it, else the one written in Python.

Refused, because it surprises people or costs memory without end: duplicate, empty and merge keys
(`<<`), keys that are no scalars, `? ` before a key, anchors, aliases, tags, directives, a second
document, nothing at all, and more than the limits allow.

Refused, because the two parsers read it differently or one of them not at all:

- TAB anywhere, U+0085, U+2028, U+2029, U+FEFF within the text, CR without LF, control
  characters, lone surrogates, and escapes for them in double quotes (`\t` and `\n` are fine);
- `?` in an unquoted text within brackets: `[a?b]`, `{?a: 1}`;
- `:` behind an unquoted text within brackets that touches what comes next: `[a:]`, `{a:, b: 1}`;
- `#` that touches the head of a block text: `|# comment`;
- unknown directives, which one parser skips.

The place of an empty value within brackets, which they also see differently, is behind its colon,
or behind its key if there is none.
"""

from plan_cli.strict_yaml.decoding import decode
from plan_cli.strict_yaml.inside import span_inside
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
    "span_inside",
]
