"""Turns what a check has found into text: one module a format, chosen by name.

A format takes a result and a screen and returns text; adding one is a module with `render` and a
line in `FORMATS`. What was found, and where the text goes, is not its business.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from plan_cli.dataset.files import read_bytes
from plan_cli.problems import Problem

SEVERITIES: Final = ("error", "warning", "note")
"""The severities, the gravest first."""


class RuleCard(NamedTuple):
    """What a format may tell of a rule: its id and, in one sentence, what has to hold."""

    id: str
    summary: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a check has found.

    Attributes:
        problems: sorted by file and place.
        clean: what is said to a person where there are none.
        rules: those that were looked at, by the order of the tiers.
        root: the folder that other programs take paths from, such as that of the repository.
    """

    problems: Sequence[Problem]
    clean: str = ""
    rules: Sequence[RuleCard] = ()
    root: Path = field(default_factory=Path.cwd)

    def counts(self) -> Mapping[str, int]:
        """Return how many problems there are of each severity."""
        found = Counter(problem.severity for problem in self.problems)
        return {severity: found.get(severity, 0) for severity in SEVERITIES}

    def files(self) -> list[str]:
        """Return the files that have problems, in order."""
        return list(dict.fromkeys(problem.file for problem in self.problems))


class Screen(NamedTuple):
    """Where the text will be read.

    Attributes:
        width: cells of a line.
        terminal: lines are folded for people; in a pipe, a program may look for whole ones.
        colour: what matters is coloured.
    """

    width: int = 80
    terminal: bool = False
    colour: bool = False


class ProblemFormat(Protocol):
    """Turns a result into text."""

    def __call__(self, result: Result, screen: Screen) -> str:
        """Return `result` as text that ends with a line feed."""


FORMATS: Final = {
    "text": "plan_cli.problem_formats.text:as_text",
    "json": "plan_cli.problem_formats.machine:as_json",
    "github": "plan_cli.problem_formats.machine:as_github",
    "sarif": "plan_cli.problem_formats.machine:as_sarif",
}


def problem_format(name: str) -> ProblemFormat:
    """Return the format called `name`; its module is imported only now."""
    module, function = FORMATS[name].split(":")
    chosen: ProblemFormat = getattr(import_module(module), function)
    return chosen


class Sources:
    """The lines of files; those of one file at a time are kept, as problems come by file."""

    def __init__(self) -> None:
        self._file = ""
        self._lines: list[str] = []

    def line_of(self, problem: Problem) -> str | None:
        """Return the line that a problem begins on; None where there is none to show."""
        if problem.file != self._file:
            self._file, self._lines = problem.file, _lines(problem.file)
        number = problem.span.start.line
        if number > len(self._lines):
            return None
        return self._lines[number - 1].removesuffix("\r") or None


def _lines(file: str) -> list[str]:
    """Return the lines of a file; bytes that are no UTF-8 stay as they are, as surrogates."""
    raw = read_bytes(Path(file))
    if isinstance(raw, Problem):
        return []
    return raw.decode("utf-8-sig", "surrogateescape").split("\n")
