"""A line of an assessment: what was asked of a department, the result, and why."""

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

ASSUMED: Final = "--assume"  # in place of the report of an assumed value


@dataclass(frozen=True, slots=True)
class LeftOut:
    report: str
    date: str
    why: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a result rests on.

    `value` is the figure that decided, in `unit`, of `period`; `goal` what it had to reach;
    `reported` the day of the last report used; `evidence` backs the `reports` used.
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

    `department` answers for it on the day that counts; `named` is whom the notice names, or who set
    the goal. `words` are the notice's, or the department's for its own goal; `asked` is what had to
    be reached, empty where only `words` says it. `before` is the result without the assumptions;
    `decides` says of what is unknown what would decide it; `pace` how the target stands against the
    plan as a whole (None: not asked); `state` what the lead of a task reported last.
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
