"""How `plan worklist` writes: one work list, or those of many departments into a folder."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plan_cli.cli.errors import PlanError
from plan_cli.cli.output import make_folder, refuse_existing, write_file
from plan_cli.cli.papers import office_package_missing
from plan_cli.cli.progress import progress
from plan_cli.i18n import _, listed, ngettext
from plan_cli.office import OfficePackageMissingError

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.ledgers.layout import Ledger

_NAMED = 3  # files that are named where there are more
_SHOWN = 30  # characters of a text that cannot be written


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
    """Write the work lists of departments into a folder.

    Nothing is written if one of the files is there already, or cannot be made.
    """
    from plan_cli.ledgers.content import ledger
    from plan_cli.ledgers.formats import WORKBOOK, file_name

    with progress(sys.stderr) as tell:
        ledgers = []
        for department in departments:
            tell(_("Reading: {name}").format(name=department))
            ledgers.append(ledger(dataset, department, year, day))
        having = [made for made in ledgers if made.sheets]
        paths = [folder / file_name(made) for made in having]
        _refuse_existing(paths, force=force)
        contents = []
        for number, made in enumerate(having, 1):
            tell(
                _("Writing {number} of {total}: {name}").format(
                    number=number, total=len(having), name=made.department
                )
            )
            contents.append(_content(made, WORKBOOK))
        make_folder(folder)
        for path, content in zip(paths, contents, strict=True):
            write_file(path, content, quiet=True)
    _tell_written(folder, len(having))
    without = [made.department for made in ledgers if not made.sheets]
    if without:
        message = _("Without a part in any item, and so without a work list: {names}.")
        typer.echo(message.format(names=listed(without)), err=True)


def _refuse_existing(paths: Sequence[Path], *, force: bool) -> None:
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
