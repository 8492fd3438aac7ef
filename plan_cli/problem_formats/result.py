"""What a check of a dataset has found, as every format takes it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from plan_cli.i18n import _, listed, ngettext
from plan_cli.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Result:
    """Problems sorted by file and place.

    `clean` is the message if there are none; `rules` maps ids to titles, in the order of tiers;
    other programs resolve paths from `root`.
    """

    problems: Sequence[Problem]
    clean: str = ""
    rules: Mapping[str, str] = field(default_factory=dict)
    root: Path = field(default_factory=Path.cwd)

    @property
    def files(self) -> list[str]:
        return list(dict.fromkeys(problem.file for problem in self.problems))

    def summary(self) -> str:
        problems, files = len(self.problems), len(self.files)
        return _(
            "{problems} in {files}: {kinds}.",
            problems=ngettext("{number} problem", "{number} problems", problems, number=problems),
            files=ngettext("{number} file", "{number} files", files, number=files),
            kinds=kinds(self.problems),
        )


def counts(problems: Iterable[Problem]) -> dict[str, int]:
    """Number of problems by severity, the gravest first."""
    found = Counter(problem.severity for problem in problems)
    return {severity: found[severity] for severity in get_args(Severity)}


def kinds(problems: Iterable[Problem]) -> str:
    found = counts(problems)
    texts = {
        "error": ngettext("{number} error", "{number} errors", found["error"]),
        "warning": ngettext("{number} warning", "{number} warnings", found["warning"]),
        "note": ngettext("{number} note", "{number} notes", found["note"]),
    }
    return listed(texts[name].format(number=number) for name, number in found.items() if number)
