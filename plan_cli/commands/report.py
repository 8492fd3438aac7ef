"""`plan report`: a department reports the state of a task or the value of an indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plan_cli.cli.console import PlanError, WrongUseError
from plan_cli.cli.options import complete_department, complete_item, find_departments, session_in
from plan_cli.cli.submission import require_writable_dataset, submission_errors
from plan_cli.cli.typed import (
    check_characters,
    choices,
    day,
    given_or_asked,
    read_number,
    text,
    word,
)
from plan_cli.dataset.rows import value_unit
from plan_cli.i18n import N_, _, listed
from plan_cli.words import NATURES, STATUSES, today

if TYPE_CHECKING:
    import datetime as dt

    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.rows import IndicatorRow, TargetRow, TaskRow
    from plan_cli.submit.typed_figures import TypedFigure


def report(
    context: typer.Context,
    item: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("ITEM"),
            help=N_("The number of the item, such as 102."),
            autocompletion=complete_item,
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar=N_("NAME"),
            help=N_("The department that hands it in; any of its names."),
            autocompletion=complete_department,
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="not_started|in_progress|blocked|done|terminated",
            help=N_(
                "How a task stands: 未启动, 推进中, 受阻, 已完成, 中止; done needs --evidence."
            ),
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Option(
            metavar=N_("[TARGET=]VALUE"),
            help=N_(
                "A figure, such as 102.1=2100个 or 2.7%; for a task, may be given several times."
            ),
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            metavar=N_("PERIOD"),
            help=N_("What an indicator's value covers: 2023, 2023H1, 2023Q3, 2023-05."),
        ),
    ] = None,
    nature: Annotated[
        str | None,
        typer.Option(
            metavar="estimate|preliminary|final",
            help=N_("How firm an indicator's value is: 预计, 快报, 终值."),
        ),
    ] = None,
    progress: Annotated[
        str | None, typer.Option(metavar=N_("TEXT"), help=N_("What was done (进展)."))
    ] = None,
    problems: Annotated[
        str | None, typer.Option(metavar=N_("TEXT"), help=N_("What stands in the way (问题)."))
    ] = None,
    next_: Annotated[
        str | None, typer.Option("--next", metavar=N_("TEXT"), help=N_("The next step (下一步)."))
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar=N_("TEXT"),
            help=N_(
                "What backs it (佐证): a document, a link, a file; may be given several times."
            ),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help=N_("The day it is handed in; today without it.")),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option(metavar=N_("TEXT"), help=N_("Who published the figure, if it was published.")),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar=N_("TEXT"), help=N_("Where it was published: a title."))
    ] = None,
    replaces: Annotated[
        str | None,
        typer.Option(metavar=N_("REPORT"), help=N_("The report that this one corrects.")),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar=N_("TEXT"), help=N_("A remark."))] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Only show the lines that would be added."))
    ] = False,
) -> None:
    """Hand in a report."""
    session = session_in(context)
    folder = session.folder()
    if not dry_run:
        require_writable_dataset(folder)
    submitted_on = today() if date is None else day("--date", date)
    dataset = session.loaded_dataset()
    number = given_or_asked(
        item, _("ITEM"), _("the number of the item"), lambda typed: read_number(typed, dataset)
    )
    name = given_or_asked(
        by,
        "--by",
        _("the department that hands it in"),
        lambda typed: read_department(typed, dataset),
    )
    require_may_report(name, number, dataset, submitted_on)
    options = Options(status, value or [], period, nature, evidence or [])
    task = next((row for row in dataset.task_rows if row["id"] == number), None)
    if task is not None:
        fields_of_item = task_fields(task, options)
    else:
        indicator = next(row for row in dataset.indicator_rows if row["id"] == number)
        fields_of_item = indicator_fields(indicator, options)
    fields = {
        "item": number,
        "date": submitted_on.isoformat(),
        **fields_of_item,
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
    submit_or_show(folder, name, fields, dry_run=dry_run)


def read_department(typed: str, dataset: "Dataset") -> str:
    (match,) = find_departments([typed], dataset.directory)
    if match.is_group:
        raise PlanError(
            _("{group} is a group, and a group hands in no reports", group=match.name),
            _("Name the department that does."),
        )
    return match.name


def require_may_report(by: str, number: int, dataset: "Dataset", on: "dt.date") -> None:
    """Refuse a department that has no part in an item."""
    from plan_cli.queries.duties import may_report, who_may_report

    items: list[TaskRow | IndicatorRow] = [*dataset.task_rows, *dataset.indicator_rows]
    item = next(row for row in items if row["id"] == number)
    if not may_report(by, item, dataset, on):
        raise PlanError(
            _("{by} has no part in item {item}", by=by, item=number),
            _("Who may report on it: {names}.", names=listed(who_may_report(item, dataset))),
        )


def submit_or_show(folder: Path, by: str, fields: Mapping[str, Any], *, dry_run: bool) -> None:
    from plan_cli.submit.submit import load_valid, prepare, submit

    with submission_errors(folder):
        done = (
            prepare(load_valid(folder), by, [fields]) if dry_run else submit(folder, by, [fields])
        )
    (change,) = done.files
    file = change.file.shown
    if dry_run:
        typer.echo(change.added, nl=False)
        typer.echo(_("Nothing written; these lines would be added to {file}.", file=file), err=True)
    else:
        typer.echo(_("Report {id} handed in: {file}", id=done.ids[0], file=file), err=True)


@dataclass(frozen=True, slots=True)
class Options:
    status: str | None
    values: Sequence[str]
    period: str | None
    nature: str | None
    evidence: Sequence[str]


def words(**typed: str | None) -> dict[str, str]:
    """Texts that were typed, by the keys of the data, which are the options' names."""
    from plan_cli.submit.record import normal_id

    found = {key: text(f"--{key}", one) for key, one in typed.items() if one is not None}
    if "replaces" in found:
        found["replaces"] = normal_id(found["replaces"])
    return found


