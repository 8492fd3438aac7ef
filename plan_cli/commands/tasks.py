"""`plan tasks`: which tasks there are, whose, in which section, due when."""

import re
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from plan_cli.cli.console import WrongUseError
from plan_cli.cli.options import (
    AsOfOption,
    DeptOption,
    GrepOption,
    complete_section,
    find_departments,
    find_sections,
    read_day,
    session_in,
)
from plan_cli.cli.output import prints
from plan_cli.cli.typed import check_characters, word
from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.listings.items import task_listing
from plan_cli.listings.listing import Listing
from plan_cli.queries.select import TaskFilter, TaskSelection, select_tasks
from plan_cli.words import ALERTS, KINDS, LIGHTS, ROLES, STATES

if TYPE_CHECKING:
    from plan_cli.dataset.rows import Role

_YEAR = re.compile("[0-9]{4}")


@prints
def tasks(
    context: typer.Context,
    dept: DeptOption = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="lead|support", help=N_("Only tasks the department leads, or supports.")
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            "-s",
            metavar=N_("SECTION"),
            help=N_(
                "Only this part or section: a code such as 三 or 三(五), or a word of a title."
            ),
            autocompletion=complete_section,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="positioning|vision|measure",
            help=N_("Only this kind: 目标定位, 远景目标 or 重要举措."),
        ),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            metavar=N_("YEAR|none"),
            help=N_("Only tasks with a target due in this year; none: without a stated year."),
        ),
    ] = None,
    grep: GrepOption = None,
    include_indefinite: Annotated[
        bool,
        typer.Option(
            "--include-indefinite",
            help=N_("With --dept, also tasks that only name a group such as 市级相关部门."),
        ),
    ] = False,
    status: Annotated[
        str | None,
        typer.Option(
            metavar=N_("STATE"),
            help=N_(
                "Only tasks that stand so: unreported, not_started, in_progress, blocked, done, "
                "terminated (未报告, 未启动, 推进中, 受阻, 已完成, 中止), or overdue, near_due, "
                "stale (逾期, 临近期限, 超期未报)."
            ),
        ),
    ] = None,
    light: Annotated[
        str | None,
        typer.Option(
            metavar="red|yellow|blue|green|none",
            help=N_("Only tasks with this light, by the rules in plan.yaml."),
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> Listing:
    if dept is None and (role is not None or include_indefinite):
        option = "--role" if role is not None else "--include-indefinite"
        raise WrongUseError(
            _("{option} asks about a department", option=option),
            _("Say which with --dept."),
        )
    wanted_role = cast("Role | None", _word("--role", role, ROLES))
    wanted_kind, wanted_due = _word("--kind", kind, KINDS), _due(due)
    wanted_status = _word("--status", status, STATES | ALERTS)
    wanted_light = _word("--light", light, LIGHTS)
    day = read_day(as_of)
    dataset = session_in(context).dataset()
    departments = find_departments(dept, dataset.directory)
    wanted = TaskFilter(
        departments=departments,
        role=wanted_role,
        sections=find_sections(section, dataset.outline),
        kind=wanted_kind,
        due=wanted_due,
        grep=grep,
        include_indefinite=include_indefinite,
    )
    selection = select_tasks(dataset.task_rows, wanted, dataset.directory, day, dataset.assigned)
    names = [str(match) for match in departments]
    if status is None and light is None and as_of is None:
        return task_listing(selection.rows, names, _left_out(selection))
    from plan_cli.queries.status import StatusOn, task_states, with_state

    states = task_states(selection.rows, StatusOn(dataset, day))
    found = with_state(states, wanted_status, wanted_light)
    return task_listing(found, names, _left_out(selection), states=True)


def _left_out(selection: TaskSelection) -> tuple[str, ...]:
    number = selection.left_out_tasks
    if not number:
        return ()
    groups = listed(f"{name} {count}" for name, count in selection.left_out.most_common())
    return (
        ngettext(
            "{number} more task names only a group whose members are not stated ({groups}); "
            "--include-indefinite shows it.",
            "{number} more tasks name only a group whose members are not stated ({groups}); "
            "--include-indefinite shows them.",
            number,
            number=number,
            groups=groups,
        ),
    )


def _word(option: str, typed: str | None, words: dict[str, str]) -> str | None:
    return None if typed is None else word(option, words)(typed)


def _due(typed: str | None) -> int | Literal["none"] | None:
    if typed is None or typed == "none":
        return cast("Literal['none'] | None", typed)
    from plan_cli.text import narrow

    year = narrow(typed).strip()
    if _YEAR.fullmatch(year):
        return int(year)
    check_characters(typed)
    raise WrongUseError(
        _("{option} cannot be “{value}”", option="--due", value=typed),
        _("Write a year such as 2025, or none for tasks without a stated year."),
    )
