"""`plan indicators`: which indicators there are, binding or expected, and who answers for them."""

from typing import Annotated

import typer

from plan_cli.cli.options import (
    AsOfOption,
    DeptOption,
    GrepOption,
    find_departments,
    read_day,
    session_in,
)
from plan_cli.cli.output import prints
from plan_cli.i18n import N_
from plan_cli.listings.indicators import indicator_listing
from plan_cli.listings.listing import Listing
from plan_cli.queries.select import select_indicators


@prints
def indicators(
    context: typer.Context,
    binding: Annotated[
        bool | None,
        typer.Option(
            "--binding/--expected", help=N_("Only binding (约束性) or expected (预期性) ones.")
        ),
    ] = None,
    dept: DeptOption = None,
    grep: GrepOption = None,
    status: Annotated[
        bool,
        typer.Option(
            "--status",
            help=N_("How each stands: value, planned by now, gap, and verdict."),
        ),
    ] = False,
    as_of: AsOfOption = None,
) -> Listing:
    day = read_day(as_of)
    dataset = session_in(context).dataset()
    departments = find_departments(dept, dataset.directory)
    rows = select_indicators(
        dataset.indicator_rows,
        dataset.directory,
        day,
        departments=departments,
        binding=binding,
        grep=grep,
    )
    if not status and as_of is None:
        return indicator_listing(rows)
    from plan_cli.listings.indicators import indicator_state_listing
    from plan_cli.queries.status import StatusOn, indicator_states

    return indicator_state_listing(indicator_states(rows, StatusOn(dataset, day)), day)
