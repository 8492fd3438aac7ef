"""What can be wrong: with a dataset, at its place; with something typed or sent."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from plan_cli.dataset.yaml import Span

Severity = Literal["error", "warning", "note"]
"""`note` is for what is the notice's own fault: known, shown, and nothing to correct."""


class Problem(NamedTuple):
    """`file` is the path as shown to the user; lines and columns count from 1, in characters."""

    file: str
    span: Span
    rule: str
    severity: Severity
    message: str
    hint: str = ""


class Refusal(Exception):  # noqa: N818
    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted by file and place, each once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.span.start, p.rule, p.message))
