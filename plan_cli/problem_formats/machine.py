"""Problems for programs: JSON, GitHub annotations, SARIF."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from plan_cli import __version__
from plan_cli.problem_formats.result import Result, RuleCard, Screen
from plan_cli.problem_formats.text import summary
from plan_cli.problems import Problem
from plan_cli.text import visible

VERSION: Final = 1


def as_json(result: Result, screen: Screen) -> str:
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


def from_root(file: str, root: Path) -> str | None:
    """Return the path of a file from `root`; None where it does not lie below."""
    try:
        return _absolute(file).relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        return None


def uri_from_root(file: str, root: Path) -> str | None:
    """Return the same as a relative URI: what is not plain ASCII is percent-encoded."""
    path = from_root(file, root)
    return None if path is None else quote(path)


def uri(file: str) -> str:
    """Return the absolute URI of a file."""
    return _absolute(file).as_uri()


def _absolute(file: str) -> Path:
    path = Path(file)
    return path.parent.resolve() / path.name


_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(result: Result, screen: Screen) -> str:
    """Return a command a problem, and a last line for whoever reads the log."""
    del screen
    if not result.problems:
        return result.clean + "\n"
    commands = [_command(problem, result) for problem in result.problems]
    return "\n".join([*commands, summary(result)]) + "\n"


def _command(problem: Problem, result: Result) -> str:
    file = from_root(problem.file, result.root) or problem.file
    properties = ",".join(
        f"{name}={_escaped_property(str(value))}" for name, value in _properties(problem, file)
    )
    start = problem.span.start
    message = visible(f"{file}:{start.line}:{start.column}: {problem.message}")
    if problem.hint:
        message += "\n" + visible(problem.hint)
    return f"::{_COMMANDS[problem.severity]} {properties}::{_escaped(message)}"


def _properties(problem: Problem, file: str) -> Iterator[tuple[str, object]]:
    start, end = problem.span.start, problem.span.end
    yield "file", visible(file)
    yield "line", start.line
    if end.line > start.line:  # columns may not be given for several lines
        yield "endLine", end.line
    else:
        yield "col", start.column
        if end.column > start.column:
            yield "endColumn", end.column
    yield "title", f"plan {problem.rule}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT: Final = "%SRCROOT%"  # the usual name for the root of the repository


def as_sarif(result: Result, screen: Screen) -> str:
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
