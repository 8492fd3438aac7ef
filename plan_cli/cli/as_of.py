"""The option that asks how things stood on a day."""

from datetime import date
from typing import Annotated

import typer

from plan_cli.cli.asking import day
from plan_cli.i18n import _
from plan_cli.today import today

AsOfOption = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help=_("How it stands on this day, by what was reported until then; without it, today."),
    ),
]


def read_day(typed: str | None) -> date:
    """Return the day meant, today where none is given; what is no day is wrong use."""
    return today() if typed is None else day("--as-of", typed, future=True)
