"""`plan report`: a department hands in how a task stands, or the value of an indicator."""

from typing import Annotated, Any

import typer

from plan_cli.cli.asking import day, given_or_asked
from plan_cli.cli.complete import complete_department, complete_item
from plan_cli.cli.session import session_in
from plan_cli.i18n import _
from plan_cli.today import today


def report(
    context: typer.Context,
    item: Annotated[
        str | None,
        typer.Argument(
            metavar=_("ITEM"),
            help=_("The number of the item, such as 102."),
            autocompletion=complete_item,
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar=_("NAME"),
            help=_("The department that hands it in; any of its names."),
            autocompletion=complete_department,
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="not_started|in_progress|blocked|done|terminated",
            help=_("How a task stands: 未启动, 推进中, 受阻, 已完成, 中止; done needs --evidence."),
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("[TARGET=]VALUE"),
            help=_(
                "A figure, such as 102.1=2100个 or 2.7%; for a task, may be given several times."
            ),
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            metavar=_("PERIOD"),
            help=_("What an indicator's value covers: 2023, 2023H1, 2023Q3, 2023-05."),
        ),
    ] = None,
    nature: Annotated[
        str | None,
        typer.Option(
            metavar="estimate|preliminary|final",
            help=_("How firm an indicator's value is: 预计, 快报, 终值."),
        ),
    ] = None,
    progress: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What was done (进展)."))
    ] = None,
    problems: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What stands in the way (问题)."))
    ] = None,
    next_: Annotated[
        str | None, typer.Option("--next", metavar=_("TEXT"), help=_("The next step (下一步)."))
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("TEXT"),
            help=_("What backs it (佐证): a document, a link, a file; may be given several times."),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help=_("The day it is handed in; today without it.")),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Who published the figure, if it was published.")),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where it was published: a title."))
    ] = None,
    replaces: Annotated[
        str | None, typer.Option(metavar=_("REPORT"), help=_("The report that this one corrects."))
    ] = None,
    note: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=_("Only show the lines that would be added.")),
    ] = False,
) -> None:
    """Hand in a report."""
    from plan_cli.commands import handing
    from plan_cli.commands.report_fields import Options, report_fields, words

    session = session_in(context)
    folder = session.folder()
    if not dry_run:
        handing.see_that_it_is_ones_own(folder)
    handed_in = today() if date is None else day("--date", date)
    dataset = session.dataset()
    found = given_or_asked(
        item, _("ITEM"), _("the number of the item"), lambda t: handing.read_item(t, dataset)
    )
    name = given_or_asked(
        by, "--by", _("the department that hands it in"), lambda t: handing.read_by(t, dataset)
    )
    handing.see_that_it_is_theirs(name, found, dataset, handed_in)
    options = Options(status, value or [], period, nature, evidence or [])
    fields: dict[str, Any] = {
        "item": found.id,
        "date": handed_in.isoformat(),
        **report_fields(found, options),
        **words(
            progress=progress,
            problems=problems,
            next=next_,
            publisher=publisher,
            source=source,
            replaces=replaces,
            note=note,
        ),
    }
    handing.hand_in_or_show(folder, name, fields, dry_run=dry_run)