def task_fields(task: "TaskRow", options: Options) -> dict[str, Any]:
    number = task["id"]
    for option, typed in (("--period", options.period), ("--nature", options.nature)):
        if typed is not None:
            raise WrongUseError(
                _(
                    "item {item} is a task, and {option} is for indicators",
                    item=number,
                    option=option,
                ),
                _("A task's report has --status, and may have --value."),
            )
    status = given_or_asked(
        options.status,
        "--status",
        _("how the task stands: {words}", words=choices(STATUSES)),
        word("--status", STATUSES),
    )
    values = [_value(task, typed) for typed in options.values]
    evidence = [text("--evidence", one) for one in options.evidence]
    if status == "done" and not evidence:
        question = _("evidence (佐证) that the task is done: a document, a link, a file")
        evidence = [given_or_asked(None, "--evidence", question, lambda t: text("--evidence", t))]
    return {"status": status, "values": values, "evidence": evidence}


def indicator_fields(indicator: "IndicatorRow", options: Options) -> dict[str, Any]:
    number = indicator["id"]
    if options.status is not None:
        raise WrongUseError(
            _(
                "item {item} is an indicator, and {option} is for tasks",
                item=number,
                option="--status",
            ),
            _("An indicator's report has --period, --value and --nature."),
        )
    if len(options.values) > 1:
        raise WrongUseError(
            _("an indicator's report has one --value"), _("Hand in a report for each period.")
        )
    question = _("what the value covers: 2023, 2023H1, 2023Q3, 2023-05")
    period = given_or_asked(options.period, "--period", question, _period)
    units = map(value_unit, indicator["targets"])
    unit = listed(dict.fromkeys(one or _("no unit") for one in units))
    value = given_or_asked(
        next(iter(options.values), None),
        "--value",
        _("the value, in {unit}", unit=unit),
        lambda typed: _value(indicator, typed),
    )
    question = _("how firm the value is: {words}", words=choices(NATURES))
    nature = given_or_asked(options.nature, "--nature", question, word("--nature", NATURES))
    evidence = [text("--evidence", one) for one in options.evidence]
    return {"period": period, **value, "nature": nature, "evidence": evidence}


def _period(typed: str) -> str:
    from plan_cli.queries.periods import read_period

    period = read_period(typed)
    if period is None:
        check_characters(typed)
    if period is None:
        raise WrongUseError(
            _("{option} cannot be “{value}”", option="--period", value=typed),
            _("Write a year, half, quarter or month: 2023, 2023H1, 2023Q3, 2023-05."),
        )
    return period


def _value(item: "TaskRow | IndicatorRow", typed: str) -> dict[str, Any]:
    from plan_cli.problems import Refusal
    from plan_cli.submit.typed_figures import check_unit, read_value

    try:
        read = read_value(typed)
        target = _target(item, read)
        check_unit(read, target["id"], value_unit(target))
    except Refusal as error:
        raise PlanError(error.message, error.hint) from error
    return {"target": target["id"], "value": read.value}


def _target(item: "TaskRow | IndicatorRow", read: "TypedFigure") -> "TargetRow":
    names = [target["id"] for target in item["targets"]]
    if not names:
        raise PlanError(
            _("item {item} has no target with a figure", item=item["id"]),
            _("Describe the progress with --progress."),
        )
    if read.target is None and len(names) > 1:
        raise PlanError(
            _(
                "item {item} has several targets: {names}",
                item=item["id"],
                names=listed(f"{one['id']} {one['metric']}" for one in item["targets"]),
            ),
            _("Name one: --value {id}={typed}", id=names[0], typed=read.text),
        )
    found = next((one for one in item["targets"] if read.target in (None, one["id"])), None)
    if found is None:
        raise PlanError(
            _("item {item} has no target {id}", item=item["id"], id=read.target),
            _("It has {names}.", names=listed(names)),
        )
    return found
