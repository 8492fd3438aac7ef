"""A line of an assessment: what was asked of a department, what came of it, and why."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from plan_cli.judgement.case import Verdict

Part = Literal["binding", "bonus", "tasks", "goals"]
PARTS: Final[tuple[Part, ...]] = ("binding", "bonus", "tasks", "goals")

RULES: Final[dict[Part, str]] = {
    "binding": "binding_veto",
    "bonus": "early_bonus",
    "tasks": "work_lists",
    "goals": "annual_targets",
}
"""The rule of the notice that each part carries out, by its id in `plan.yaml`."""

Result = Literal[
    "fulfilled", "missed", "unknown",  # binding and goals; the last two also elsewhere
    "early", "earlier", "claimed", "not_yet",  # bonus
    "on_time", "late", "open", "terminated", "unreported",  # tasks
]  # fmt: skip
"""What came of it; `docs/assessment.md` says what each means."""

ASSUMED: Final = "--assume"
"""Stands for the report of a value that is only assumed."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that decides nothing here, and why."""

    report: str
    date: str
    why: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a result rests on.

    Attributes:
        value: the figure that decided, in `unit`, of `period`.
        goal: what it had to reach.
        working: how it was worked out, line by line.
        reported: the day of the last report that was used.
        reports: ids of the reports that were used; `evidence` is what backs them.
        left_out: the reports that were not.
    """

    value: Decimal | None = None
    unit: str | None = None
    period: str | None = None
    goal: Decimal | None = None
    working: tuple[str, ...] = ()
    reported: str | None = None
    reports: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is assessed, of one department.

    Attributes:
        department: who answers for it on the day that counts.
        named: whom the notice names, or who set the goal; another name where duties went over.
        targets: ids of the targets that it is about.
        words: the notice's own words, or the department's for a goal of its own.
        asked: what had to be reached, in words; empty where only `words` says it.
        before: the result without what is assumed.
        decides: of what is unknown, what would decide it.
        pace: how the target stands against the plan as a whole; None where that is not asked.
        state: of a task, what its lead reported last.
        basis: what it rests on.
    """

    part: Part
    department: str
    named: str
    item: int
    targets: tuple[str, ...]
    words: str
    asked: str = ""
    result: Result = "unknown"
    before: Result | None = None
    reason: str = ""
    decides: str = ""
    pace: Verdict | None = None
    pace_reason: str = ""
    state: str | None = None
    basis: Basis = Basis()

    @property
    def key(self) -> tuple[str, str, str, int, tuple[str, ...], str]:
        """What a line is about; the same in two assessments of a year."""
        return (self.department, self.part, self.named, self.item, self.targets, self.words)
