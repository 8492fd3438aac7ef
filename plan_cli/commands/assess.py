"""`plan assess`: what the notice's rules for the yearly assessment come to."""

from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.as_of import AsOfOption, read_day
from plan_cli.cli.errors import WrongUseError
from plan_cli.cli.holders import find_holders
from plan_cli.cli.options import DeptOption
from plan_cli.cli.output import prints
from plan_cli.cli.session import session_in
from plan_cli.dataset.periods import read_year
from plan_cli.i18n import _
from plan_cli.render import Listing
from plan_cli.vocabulary import period_label

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset


@prints
def assess(
    context: typer.Context,
    year: Annotated[
        str, typer.Argument(metavar=_("YEAR"), help=_("The year that is assessed, such as 2023."))
    ],
    dept: DeptOption = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help=_("Every line with its working, its reports and those not used.")
        ),
    ] = False,
    assume: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("TARGET=VALUE"),
            help=_(
                "What a value of an indicator for the year would change, such as 29=13.1 or "
                "36.1=5; nothing is written. May be given several times."
            ),
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> Listing:
    """Assess a year by the rules of the notice."""
    from plan_cli.assessment import AssessedYear, convert
    from plan_cli.assessment.assess import assess as assessed
    from plan_cli.commands.assuming import read_assumptions
    from plan_cli.views.assessment import Asked, assessment_listing

    day = read_day(as_of)
    dataset = session_in(context).dataset()
    assessed_year = _read_year(year, dataset)
    known = AssessedYear(dataset, assessed_year, day)
    holders, remarks = find_holders(dept or (), dataset.directory, known.duty_day)
    names = list(holders) if dept else None
    rules = convert.rule_rows(dataset.plan)
    plain = assessed(known, names)
    asked = Asked(
        known, details=names is not None, explain=explain, assumed=tuple(assume or ()),
        remarks=remarks,
    )  # fmt: skip
    if not assume:
        found = [convert.department_row(one, known, rules) for one in plain]
        return assessment_listing(found, rules, asked)
    supposed = AssessedYear(dataset, assessed_year, day, read_assumptions(assume, dataset))
    pairs = zip(plain, assessed(supposed, [one.department for one in plain]), strict=True)
    changed = [convert.department_row(one, supposed, rules, before) for before, one in pairs]
    return assessment_listing([row for row in changed if convert.all_lines([row])], rules, asked)


def _read_year(typed: str, dataset: "Dataset") -> int:
    """Return the year meant; one with which the notice has nothing to do is wrong use."""
    horizon = dataset.plan.horizon
    year = read_year(typed)
    if year is not None and horizon.start <= year <= horizon.vision:
        return year
    told = typed if year is None else period_label(str(year))
    raise WrongUseError(
        _("{year} is no year of the plan").format(year=told),
        _(
            "It runs from {start} to {end}; its long-term goals can be assessed until {vision}."
        ).format(start=horizon.start, end=horizon.end, vision=horizon.vision),
    )
