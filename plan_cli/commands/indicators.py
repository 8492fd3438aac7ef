"""`plan indicators`: which indicators there are, binding or expected, and who answers for them."""

from typing import Annotated

import typer

from plan_cli.commands.options import (
    DeptOption,
    GrepOption,
    find_departments,
)
from plan_cli.commands.output import prints
from plan_cli.commands.session import session_in
from plan_cli.dataset.queries import select_indicators
from plan_cli.i18n import _
from plan_cli.render import Listing
from plan_cli.today import today
from plan_cli.views.indicators import indicator_listing


@prints
def indicators(
    context: typer.Context,
    binding: Annotated[
        bool | None,
        typer.Option(
            "--binding/--expected", help=_("Only binding (约束性) or expected (预期性) ones.")
        ),
    ] = None,
    dept: DeptOption = None,
    grep: GrepOption = None,
) -> Listing:
    """List indicators."""
    dataset = session_in(context).dataset()
    rows = select_indicators(
        dataset.indicator_rows,
        dataset.directory,
        today(),
        departments=find_departments(dept, dataset.directory),
        binding=binding,
        grep=grep,
    )
    return indicator_listing(rows)
