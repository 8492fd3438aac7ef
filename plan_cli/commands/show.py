"""`plan show`: everything about an item."""

from typing import Annotated

import typer

from plan_cli.cli.options import AsOfOption, complete_item, read_day, session_in
from plan_cli.cli.output import prints
from plan_cli.cli.typed import read_numbers
from plan_cli.i18n import N_
from plan_cli.listings.listing import Listing


@prints
def show(
    context: typer.Context,
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar=N_("NUMBER"),
            help=N_("Numbers of items, such as 102 29."),
            autocompletion=complete_item,
        ),
    ],
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=N_("With the working of every verdict, line by line, and its reports."),
        ),
    ] = False,
    as_of: AsOfOption = None,
) -> Listing:
    from plan_cli.listings.items import item_listing
    from plan_cli.queries.item import item_details
    from plan_cli.queries.status import StatusOn, with_history

    day = read_day(as_of)
    dataset = session_in(context).dataset()
    found = item_details(dataset, read_numbers(numbers, dataset))
    return item_listing(with_history(found, dataset, StatusOn(dataset, day)), explain=explain)
