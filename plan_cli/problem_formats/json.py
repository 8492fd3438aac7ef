"""JSON for programs: a version, every problem with its place, how many there are.

`version` counts up when a key changes its meaning or goes; new keys may come at any time.
"""

import json
from typing import Any, Final

from plan_cli.problem_formats.result import Result, Screen
from plan_cli.problems import Problem

VERSION: Final = 1


def render(result: Result, screen: Screen) -> str:
    """Return an object with `version`, `problems` and `summary`."""
    del screen
    document = {
        "version": VERSION,
        "problems": [_problem(problem) for problem in result.problems],
        "summary": _summary(result),
    }
    return dump(document)


def dump(document: object) -> str:
    """Return a document as JSON, indented.

    What is not printable ASCII is escaped where it could drive a terminal or is half a character.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if text.replace("\n", "").isprintable():
        return text + "\n"
    return "".join(_safe(character) for character in text) + "\n"


def _safe(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    return json.dumps(character)[1:-1]


def _problem(problem: Problem) -> dict[str, Any]:
    start, end = problem.span.start, problem.span.end
    return {
        "file": problem.file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint or None,
    }


def _summary(result: Result) -> dict[str, int]:
    counts = result.counts()
    return {
        "problems": len(result.problems),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["note"],
        "files": len(result.files()),
    }
