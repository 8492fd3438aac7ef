"""What is typed for items, departments and days, read or refused."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from plan_cli.cli.errors import DataProblemsError, PlanError, WrongUseError
from plan_cli.files import reason_of
from plan_cli.i18n import _, listed

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.rows import IndicatorRow, TaskRow


def see_that_it_is_ones_own(folder: Path) -> None:
    """End the command where the dataset is the one inside the program."""
    from plan_cli.dataset.locate import is_packaged

    if is_packaged(folder):
        raise PlanError(
            _("the dataset inside the program can only be read"),
            _("Make one of your own with plan init DIR, and report there."),
        )


def read_item(typed: str, dataset: "Dataset") -> "TaskRow | IndicatorRow":
    """Return the item with the number that was typed."""
    number = read_number(typed, dataset)
    rows: list[TaskRow | IndicatorRow] = [*dataset.task_rows, *dataset.indicator_rows]
    return next(row for row in rows if row["id"] == number)


def read_number(typed: str, dataset: "Dataset") -> int:
    """Return the number that was typed, of an item that there is."""
    numbers = [row["id"] for row in (*dataset.task_rows, *dataset.indicator_rows)]
    range_ = _("Items are numbered {first} to {last}.", first=min(numbers), last=max(numbers))
    plain = typed.strip()
    if not plain.isdecimal():
        message = _("“{value}” is not the number of an item", value=typed)
        raise WrongUseError(message, range_)
    if int(plain) not in numbers:
        raise PlanError(_("there is no item {numbers}", numbers=plain), range_)
    return int(plain)


def read_by(typed: str, dataset: "Dataset") -> str:
    """Return the canonical name of the department that was typed."""
    from plan_cli.cli.options import find_departments

    (match,) = find_departments([typed], dataset.directory)
    if match.is_group:
        raise PlanError(
            _("{group} is a group, and a group hands in no reports", group=match.name),
            _("Name the department that does."),
        )
    return match.name


def see_that_it_is_theirs(
    by: str, item: "TaskRow | IndicatorRow", dataset: "Dataset", day: date
) -> None:
    """End the command where a department has no part in an item."""
    from plan_cli.queries.duties import may_report, who_may_report

    if not may_report(by, item, dataset, day):
        raise PlanError(
            _("{by} has no part in item {item}", by=by, item=item["id"]),
            _("Who may report on it: {names}.", names=listed(who_may_report(item, dataset))),
        )


def hand_in_or_show(folder: Path, by: str, fields: Mapping[str, Any], *, dry_run: bool) -> None:
    """Hand a report in, or only show the lines; what stands in the way ends the command."""
    from plan_cli.submit.submit import hand_in, prepare

    act = prepare if dry_run else hand_in
    with what_stands_in_the_way(folder):
        done = act(folder, by, [fields])
    (file,) = done.files
    if dry_run:
        typer.echo(file.added, nl=False)
        message = _("Nothing written; these lines would be added to {file}.")
    else:
        message = _("Report {id} handed in: {file}")
    typer.echo(message.format(id=done.ids[0], file=file.shown), err=True)


@contextmanager
def what_stands_in_the_way(folder: Path) -> Iterator[None]:
    """End the command with what is told of whatever stands in the way of handing in."""
    from plan_cli.submit.change import BrokenDatasetError, BusyError, RefusedError

    try:
        yield
    except BrokenDatasetError as error:
        raise DataProblemsError(error.problems) from error
    except RefusedError as error:
        first, *others = error.reasons
        hint = "\n".join([first.hint, *(one.message for one in others)])
        raise PlanError(first.message, hint) from error
    except BusyError as error:
        raise PlanError(
            _("others have been writing to {folder} for two minutes", folder=folder),
            _("Nothing was written. Try again."),
        ) from error
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _cannot_write(folder: Path, error: OSError) -> PlanError:
    return PlanError(
        _(
            "{file} cannot be written: {reason}",
            file=error.filename or folder,
            reason=reason_of(error),
        ),
        _("Nothing was written. Make a dataset of your own with plan init DIR, or get the right."),
    )
