"""`plan sections`: the notice's outline, with what stands in each section."""

import typer

from plan_cli.cli.options import session_in
from plan_cli.cli.output import prints
from plan_cli.listings.listing import Listing


@prints
def sections(context: typer.Context) -> Listing:
    from plan_cli.listings.summaries import section_listing
    from plan_cli.queries.counts import section_rows

    return section_listing(section_rows(session_in(context).dataset()))
