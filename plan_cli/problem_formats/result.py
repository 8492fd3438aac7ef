"""What the formats are given: the problems found, the rules looked at, the room there is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple, Protocol

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
