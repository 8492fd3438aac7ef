"""Workflow commands that GitHub Actions turns into annotations beside the lines of a change.

Only the first ten errors and ten warnings of a step become annotations, and the log shows of a
command no more than its message. So the message names the place too.
"""

from collections.abc import Iterator
from typing import Final

from plan_cli.problem_formats.places import from_root
from plan_cli.problem_formats.result import Result, Screen
from plan_cli.problem_formats.text import summary
from plan_cli.problems import Problem
from plan_cli.render.text import visible

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def render(result: Result, screen: Screen) -> str:
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
