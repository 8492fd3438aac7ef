"""The command line: which commands there are, and the options of `plan` itself."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer
from click import ClickException

from plan_cli import __version__
from plan_cli.cli.console import WrongUseError
from plan_cli.cli.help import LazyGroup
from plan_cli.cli.options import Session
from plan_cli.i18n import N_, _

COMMANDS: Final = {
    "tasks": N_("List tasks: by department, section, due year and more."),
    "indicators": N_("List indicators: binding or expected, and who is responsible."),
    "show": N_("Show items: full wording, departments, targets, and the line of the notice."),
    "departments": N_("List departments: their names, and how many items each has."),
    "sections": N_("List the notice's parts and sections, and the items in each."),
    "status": N_("Show how the plan stands: states, binding indicators, what needs attention."),
    "assess": N_("Assess a year by the notice's own rules: who is barred, bonus, tasks, goals."),
    "assignments": N_("List the members of groups such as 相关镇办, and those still to be named."),
    "report": N_("Hand in a report: how a task stands, or the value of an indicator."),
    "worklist": N_("Write work lists: workbooks that departments fill in and send back."),
    "collect": N_("Collect returned work lists: show what they add, and hand it in."),
    "history": N_("List the reports, in the order of time."),
    "review": N_("Write the paper for the meeting of a half-year or a year."),
    "remind": N_("Write a reminder slip for every department that owes something."),
    "validate": N_("Check the dataset: syntax, schema, references, equality with the notice."),
    "init": N_("Create your own dataset, ready for git and for reports."),
    "rules": N_("List what validate checks, or print the manual of a rule."),
    "schema": N_("Print JSON Schema of the dataset's files, for editors and other validators."),
    "completion": N_("Print the script for shell completion of names and numbers."),
}
"""The commands, in the order of the help page; see `cli/help.py` for where their functions are."""


class _Program(LazyGroup):
    package = "plan_cli.commands"
    helps = COMMANDS


app = typer.Typer(
    name="plan",
    cls=_Program,
    help=N_("A government plan as plain YAML: check it, query it."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    suggest_commands=False,  # click suggests by itself, in the user's language
    options_metavar=N_("[OPTIONS]"),
    subcommand_metavar=N_("COMMAND [ARGS]..."),
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"plan {__version__}")
        raise typer.Exit


@app.callback()
def plan(
    context: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar=N_("DIR"),
            help=N_(
                "The dataset's folder. Without it: PLAN_DATA, else the nearest data/plan.yaml "
                "above the current folder, else the dataset that ships with the program."
            ),
        ),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help=N_("Read the dataset's files instead of the cache."))
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=N_("Print the version."), callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    del version
    context.obj = Session(data, no_cache)


def run(arguments: Sequence[str]) -> int:
    if "_PLAN_COMPLETE" in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
    try:
        status = app(arguments, prog_name="plan", standalone_mode=False)
        sys.stdout.flush()
    except ClickException as error:
        error.show()
        return error.exit_code
    except ImportError as error:
        if error.name != "yaml._yaml":
            raise
        message = _(
            "PyYAML has to be installed with libyaml: "
            "pip install --force-reinstall --only-binary=:all: PyYAML"
        )
        wrong = WrongUseError(message)
        wrong.show()
        return wrong.exit_code
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    return status if isinstance(status, int) else 0
