"""The parsers' own words about broken YAML, said plainly."""

import yaml

from plan_cli.i18n import _
from plan_cli.strict_yaml.messages import syntax_error
from plan_cli.strict_yaml.model import Fault, Mark, Span


def syntax_fault(error: yaml.YAMLError) -> Fault:
    """Return the fault for what a parser could not read."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
    problem = getattr(error, "problem", None) or str(error)
    message = _("This is not valid YAML: {problem}.").format(problem=problem)
    hint = _("Check indentation, colons, brackets and quotes here and just above.")
    return syntax_error(Span(place, place), message, hint)
