"""The steps of `plan worklist`: which year, which departments, and the writing."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plan_cli.cli.errors import PlanError, WrongUseError
from plan_cli.cli.options import find_departments
from plan_cli.cli.output import refuse_existing, write_file
from plan_cli.cli.papers import office_package_missing
from plan_cli.cli.progress import progress
from plan_cli.i18n import _, listed, ngettext
from plan_cli.office import OfficePackageMissingError

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.ledgers.layout import Ledger
    from plan_cli.naming import Match

_YEAR_DIGITS = 4
_NAMED = 3  # files that are named where there are more
_SHOWN = 30  # characters of a text that cannot be written


def read_year(typed: str | None, dataset: "Dataset", day: date) -> int:
    """Return the year that was typed, or that of the day; it is one of the plan's years."""
    first, last = dataset.plan.horizon.start, dataset.plan.horizon.end
    if typed is None:
        return min(max(day.year, first), last)
    plain = typed.strip()
    if len(plain) != _YEAR_DIGITS or not plain.isdecimal() or not first <= int(plain) <= last:
        raise WrongUseError(
            _("{option} cannot be “{value}”").format(option="--year", value=typed),
            _("The plan's years are {first} to {last}.").format(first=first, last=last),
        )
    return int(plain)


def read_departments(typed: list[str] | None, dataset: "Dataset", day: date) -> list[str]:
    """Return the departments meant, all of the day where none is named; a group is none."""
    if not typed:
        known = dataset.directory.departments
        return [one.name for one in known if one.valid_until is None or one.valid_until >= day]
    found = find_departments(typed, dataset.directory)
    return list(dict.fromkeys(_one_body(match, dataset, day) for match in found))


def _one_body(match: "Match", dataset: "Dataset", day: date) -> str:
    if match.is_group:
        raise PlanError(
            _("{group} is a group, and work lists are single departments'").format(
                group=match.name
            ),
            _("Name the department, or write those of all with --all DIR."),
        )
    listed_as = dataset.directory.by_name[match.name]
    if listed_as.valid_until is not None and listed_as.valid_until < day:
        heirs = listed(listed_as.successors) or _("nobody is known")
        raise PlanError(
            _("{name} existed until {date}").format(name=match.name, date=listed_as.valid_until),
            _("Who took its duties over: {names}.").format(names=heirs),
        )
    if match.plate is not None:
        remark = _("{name} bears the plate {plate}; this is the whole work list of {name}.")
        typer.echo(remark.format(name=match.name, plate=match.plate), err=True)
    return match.name


def write_one(
    dataset: "Dataset",
    department: str,
    year: int,
    day: date,
    output: Path | None,
    suffix: str,
    *,
    force: bool,
) -> None:
    """Write the work list of a department."""
    from plan_cli.ledgers.content import ledger
    from plan_cli.ledgers.formats import file_name

    made = ledger(dataset, department, year, day)
    path = output or Path(file_name(made))
    refuse_existing(path, force=force)
    if not made.sheets:
        raise PlanError(
            _("{name} has no part in any item").format(name=department),
            _("There is nothing to put on its work list."),
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
    """Write the work lists of departments into a folder; nothing is begun if one is there."""
    from plan_cli.ledgers.content import ledger
    from plan_cli.ledgers.formats import WORKBOOK, file_name

    with progress(sys.stderr) as tell:
        ledgers = []
        for department in departments:
            tell(_("Reading: {name}").format(name=department))
            ledgers.append(ledger(dataset, department, year, day))
        having = [made for made in ledgers if made.sheets]
        paths = [folder / file_name(made) for made in having]
        _make_folder(folder, paths, force=force)
        for number, (made, path) in enumerate(zip(having, paths, strict=True), 1):
            tell(
                _("Writing {number} of {total}: {name}").format(
                    number=number, total=len(having), name=made.department
                )
            )
            write_file(path, _content(made, WORKBOOK), quiet=True)
    _tell_written(folder, len(having))
    without = [made.department for made in ledgers if not made.sheets]
    if without:
        message = _("Without a part in any item, and so without a work list: {names}.")
        typer.echo(message.format(names=listed(without)), err=True)


def _make_folder(folder: Path, paths: Sequence[Path], *, force: bool) -> None:
    there = [path.name for path in paths if path.exists()]
    if there and not force:
        names = listed(there[:_NAMED])
        raise PlanError(
            ngettext(
                "{number} of the files is there already: {names}",
                "{number} of the files are there already: {names}",
                len(there),
            ).format(
                number=len(there),
                names=names
                if len(there) <= _NAMED
                else _("{names} and others").format(names=names),
            ),
            _("Name another folder, or overwrite them with --force. Nothing was written."),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlanError(
            _("{file} cannot be written: {reason}").format(
                file=folder, reason=error.strerror or error
            ),
            _("Choose a folder that you may write to."),
        ) from error


def _tell_written(folder: Path, number: int) -> None:
    message = ngettext(
        "{number} work list written: {folder}", "{number} work lists written: {folder}", number
    )
    typer.echo(message.format(number=number, folder=folder), err=True)


def _content(made: "Ledger", suffix: str) -> bytes:
    from plan_cli.ledgers.formats import content
    from plan_cli.ledgers.texts import UnfitTextError

    try:
        return content(made, suffix)
    except OfficePackageMissingError as error:
        raise office_package_missing(error) from error
    except UnfitTextError as error:
        raise PlanError(
            _("a text of {name} cannot stand in a workbook: {reason}").format(
                name=made.department, reason=error
            ),
            _("The text begins: {text}").format(text=error.text[:_SHOWN]),
        ) from error
