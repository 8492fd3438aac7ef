"""`plan assess`: the yearly assessment by the notice's rules."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final

import typer

from plan_cli.cli.console import PlanError, WrongUseError
from plan_cli.cli.options import AsOfOption, DeptOption, find_responsible, read_day, session_in
from plan_cli.cli.output import prints
from plan_cli.cli.typed import check_characters
from plan_cli.i18n import N_, _, listed
from plan_cli.listings.listing import Listing
from plan_cli.queries.periods import read_year
from plan_cli.words import period_label

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.rows import TargetRow
    from plan_cli.submit.typed_figures import TypedFigure

_HOW: Final = N_("Type an indicator, or one of its targets, and a figure: --assume 29=13.1")


@prints
def assess(
    context: typer.Context,
    year: Annotated[
        str, typer.Argument(metavar=N_("YEAR"), help=N_("The year that is assessed, such as 2023."))
    ],
    dept: DeptOption = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help=N_("Every line with its working, its reports and those not used.")
        ),
    ] = False,
    assume: Annotated[
        list[str] | None,
        typer.Option(
            metavar=N_("TARGET=VALUE"),
            help=N_(
                "Show what a value of an indicator for the year would change, such as 29=13.1 or "
                "36.1=5; nothing is written. May be given several times."
            ),
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> Listing:
    from plan_cli.assessment.assess import all_lines, department_row, rule_rows
    from plan_cli.assessment.assess import assess as assessed
    from plan_cli.assessment.year import AssessedYear
    from plan_cli.listings.assessment import Asked, assessment_listing

    day = read_day(as_of)
    dataset = session_in(context).dataset()
    assessed_year = _read_year(year, dataset)
    known = AssessedYear(dataset, assessed_year, day)
    names, remarks = find_responsible(dept or (), dataset.directory, known.duty_day)
    rules = rule_rows(dataset.plan)
    plain = assessed(known, names if dept else None)
    asked = Asked(known, bool(dept), explain, tuple(assume or ()), remarks)
    if not assume:
        found = [department_row(one, known, rules) for one in plain]
        return assessment_listing(found, rules, asked)
    supposed = AssessedYear(dataset, assessed_year, day, read_assumptions(assume, dataset))
    pairs = zip(plain, assessed(supposed, [one.department for one in plain]), strict=True)
    changed = [department_row(one, supposed, rules, before) for before, one in pairs]
    return assessment_listing([row for row in changed if all_lines([row])], rules, asked)


def _read_year(typed: str, dataset: "Dataset") -> int:
    horizon = dataset.plan.horizon
    year = read_year(typed)
    if year is None:
        check_characters(typed)
    if year is not None and horizon.start <= year <= horizon.vision:
        return year
    shown = typed if year is None else period_label(str(year))
    hint = N_("It runs from {start} to {end}; its long-term goals can be assessed until {vision}.")
    raise WrongUseError(
        _("{year} is not a year of the plan", year=shown),
        _(hint, start=horizon.start, end=horizon.end, vision=horizon.vision),
    )


def read_assumptions(typed: Sequence[str], dataset: "Dataset") -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for text in typed:
        read = _read(text)
        target = _target(read.target or "", text, dataset)
        _check_unit(read, target)
        if target["id"] in found:
            raise WrongUseError(
                _("target {id} is assumed twice", id=target["id"]),
                _("Give every target one figure."),
            )
        found[target["id"]] = Decimal(read.value)
    return found


def _read(text: str) -> "TypedFigure":
    from plan_cli.problems import Refusal
    from plan_cli.submit.typed_figures import read_value

    try:
        read = read_value(text)
    except Refusal as error:
        raise WrongUseError(str(error), _(_HOW)) from error
    if read.target is None:
        raise WrongUseError(_("“{value}” does not say what the figure is of", value=text), _(_HOW))
    return read


def _target(name: str, text: str, dataset: "Dataset") -> "TargetRow":
    number = name.partition(".")[0]
    indicator = next((row for row in dataset.indicator_rows if str(row["id"]) == number), None)
    if indicator is None:
        words = N_("there is no indicator “{name}”")
        if number in {str(row["id"]) for row in dataset.task_rows}:
            words = N_("item {item} is a task, and only values of indicators can be assumed")
        message = _(words, name=name, item=number)
        raise PlanError(message, _("plan indicators lists the indicators."))
    targets = indicator["targets"]
    ids = [target["id"] for target in targets]
    fitting = [one for one in targets if name in (one["id"], str(indicator["id"]))]
    if not fitting:
        raise PlanError(
            _("item {item} has no target {id}", item=indicator["id"], id=name),
            _("It has {names}.", names=listed(ids)) if ids else "",
        )
    if len(fitting) > 1:
        names = listed(f"{one['id']} {one['metric']}" for one in targets)
        raise WrongUseError(
            _("item {item} has several targets: {names}", item=indicator["id"], names=names),
            _("Say which: --assume {id}={figure}", id=ids[0], figure=text.rpartition("=")[2]),
        )
    if fitting[0]["value"] is None:
        raise PlanError(
            _("target {id} has no figure to compare with", id=fitting[0]["id"]),
            _("The notice gives none; nothing would change."),
        )
    return fitting[0]


def _check_unit(read: "TypedFigure", target: "TargetRow") -> None:
    from plan_cli.dataset.rows import value_unit
    from plan_cli.problems import Refusal
    from plan_cli.submit.typed_figures import check_unit

    try:
        check_unit(read, target["id"], value_unit(target))
    except Refusal as error:
        raise WrongUseError(str(error), error.hint) from error
