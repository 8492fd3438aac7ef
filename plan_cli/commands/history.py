"""`plan history`: what was reported, in the order of time."""

from typing import Annotated

import typer

from plan_cli.cli.options import DeptOption, complete_item, find_departments, read_day, session_in
from plan_cli.cli.output import prints
from plan_cli.i18n import N_
from plan_cli.listings.listing import Listing


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
    from plan_cli.queries.select import history_rows

    until = read_day(as_of)
    dataset = session_in(context).dataset()
    number = None if item is None else read_number(item, dataset)
    departments = [match.name for match in find_departments(dept, dataset.directory)]
    rows = history_rows(dataset.report_rows, until, item=number, departments=departments)
    return history_listing(rows, dataset.units)
