"""Problems to show, and the file that they are in."""

from pathlib import Path

from plan_cli.dataset.yaml import Mark, Span
from plan_cli.problems import Problem, Severity


def problem(
    file: str = "data/tasks.yaml",
    start: tuple[int, int] = (1, 1),
    end: tuple[int, int] | None = None,
    message: str = "this is wrong",
    hint: str = "Put it right.",
    severity: Severity = "error",
    rule: str = "reference.departments",
) -> Problem:
    span = Span(Mark(*start), Mark(*(end or start)))
    return Problem(file, span, rule, severity, message, hint)


def write(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file; return its path as problems name it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)
