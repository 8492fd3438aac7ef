"""`plan show`: everything about an item."""

from typing import Annotated

import typer

from plan_cli.cli.console import PlanError
from plan_cli.cli.options import AsOfOption, complete_item, read_day, session_in
from plan_cli.cli.output import prints
from plan_cli.i18n import N_, _, listed
from plan_cli.listings.listing import Listing


@prints
def show(
    context: typer.Context,
    numbers: Annotated[
        list[int],
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
    found = item_details(dataset, numbers)
    unknown = sorted(set(numbers) - {row["id"] for row in found})
    if unknown:
        known = [row["id"] for row in (*dataset.task_rows, *dataset.indicator_rows)]
        raise PlanError(
            _("there is no item {numbers}", numbers=listed(map(str, unknown))),
            _("Items are numbered {first} to {last}.", first=min(known), last=max(known)),
        )
    return item_listing(with_history(found, dataset, StatusOn(dataset, day)), explain=explain)
