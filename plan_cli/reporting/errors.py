"""Why nothing was handed in: the dataset, what was to be handed in, or somebody else who writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from plan_cli.problems import Problem


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong, what to do, and with which entry of what was to be handed in.

    Attributes:
        message: what is wrong.
        hint: what to do about it.
        report: which of the reports, from 0; None where it is none of them.
        goal: which of the annual goals: its year, and which of that year's, from 0.
        key: what of the entry it is about, by the key of the data; None where that is not known.
    """

    message: str
    hint: str
    report: int | None = None
    goal: tuple[int, int] | None = None
    key: str | None = None


class BrokenDatasetError(Exception):
    """The dataset has errors as it is; nothing is written into it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class RefusedError(Exception):
    """The dataset would be wrong after it; `reasons` say why, and nothing is written."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__(reasons[0].message)
        self.reasons = reasons


class BusyError(Exception):
    """Another program has been writing for too long."""
