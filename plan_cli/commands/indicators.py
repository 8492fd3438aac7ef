"""`plan indicators`: which indicators there are, binding or expected, and who answers for them."""

from typing import Annotated

import typer

from plan_cli.commands.options import (
    DeptOption,
    Format,
    FormatOption,
    GrepOption,
    JsonOption,
    WideOption,
    chosen_format,
    find_departments,
)
from plan_cli.commands.session import Session, print_listing
from plan_cli.dataset.queries import select_indicators
from plan_cli.i18n import _
from plan_cli.today import today
from plan_cli.views.indicators import indicator_listing


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
    format_: FormatOption = Format.TABLE,
    json: JsonOption = False,
    wide: WideOption = False,
) -> None:
    """List indicators."""
    session: Session = context.obj
    dataset = session.dataset()
    rows = select_indicators(
        dataset.indicator_rows,
        dataset.directory,
        today(),
        departments=find_departments(dept, dataset.directory),
        binding=binding,
        grep=grep,
    )
    print_listing(indicator_listing(rows), chosen_format(format_, as_json=json), wide=wide)
