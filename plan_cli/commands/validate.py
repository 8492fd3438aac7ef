"""`plan validate`: is the dataset right, and the same as the notice."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.errors import WrongUseError
from plan_cli.cli.session import session_in
from plan_cli.i18n import _, listed

if TYPE_CHECKING:
    from plan_cli.dataset.loading import Loaded
    from plan_cli.problem_formats import Result
    from plan_cli.problems import Problem
    from plan_cli.validation import Selection


class ProblemsFormat(StrEnum):
    """The formats that problems can be printed in, by the names of their modules."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def validate(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=_("[PATH …]"),
            help=_("Report only what is wrong in these files or folders of the dataset."),
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        ProblemsFormat | None,
        typer.Option(
            "--format",
            "-f",
            help=_("How problems are printed; text, or github where GitHub Actions runs it."),
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings count as errors."))] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help=_("Show notes too: what the notice itself has wrong."))
    ] = False,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar=_("ID"),
            help=_("Only this rule, and what keeps it from looking; may be given several times."),
        ),
    ] = None,
    tier: Annotated[
        list[str] | None,
        typer.Option(
            "--tier",
            metavar=_("TIER"),
            help=_("Only the rules of this tier: {tiers}; may be given several times.").format(
                tiers="syntax, schema, reference, consistency, fidelity, progress, annual"
            ),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=_("REV"),
            help=_("Also that no report which stood at this git revision is changed or gone."),
        ),
    ] = None,
) -> None:
    """Check the dataset: syntax, schema, references, and equality with the notice."""
    from plan_cli.cli.progress import progress
    from plan_cli.commands.selection import read_scope, read_selection
    from plan_cli.problem_formats import Result
    from plan_cli.validation import find_problems
    from plan_cli.validation.catalogue import all_rules

    selection = read_selection(rule or [], tier or [])
    folder = session_in(context).folder()
    scope = read_scope(paths or [], folder)
    with progress(sys.stderr) as tell:
        found = find_problems(folder, selection, strict=strict, notes=notes, tell=tell)
    everything = [*found.problems, *_changed_since(folder, found.loaded, since)]
    problems = [problem for problem in everything if scope.has(problem)]
    chosen = format_ or _usual_format()
    told = chosen is ProblemsFormat.SARIF  # no other format tells of rules: reading them takes time
    rules = [card for card in all_rules() if selection.has(card.id)] if told else []
    clean = _clean(found.loaded, selection, paths or [])
    _print(Result(problems, clean, rules, _root()), chosen)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(1)


def _changed_since(folder: Path, loaded: "Loaded", revision: str | None) -> "list[Problem]":
    """Return what has become of reports that stood at a revision."""
    from plan_cli.problems import in_order
    from plan_cli.rules.progress.since import RevisionError, changed_since

    if revision is None:
        return []
    try:
        return in_order(changed_since(folder, loaded.progress, revision))
    except RevisionError as error:
        raise WrongUseError(
            _("the reports at {revision} cannot be read: {reason}").format(
                revision=revision, reason=error
            ),
            _("Name a commit, a branch or a tag of the repository that holds the dataset."),
        ) from error


def _usual_format() -> ProblemsFormat:
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return ProblemsFormat.GITHUB if in_actions else ProblemsFormat.TEXT


def _root() -> Path:
    """Return the folder from which other programs take paths: that of the repository."""
    here = Path.cwd()
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and here.is_relative_to(Path(workspace).resolve()):
        return Path(workspace)
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _clean(loaded: "Loaded", selection: "Selection", paths: list[Path]) -> str:
    """Return what is said where there is no problem: no more than was looked at."""
    named = [*map(str, paths), *sorted(selection.tiers), *sorted(selection.rules)]
    if named:
        return _("No problems in what was asked for: {names}.").format(names=listed(named))
    return _(
        "No problems: {tasks} tasks and {indicators} indicators, the same as the notice."
    ).format(tasks=len(loaded.tasks), indicators=len(loaded.indicators))


def _print(result: "Result", format_: ProblemsFormat) -> None:
    from plan_cli.cli.console import screen, write_exactly
    from plan_cli.problem_formats import problem_format

    shown = screen(sys.stdout)
    text = problem_format(format_)(result, shown)
    if format_ is ProblemsFormat.TEXT or shown.terminal:
        typer.echo(text, nl=False, color=shown.colour)
    else:
        write_exactly(text)
    sys.stdout.flush()
