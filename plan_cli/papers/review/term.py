"""The period that a review is about, and the day by which it looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from plan_cli.dataset.periods import bounds, year_of
from plan_cli.judgement.deadlines import Deadline

Basis = Literal["deadline", "today", "asked"]

_FIRST: Final = "H1"


class NoDeadlineError(Exception):
    """The plan has no deadline for a period, so that nobody knows by which day to look."""


class NotBegunError(Exception):
    """The day asked about comes before the period; it is `day`."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@dataclass(frozen=True, slots=True)
class Term:
    """A year (`2023`) or a half-year (`2023H1`).

    Attributes:
        period: in a word of the data.
        closing: the half-year whose deadline closes it: of a year its second.
        before: the year or half-year before.
    """

    period: str

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return "H" not in self.period

    @property
    def closing(self) -> str:
        """The half-year whose deadline closes it: of a year its second half."""
        return f"{self.period}H2" if self.is_year else self.period

    @property
    def before(self) -> "Term":
        """The year or the half-year before."""
        year = year_of(self.period)
        if self.is_year:
            return Term(str(year - 1))
        return Term(f"{year - 1}H2" if self.period.endswith(_FIRST) else f"{year}{_FIRST}")

    def deadline(self, deadlines: Sequence[Deadline]) -> Deadline | None:
        """Return the deadline that closes it; None where there is none."""
        return next((one for one in deadlines if one.period == self.closing), None)

    def closed_by(self, deadlines: Sequence[Deadline]) -> Deadline:
        """Return the deadline that closes it; where there is none, the last day stands for it."""
        return self.deadline(deadlines) or Deadline(self.closing, bounds(self.period)[1])


def read_term(period: str) -> Term | None:
    """Return the term of a period; None if it is neither a year nor a half-year."""
    return None if "Q" in period or "-" in period else Term(period)


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The day by which a review looks, and why that day."""

    day: date
    basis: Basis


def cutoff(term: Term, deadlines: Sequence[Deadline], asked: date | None, today: date) -> Cutoff:
    """Return by which day a review looks: the deadline, today if that is earlier, or as asked.

    Raises:
        NoDeadlineError: no day is asked for, and there is no deadline.
        NotBegunError: the period had not begun by then.
    """
    found = _cutoff(term.deadline(deadlines), asked, today)
    if found.day < bounds(term.period)[0]:
        raise NotBegunError(found.day)
    return found


def _cutoff(deadline: Deadline | None, asked: date | None, today: date) -> Cutoff:
    if asked is not None:
        return Cutoff(asked, "asked")
    if deadline is None:
        raise NoDeadlineError
    if today < deadline.by:
        return Cutoff(today, "today")
    return Cutoff(deadline.by, "deadline")
