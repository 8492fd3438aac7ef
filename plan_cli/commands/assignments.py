"""`plan assignments`: who indefinite groups and open lists are, and who is still to be named."""

from typing import Annotated

import typer

from plan_cli.cli.options import DeptOption, find_departments, session_in
from plan_cli.cli.output import prints
from plan_cli.i18n import N_
from plan_cli.listings.listing import Listing
from plan_cli.words import today


@prints
def assignments(
    context: typer.Context,
    dept: DeptOption = None,
    assigned: Annotated[
        bool | None,
        typer.Option(
            "--assigned/--unassigned", help=N_("Only what is assigned, or only what is not.")
        ),
    ] = None,
    open_lists: Annotated[
        bool,
        typer.Option(
            "--open-lists", help=N_("Also lists that end in 等 and to which nobody is assigned.")
        ),
    ] = False,
) -> Listing:
    from plan_cli.listings.summaries import assignment_listing
    from plan_cli.queries.item import assignment_rows

    dataset = session_in(context).dataset()
    rows = assignment_rows(
        dataset,
        today(),
        departments=find_departments(dept, dataset.directory),
        open_lists=open_lists,
        assigned=assigned,
    )
    return assignment_listing(rows)
