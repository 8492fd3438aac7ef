"""`plan validate`: is the dataset right, and the same as the notice."""

from typing import TYPE_CHECKING

import typer

from plan_cli.commands.errors import DataProblemsError
from plan_cli.i18n import _

if TYPE_CHECKING:
    from plan_cli.commands.session import Session


def validate(context: typer.Context) -> None:
    """Check the dataset: syntax, schema, references, and equality with the notice."""
    from plan_cli.dataset.loading import load
    from plan_cli.problems import in_order
    from plan_cli.rules import TIERS, run

    session: Session = context.obj
    loaded = load(session.folder())
    problems = in_order(loaded.problems + run(loaded, TIERS))
    if problems:
        raise DataProblemsError(problems)
    typer.echo(
        _("No problems: {tasks} tasks and {indicators} indicators, the same as the notice.").format(
            tasks=len(loaded.tasks), indicators=len(loaded.indicators)
        )
    )
