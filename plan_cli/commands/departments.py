"""`plan departments`: who there is, and how much each carries."""

from typing import Annotated

import typer

from plan_cli.cli.console import PlanError
from plan_cli.cli.options import complete_category, session_in
from plan_cli.cli.output import prints
from plan_cli.i18n import N_, _, listed
from plan_cli.listings.listing import Listing


@prints
def departments(
    context: typer.Context,
    category: Annotated[
        str | None,
        typer.Option(
            "--category",
            "-c",
            metavar=N_("CATEGORY"),
            help=N_("Only this category, or the one that this is part of."),
            autocompletion=complete_category,
        ),
    ] = None,
) -> Listing:
    from plan_cli.listings.summaries import department_listing
    from plan_cli.queries.counts import department_rows
    from plan_cli.words import today

    dataset = session_in(context).dataset()
    known = list(dict.fromkeys(one.category for one in dataset.directory.departments))
    chosen = None if category is None else _category(category, known)
    return department_listing(department_rows(dataset, today(), chosen))


def _category(typed: str, known: list[str]) -> str:
    fitting = [name for name in known if name == typed] or [name for name in known if typed in name]
    if len(fitting) == 1:
        return fitting[0]
    message = _("there is no category {category}", category=f"“{typed}”")
    if fitting:
        message = _("“{name}” fits several: {names}", name=typed, names=listed(fitting))
    raise PlanError(message, _("Known categories: {names}.", names=listed(known)))
