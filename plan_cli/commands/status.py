"""`plan status`: what the plan consists of, counted in several ways."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.commands.output import prints
from plan_cli.commands.session import session_in
from plan_cli.i18n import _
from plan_cli.render import Listing

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset


class By(StrEnum):
    """What the items are counted by."""

    SECTION = "section"
    BINDING = "binding"
    DUE = "due"
    DEPARTMENT = "department"


@prints
def status(
    context: typer.Context,
    by: Annotated[
        By | None, typer.Option(help=_("Count only by this; without it, by each in turn."))
    ] = None,
) -> list[Listing]:
    """Count the items by section, kind, due year and department."""
    dataset = session_in(context).dataset()
    overviews = _overviews()
    return [overviews[one](dataset) for one in ([by] if by else By)]


def _overviews() -> dict[By, Callable[["Dataset"], Listing]]:
    from plan_cli.dataset import summaries
    from plan_cli.views import summaries as views

    return {
        By.SECTION: lambda data: views.section_listing(summaries.section_rows(data)),
        By.BINDING: lambda data: views.binding_listing(summaries.binding_rows(data)),
        By.DUE: lambda data: views.due_listing(summaries.due_rows(data)),
        By.DEPARTMENT: lambda data: views.load_listing(summaries.department_rows(data)),
    }
