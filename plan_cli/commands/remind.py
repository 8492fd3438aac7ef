"""`plan remind`: reminder slips for what is overdue or has not been reported."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.console import WrongUseError
from plan_cli.cli.options import AsOfOption, DeptOption, find_responsible, read_day, session_in
from plan_cli.cli.output import make_folder
from plan_cli.cli.papers import ForceOption, PaperFormatOption, PaperOutputOption, paper_target
from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.papers.formats import PaperFormat, suffix_of

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.papers.remind import Slip


def remind(
    context: typer.Context,
    dept: DeptOption = None,
    as_of: AsOfOption = None,
    format_: PaperFormatOption = None,
    output: PaperOutputOption = None,
    all_: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar=N_("DIR"),
            help=N_("Write a file for every department into this folder; Word without --format."),
        ),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Write a slip for every department: what is overdue or unreported, why, since when."""
    from plan_cli.papers.remind import slips

    if all_ is not None and output is not None:
        raise WrongUseError(
            _("--all and --output do not go together"),
            _("Choose a folder with a file for each, or one file for all."),
        )
    day = read_day(as_of)
    target = None if all_ is not None else paper_target(format_, output, force=force)
    dataset = session_in(context).dataset()
    wanted, remarks = find_responsible(dept or (), dataset.directory, day)
    found = [one for one in slips(dataset, day) if not wanted or one.department in wanted]
    if found and all_ is not None:
        _write_all(found, all_, format_ or PaperFormat.DOCX, force=force)
    elif found and target is not None:
        target.write([one.paper for one in found])
    for remark in remarks:
        typer.echo(remark, err=True)
    _show_free(dataset, day, wanted, found)


def _write_all(found: "Sequence[Slip]", folder: Path, format_: PaperFormat, *, force: bool) -> None:
    suffix = suffix_of(format_)
    names = [_("reminder-{department}", department=one.department) for one in found]
    targets = [paper_target(format_, folder / f"{name}{suffix}", force=force) for name in names]
    make_folder(folder)
    for one, target in zip(found, targets, strict=True):
        target.write([one.paper])


def _show_free(
    dataset: "Dataset", day: date, wanted: Sequence[str], found: "Sequence[Slip]"
) -> None:
    """Name the departments asked for that get no slip; otherwise count them."""
    from plan_cli.papers.remind import duty_holders
    from plan_cli.words import day_label

    owing = {one.department for one in found}
    free = [name for name in wanted or sorted(duty_holders(dataset, day)) if name not in owing]
    if not free:
        return
    if wanted:
        words = _(
            "{names}: nothing is overdue or unreported on {day}.",
            names=listed(free),
            day=day_label(day),
        )
        typer.echo(words, err=True)
        return
    words = ngettext(
        "{number} department has nothing overdue or unreported on {day}.",
        "{number} departments have nothing overdue or unreported on {day}.",
        len(free),
        number=len(free),
        day=day_label(day),
    )
    typer.echo(words, err=True)
