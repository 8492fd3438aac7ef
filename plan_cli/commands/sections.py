"""`plan sections`: the notice's outline, with what stands in each section."""

import typer

from plan_cli.cli.output import prints
from plan_cli.cli.session import session_in
from plan_cli.render import Listing


@prints
def sections(context: typer.Context) -> Listing:
    """List the parts and sections of the notice."""
    from plan_cli.dataset.summaries import section_rows
    from plan_cli.views.summaries import section_listing

    return section_listing(section_rows(session_in(context).answers()))
