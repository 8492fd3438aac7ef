"""The period of a review, and the day by which it looks."""

from datetime import date

import pytest

from plan_cli.dataset.plan import Deadline
from plan_cli.papers.review.facts import NoDeadlineError, NotBegunError, Term, cutoff, read_term

DEADLINES = (Deadline("2023H1", date(2023, 7, 31)), Deadline("2023H2", date(2024, 1, 31)))
LATER = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("period", "closing", "before"),
    [
        ("2023H1", "2023H1", "2022H2"),
        ("2023H2", "2023H2", "2023H1"),
        ("2023", "2023H2", "2022"),
    ],
)
def test_terms(period: str, closing: str, before: str) -> None:
    term = Term(period)
    assert (term.closing, term.before.period) == (closing, before)


@pytest.mark.parametrize("period", ["2023Q1", "2023-05"])
def test_only_years_and_halves_are_reviewed(period: str) -> None:
    assert read_term(period) is None


def test_it_looks_by_the_deadline() -> None:
    found = cutoff(Term("2023"), DEADLINES, None, LATER)
    assert (found.day, found.basis) == (date(2024, 1, 31), "deadline")


def test_before_the_deadline_it_looks_by_today() -> None:
    found = cutoff(Term("2023H1"), DEADLINES, None, date(2023, 7, 30))
    assert (found.day, found.basis) == (date(2023, 7, 30), "today")


def test_it_looks_by_the_day_asked_for() -> None:
    found = cutoff(Term("2023H1"), DEADLINES, date(2023, 9, 1), LATER)
    assert (found.day, found.basis) == (date(2023, 9, 1), "asked")


def test_without_a_deadline_nobody_knows_by_which_day() -> None:
    with pytest.raises(NoDeadlineError):
        cutoff(Term("2024H1"), DEADLINES, None, LATER)
    assert cutoff(Term("2024H1"), DEADLINES, LATER, LATER).basis == "asked"


def test_a_period_that_has_not_begun() -> None:
    with pytest.raises(NotBegunError):
        cutoff(Term("2023H2"), DEADLINES, None, date(2023, 6, 30))
    with pytest.raises(NotBegunError):
        cutoff(Term("2023H2"), DEADLINES, date(2023, 6, 30), LATER)


def test_where_there_is_no_deadline_the_last_day_stands_for_it() -> None:
    assert Term("2022").closed_by(DEADLINES) == Deadline("2022H2", date(2022, 12, 31))
    assert Term("2023").closed_by(DEADLINES) == DEADLINES[1]
