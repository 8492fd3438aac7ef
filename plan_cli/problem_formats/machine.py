"""Problems for programs: JSON, GitHub annotations, SARIF."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from plan_cli import __version__
from plan_cli.problem_formats.result import Result, counts
from plan_cli.problems import Problem
from plan_cli.text import visible

VERSION: Final = 1


def as_json(result: Result) -> str:
    number = counts(result.problems)
    summary = {
        "problems": len(result.problems),
        "errors": number["error"],
        "warnings": number["warning"],
        "notes": number["note"],
        "files": len(result.files),
    }
    problems = [_problem(problem) for problem in result.problems]
    return _dump({"version": VERSION, "problems": problems, "summary": summary})


def _dump(document: object) -> str:
    """JSON in which anything that could drive a terminal, or is half a character, is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if text.replace("\n", "").isprintable():
        return text + "\n"
    safe = (c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)
    return "".join(safe) + "\n"


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


def _from_root(file: str, root: Path) -> str | None:
    """Path of a file relative to `root`; None if it is not below."""
    try:
        return _absolute(file).relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        return None


def _absolute(file: str) -> Path:
    path = Path(file)
    return path.parent.resolve() / path.name


_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(result: Result) -> str:
    """One command per problem, and a last line for readers of the log."""
    if not result.problems:
        return result.clean + "\n"
    commands = [_command(problem, result) for problem in result.problems]
    return "\n".join([*commands, result.summary()]) + "\n"


def _command(problem: Problem, result: Result) -> str:
    file = _from_root(problem.file, result.root) or problem.file
    found = ((name, _escaped(str(value))) for name, value in _properties(problem, file))
    pairs = (f"{name}={value.replace(':', '%3A').replace(',', '%2C')}" for name, value in found)
    properties = ",".join(pairs)
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


_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT: Final = "%SRCROOT%"  # the usual name for the root of the repository


def as_sarif(result: Result) -> str:
    rules = dict(result.rules)
    for problem in result.problems:
        rules.setdefault(problem.rule, problem.rule)
    indexes = {rule: index for index, rule in enumerate(rules)}
    driver = {
        "name": "plan",
        "version": __version__,
        "rules": [{"id": rule, "shortDescription": {"text": rules[rule]}} for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, indexes, result.root) for problem in result.problems],
    }
    return _dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(problem: Problem, indexes: dict[str, int], root: Path) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    start, end = problem.span.start, problem.span.end
    place = {
        "artifactLocation": _artifact(problem.file, root),
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    }
    return {
        "ruleId": problem.rule,
        "ruleIndex": indexes[problem.rule],
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def _artifact(file: str, root: Path) -> dict[str, str]:
    path = _from_root(file, root)
    if path is None:
        return {"uri": _absolute(file).as_uri()}
    return {"uri": quote(path), "uriBaseId": _ROOT}


FORMATS: Final[dict[str, Callable[[Result], str]]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
