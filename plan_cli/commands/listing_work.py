"""What `plan worklist` is asked for: which year, which departments."""

from datetime import date
from typing import TYPE_CHECKING

import typer

from plan_cli.cli.errors import PlanError, WrongUseError
from plan_cli.cli.options import find_departments
from plan_cli.dataset import periods
from plan_cli.i18n import _, listed

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.naming import Match


def read_year(typed: str | None, dataset: "Dataset", day: date) -> int:
    """Return the year that was typed, or that of the day; it is one of the plan's years."""
    first, last = dataset.plan.horizon.start, dataset.plan.horizon.end
    if typed is None:
        return min(max(day.year, first), last)
    year = periods.read_year(typed)
    if year is None or not first <= year <= last:
        raise WrongUseError(
            _("{option} cannot be “{value}”").format(option="--year", value=typed),
            _("The plan's years are {first} to {last}.").format(first=first, last=last),
        )
    return year


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
