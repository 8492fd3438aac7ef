"""`plan worklist`: a department's work list for a year, to be filled in and sent back."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.console import PlanError, WrongUseError, progress
from plan_cli.cli.options import DeptOption, find_departments, read_day, session_in
from plan_cli.cli.output import make_folder, refuse_existing, write_file
from plan_cli.cli.papers import ForceOption, office_package_missing
from plan_cli.cli.typed import check_characters
from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.papers.formats import OfficePackageMissingError
from plan_cli.queries import periods

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.names import Match
    from plan_cli.worklists.sheet import WorkList


def worklist(
    context: typer.Context,
    dept: DeptOption = None,
    year: Annotated[
        str | None,
        typer.Option(
            metavar=N_("YEAR"),
            help=N_("The year whose goals it has; without it, this year, or the plan's last one."),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=N_("FILE"),
            help=N_(
                "Write to this file: .xlsx to be filled in and collected (plan collect); .docx, "
                ".md or .html to be read. Without it, a workbook named after department and year."
            ),
        ),
    ] = None,
    all_: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar=N_("DIR"),
            help=N_("Write a workbook for every department, or every --dept, into this folder."),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help=N_("The day of the data; without it, today.")),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Write work lists."""
    from plan_cli.worklists.content import work_list

    suffix = _suffix(dept, output, all_)
    day = read_day(as_of)
    dataset = session_in(context).dataset()
    chosen = read_year(year, dataset, day)
    departments = read_departments(dept, dataset, day)
    if all_ is not None:
        write_all(dataset, departments, chosen, day, all_, force=force)
    else:
        made = work_list(dataset, departments[0], chosen, day)
        write_one(made, output, suffix, force=force)


def _suffix(dept: list[str] | None, output: Path | None, all_: Path | None) -> str:
    from plan_cli.worklists.output import SUFFIXES, WORKBOOK

    if all_ is not None and output is not None:
        raise WrongUseError(_("--all and --output are two places"), _("Leave one of them out."))
    if all_ is None and len(dept or ()) != 1:
        raise WrongUseError(
            _("a work list is for one department"),
            _("Name it with --dept, or write the work lists of all with --all DIR."),
        )
    suffix = WORKBOOK if output is None else output.suffix.lower()
    if suffix not in SUFFIXES:
        raise WrongUseError(
            _("the name of {file} does not say its format", file=output),
            _("Let it end in {suffixes}.", suffixes=listed(SUFFIXES)),
        )
    return suffix


def read_year(typed: str | None, dataset: "Dataset", day: date) -> int:
    """The year that was typed, or that of the day, within the years of the plan."""
    first, last = dataset.plan.horizon.start, dataset.plan.horizon.end
    if typed is None:
        return min(max(day.year, first), last)
    year = periods.read_year(typed)
    if year is None:
        check_characters(typed)
    if year is None or not first <= year <= last:
        raise WrongUseError(
            _("{option} cannot be “{value}”", option="--year", value=typed),
            _("The plan's years are {first} to {last}.", first=first, last=last),
        )
    return year


def read_departments(typed: list[str] | None, dataset: "Dataset", day: date) -> list[str]:
    """The departments that were typed, or all that exist on the day."""
    if not typed:
        known = dataset.directory.departments
        return [one.name for one in known if one.valid_until is None or one.valid_until >= day]
    found = find_departments(typed, dataset.directory)
    return list(dict.fromkeys(_one_body(match, dataset, day) for match in found))


def _one_body(match: "Match", dataset: "Dataset", day: date) -> str:
    if match.is_group:
        raise PlanError(
            _("{group} is a group, and a work list is for one department", group=match.name),
            _("Name one department, or write the work lists of all with --all DIR."),
        )
    listed_as = dataset.directory.by_name[match.name]
    if listed_as.valid_until is not None and listed_as.valid_until < day:
        heirs = listed(listed_as.successors) or _("nobody is known")
        raise PlanError(
            _("{name} existed until {date}", name=match.name, date=listed_as.valid_until),
            _("Its duties went to: {names}.", names=heirs),
        )
    if match.plate is not None:
        remark = _(
            "{name} bears the plate {plate}; this is the whole work list of {name}.",
            name=match.name,
            plate=match.plate,
        )
        typer.echo(remark, err=True)
    return match.name


_NAMED = 3  # files that are named where there are more
_SHOWN = 30  # characters of a text that cannot be written


def write_one(made: "WorkList", output: Path | None, suffix: str, *, force: bool) -> None:
    from plan_cli.worklists.output import file_name

    path = output or Path(file_name(made))
    refuse_existing(path, force=force)
    if not made.sheets:
        raise PlanError(
            _("{name} has no part in any item", name=made.department),
            _("Its work list would be empty."),
        )
    write_file(path, _content(made, suffix))


def write_all(
    dataset: "Dataset",
    departments: Sequence[str],
    year: int,
    day: date,
    folder: Path,
    *,
    force: bool,
) -> None:
    """Write nothing if one of the files exists, or cannot be made."""
    from plan_cli.worklists.content import work_list
    from plan_cli.worklists.output import WORKBOOK, file_name

    with progress(sys.stderr) as show:
        lists: list[WorkList] = []
        for name in departments:
            show(_("Reading: {name}", name=name))
            lists.append(work_list(dataset, name, year, day))
        filled = [made for made in lists if made.sheets]
        paths = [folder / file_name(made) for made in filled]
        _refuse_existing(paths, force=force)
        contents: list[bytes] = []
        total = len(filled)
        for number, made in enumerate(filled, 1):
            name = made.department
            show(_("Writing {number} of {total}: {name}", number=number, total=total, name=name))
            contents.append(_content(made, WORKBOOK))
        make_folder(folder)
        for path, content in zip(paths, contents, strict=True):
            write_file(path, content, quiet=True)
    written = ngettext(
        "{number} work list written: {folder}",
        "{number} work lists written: {folder}",
        total,
        number=total,
        folder=folder,
    )
    typer.echo(written, err=True)
    if empty := [made.department for made in lists if not made.sheets]:
        names = listed(empty)
        message = _("No work list, as they have no part in any item: {names}.", names=names)
        typer.echo(message, err=True)


def _refuse_existing(paths: Sequence[Path], *, force: bool) -> None:
    there = [path.name for path in paths if path.exists()]
    if there and not force:
        names = listed(there[:_NAMED])
        if len(there) > _NAMED:
            names = _("{names} and others", names=names)
        raise PlanError(
            ngettext(
                "{number} file already exists: {names}",
                "{number} files already exist: {names}",
                len(there),
                number=len(there),
                names=names,
            ),
            _("Name another folder, or overwrite them with --force. Nothing was written."),
        )


def _content(made: "WorkList", suffix: str) -> bytes:
    from plan_cli.worklists.output import content
    from plan_cli.worklists.sheet import UnfitTextError

    try:
        return content(made, suffix)
    except OfficePackageMissingError as error:
        raise office_package_missing(error) from error
    except UnfitTextError as error:
        raise PlanError(
            _(
                "a workbook cannot hold a text of {name}: {reason}",
                name=made.department,
                reason=error,
            ),
            _("The text begins: {text}", text=error.text[:_SHOWN]),
        ) from error
