"""`plan init`: a dataset of one's own, ready for git."""

from pathlib import Path
from typing import Annotated

import typer

from plan_cli.cli.errors import PlanError
from plan_cli.cli.session import session_in
from plan_cli.i18n import _
from plan_cli.os_errors import reason_of


def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar=_("DIR"), help=_("A new folder, or an empty one."))
    ],
) -> None:
    """Copy the dataset into a folder, with what git needs."""
    from plan_cli.reporting.own_dataset import NotEmptyError, make_dataset

    session = session_in(context)
    session.dataset()  # nothing broken is copied
    try:
        make_dataset(session.folder(), folder)
    except NotEmptyError as error:
        raise PlanError(
            _("{folder} is there already, and not empty").format(folder=folder),
            _("Name a folder that does not exist yet, or an empty one. Nothing was written."),
        ) from error
    except OSError as error:
        raise PlanError(
            _("{file} cannot be written: {reason}").format(
                file=error.filename or folder, reason=reason_of(error)
            ),
            _("Choose a folder that you may write to."),
        ) from error
    typer.echo(_("A dataset of your own: {folder}").format(folder=folder))
    typer.echo(_("Next:"))
    for command in (f'cd "{folder}"', "git init", "git add .", 'git commit -m "plan init"'):
        typer.echo(f"  {command}")
    typer.echo(_("Then report, and check:"))
    for command in ("plan report", "plan validate"):
        typer.echo(f"  {command}")
