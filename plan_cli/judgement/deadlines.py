"""Deadlines of reports: which report serves which, and since when nothing has come.

A report serves the first deadline that comes after it. One that is dated by the deadline of a
half-year is that half-year's, although the next one may have begun by then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when the reports of a half-year (`2023H2`) are due."""

    period: str
    by: date

    @property
    def begins(self) -> date:
        """The first day of the half-year."""
        return date(int(self.period[:4]), 1 if self.period.endswith("H1") else 7, 1)


def counts_from(deadline: Deadline, deadlines: Iterable[Deadline]) -> date:
    """Return the first day of which a report can serve a deadline.

    That is the first day of the half-year, or the day after the deadline before if that is later.
    """
    before = [one.by + timedelta(days=1) for one in deadlines if one.by < deadline.by]
    return max([deadline.begins, *before])


def passed(deadlines: Iterable[Deadline], as_of: date) -> list[Deadline]:
    """Return the deadlines before a day, in order; on the day itself a report is still in time."""
    return sorted((one for one in deadlines if one.by < as_of), key=lambda one: one.by)


def unserved(
    asked: Iterable[Deadline], deadlines: Sequence[Deadline], reported: date | None
) -> list[Deadline]:
    """Return which of the deadlines asked about have no report since, not even a late one.

    Args:
        asked: the deadlines, in order.
        deadlines: all there are.
        reported: the day of the last report, None where there is none.
    """
    return [one for one in asked if reported is None or reported < counts_from(one, deadlines)]
