"""What rules are made of: the rule, its findings, and the dataset as a rule sees it."""

import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plan_cli.dataset.inventory import FileKey
from plan_cli.problems import Severity
from plan_cli.rules.context import Context
from plan_cli.rules.findings import (
    Entry,
    Finding,
    GoalFinding,
    ReportFinding,
    SourceFinding,
    TargetEntry,
    Tier,
)

__all__ = [
    "AnyFinding",
    "Context",
    "Entry",
    "Finding",
    "GoalFinding",
    "ReportFinding",
    "Rule",
    "SourceFinding",
    "TargetEntry",
    "Tier",
]

AnyFinding = Finding | SourceFinding | ReportFinding | GoalFinding
Check = Callable[[Context], Iterator[AnyFinding]]


class Rule(NamedTuple):
    """A rule: its ID, its tier, how grave a finding is, and the files that it cannot do without.

    A rule runs only when every file in `needs` could be read. One without `check` is found while
    the files are read and only has its manual here.
    """

    id: str
    tier: Tier
    check: Check | None
    needs: tuple[FileKey, ...] = ()
    severity: Severity = "error"
    text: str = ""

    @property
    def manual(self) -> str:
        """The rule's manual: the docstring of its module, where it has no text of its own."""
        module = sys.modules[self.check.__module__] if self.check else None
        return self.text or (module.__doc__ if module else "") or ""
