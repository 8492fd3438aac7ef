"""`plan history`: what was reported, in the order of time."""

from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.options import (
    DeptOption,
    complete_item,
    find_departments,
    nobody,
    read_day,
    session_in,
)
from plan_cli.cli.output import prints
from plan_cli.i18n import N_, _, listed
from plan_cli.listings.listing import Listing

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.names import Match


@prints
def history(
    context: typer.Context,
    item: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("[ITEM]"),
            help=N_("Only reports on this item; its number."),
            autocompletion=complete_item,
            show_default=False,
        ),
    ] = None,
    dept: DeptOption = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="YYYY-MM-DD",
            help=N_("As it was on this day: later reports and corrections are left out."),
        ),
    ] = None,
) -> Listing:
    from plan_cli.cli.typed import read_number
    from plan_cli.listings.reports import history_listing
    from plan_cli.queries.history import history_rows

    until = read_day(as_of)
    dataset = session_in(context).dataset()
    number = None if item is None else read_number(item, dataset)
    departments = find_departments(dept, dataset.directory)
    remarks = tuple(remark for match in departments if (remark := _meaning(match, dataset)))
    rows = history_rows(dataset, until, item=number, departments=departments)
    return history_listing(rows, dataset.units, list(map(str, departments)), remarks)


def _meaning(match: "Match", dataset: "Dataset") -> str | None:
    """Return whose reports are listed where it is not the department that was typed.

    A group of which nobody has said who it is ends the command.
    """
    from plan_cli.queries.history import is_assigned

    name, plate = match.name, match.plate
    if not match.is_group:
        return plate and _(
            "Reports are handed in by {name}; these are on what it has as {plate}.",
            name=name,
            plate=plate,
        )
    if not is_assigned(dataset, name):
        raise nobody(name)
    group = dataset.directory.group_by_name[name]
    if group.indefinite:
        return _(
            "{group}: reports of those assigned, on the items they are assigned to.", group=name
        )
    return _("{group}: reports of its members, {names}.", group=name, names=listed(group.members))
