"""`plan collect`: work lists that came back filled in; what they add, and handing it in."""

from pathlib import Path
from typing import Annotated

import typer

from plan_cli.cli.output import prints
from plan_cli.cli.session import session_in
from plan_cli.i18n import _
from plan_cli.render import Listing
from plan_cli.today import today


@prints
def collect(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=_("FILE..."),
            help=_("Work lists that came back; a folder stands for all in it."),
        ),
    ],
    apply: Annotated[
        bool,
        typer.Option("--apply", help=_("Hand in what is new; without it, nothing is written.")),
    ] = False,
    partial: Annotated[
        bool,
        typer.Option(
            "--partial",
            help=_("With --apply, hand in what is good of a work list in which something is not."),
        ),
    ] = False,
    despite_conflicts: Annotated[
        bool,
        typer.Option(
            "--despite-conflicts",
            help=_("Hand in also what is at odds with reports that came in meanwhile."),
        ),
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help=_("The day of reports for which none is filled in; today without it."),
        ),
    ] = None,
) -> Listing:
    """Collect work lists."""
    from plan_cli.cli.asking import day
    from plan_cli.commands import collecting
    from plan_cli.commands.handing import see_that_it_is_ones_own
    from plan_cli.views.collected import collected_listing

    session = session_in(context)
    folder = session.folder()
    if apply:
        see_that_it_is_ones_own(folder)
    chosen = collecting.Chosen(
        apply, partial, despite_conflicts, today() if date is None else day("--date", date)
    )
    paths = collecting.expanded(files)
    dataset = session.dataset()
    found = collecting.collect_all(paths, session, dataset, chosen)
    summaries = collecting.summaries(found, chosen)
    failed = collecting.is_failed(found, chosen)
    return collected_listing(found, dataset.units, summaries, failed=failed)
