"""`plan worklist`: a department's work list for a year, to be filled in and sent back."""

from pathlib import Path
from typing import Annotated

import typer

from plan_cli.cli.as_of import read_day
from plan_cli.cli.errors import WrongUseError
from plan_cli.cli.options import DeptOption
from plan_cli.cli.papers import ForceOption
from plan_cli.cli.session import session_in
from plan_cli.i18n import _, listed


def worklist(
    context: typer.Context,
    dept: DeptOption = None,
    year: Annotated[
        str | None,
        typer.Option(
            metavar=_("YEAR"),
            help=_("The year whose goals it has; without it, this year, or the plan's last one."),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=_("FILE"),
            help=_(
                "Write to this file: .xlsx comes back filled in (plan collect); .docx, .md and "
                ".html are to be read. Without it, a workbook named after department and year."
            ),
        ),
    ] = None,
    all_: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar=_("DIR"),
            help=_("Write a workbook for every department, or every --dept, into this folder."),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help=_("The day of the data; without it, today.")),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Write work lists."""
    from plan_cli.commands import listing_work, writing_work

    suffix = _suffix(dept, output, all_)
    day = read_day(as_of)
    dataset = session_in(context).dataset()
    chosen = listing_work.read_year(year, dataset, day)
    departments = listing_work.read_departments(dept, dataset, day)
    if all_ is not None:
        writing_work.write_all(dataset, departments, chosen, day, all_, force=force)
    else:
        writing_work.write_one(dataset, departments[0], chosen, day, output, suffix, force=force)


def _suffix(dept: list[str] | None, output: Path | None, all_: Path | None) -> str:
    """Return how the file ends; options that do not go together are wrong use."""
    from plan_cli.ledgers.formats import SUFFIXES, WORKBOOK

    if all_ is not None and output is not None:
        raise WrongUseError(_("--all and --output are two places"), _("Leave one of them out."))
    if all_ is None and len(dept or ()) != 1:
        raise WrongUseError(
            _("a work list is one department's"),
            _("Say whose with --dept, or write those of all with --all DIR."),
        )
    suffix = WORKBOOK if output is None else output.suffix.lower()
    if suffix not in SUFFIXES:
        raise WrongUseError(
            _("the name of {file} does not say its format").format(file=output),
            _("Let it end in {suffixes}.").format(suffixes=listed(SUFFIXES)),
        )
    return suffix
