"""`plan review`: the paper for the meeting of a half-year or a year."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.console import WrongUseError
from plan_cli.cli.options import session_in
from plan_cli.cli.papers import ForceOption, PaperFormatOption, PaperOutputOption, paper_target
from plan_cli.cli.typed import check_characters, day
from plan_cli.i18n import N_, _

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.papers.review.facts import Facts, Term


def review(
    context: typer.Context,
    period: Annotated[
        str,
        typer.Argument(
            metavar=N_("PERIOD"),
            help=N_("A half-year or a year: 2023H1 (or 2023年上半年), 2023."),
            show_default=False,
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help=N_(
                "Use the reports up to this day; without it, up to the period's deadline in "
                "plan.yaml, or today if that is earlier."
            ),
        ),
    ] = None,
    format_: PaperFormatOption = None,
    output: PaperOutputOption = None,
    force: ForceOption = False,
) -> None:
    """Write the paper for the benchmarking meeting of a half-year, or the summary of a year."""
    from plan_cli.papers.review.paper import review_paper

    term = _term(period)
    asked = None if as_of is None else day("--as-of", as_of, future=True)
    target = paper_target(format_, output, force=force)
    facts = _facts(session_in(context).dataset(), term, asked)
    target.write([review_paper(facts)])


def _term(typed: str) -> "Term":
    from plan_cli.papers.review.facts import read_term
    from plan_cli.queries.periods import read_period

    period = read_period(typed)
    if period is None:
        check_characters(typed)
    term = None if period is None else read_term(period)
    if term is None:
        raise WrongUseError(
            _("{option} cannot be “{value}”", option=_("PERIOD"), value=typed),
            _("Write a half-year or a year: 2023H1, 2023H2, 2023."),
        )
    return term


def _facts(dataset: "Dataset", term: "Term", asked: date | None) -> "Facts":
    from plan_cli.papers.review.facts import Facts, NoDeadlineError, NotBegunError, cutoff
    from plan_cli.queries.periods import year_of
    from plan_cli.words import period_label, today

    first, label = dataset.plan.horizon.start, period_label(term.period)
    if year_of(term.period) < first:
        raise WrongUseError(
            _("{period} is before the plan", period=label),
            _("The plan begins in {year}.", year=first),
        )
    try:
        deadlines = dataset.plan.follow_up.deadlines
        return Facts(dataset, term, cutoff(term, deadlines, asked, today()))
    except NoDeadlineError as error:
        raise WrongUseError(
            _("plan.yaml has no deadline for {period}", period=period_label(term.closing)),
            _("Set the day with --as-of, or add the deadline to follow_up in plan.yaml."),
        ) from error
    except NotBegunError as error:
        raise WrongUseError(
            _("{period} had not begun on {date}", period=label, date=error.day),
            _("Choose an earlier period, or a later day with --as-of."),
        ) from error
