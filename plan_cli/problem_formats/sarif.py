"""SARIF 2.1.0, the format in which code hosts and editors take the results of checks.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from typing import Any, Final

from plan_cli import __version__
from plan_cli.problem_formats.json import dump
from plan_cli.problem_formats.places import uri, uri_from_root
from plan_cli.problem_formats.result import Result, RuleCard, Screen
from plan_cli.problems import Problem

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT: Final = "%SRCROOT%"  # the usual name for the root of the repository


def render(result: Result, screen: Screen) -> str:
    """Return a log of one run."""
    del screen
    rules = _rules(result)
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "plan",
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, indexes, result) for problem in result.problems],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(result: Result) -> list[RuleCard]:
    """Return the rules looked at, and any that a problem names beyond them."""
    known = {rule.id: rule for rule in result.rules}
    for problem in result.problems:
        known.setdefault(problem.rule, RuleCard(problem.rule, problem.rule))
    return list(known.values())


def _rule(rule: RuleCard) -> dict[str, Any]:
    return {"id": rule.id, "shortDescription": {"text": rule.summary}}


def _result(problem: Problem, indexes: dict[str, int], result: Result) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.rule,
        "ruleIndex": indexes[problem.rule],
        "level": problem.severity,
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(problem, result),
                    "region": _region(problem),
                }
            }
        ],
    }


def _artifact(problem: Problem, result: Result) -> dict[str, str]:
    relative = uri_from_root(problem.file, result.root)
    if relative is None:
        return {"uri": uri(problem.file)}
    return {"uri": relative, "uriBaseId": _ROOT}


def _region(problem: Problem) -> dict[str, int]:
    start, end = problem.span.start, problem.span.end
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
