"""`plan validate`: is the dataset right, and the same as the notice."""

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.console import WrongUseError, progress, screen, write_exactly
from plan_cli.cli.options import session_in
from plan_cli.dataset.folder import FILES
from plan_cli.i18n import N_, _, listed
from plan_cli.rules.engine import Selection, all_rules, find_problems, find_rule, manual_of, no_rule
from plan_cli.rules.rule import TIERS
from plan_cli.text import closest, visible

if TYPE_CHECKING:
    from plan_cli.dataset.load import Loaded
    from plan_cli.problem_formats.result import Result
    from plan_cli.problems import Problem


class ProblemsFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def validate(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=N_("[PATH …]"),
            help=N_("Report only problems in these files or folders of the dataset."),
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        ProblemsFormat | None,
        typer.Option(
            "--format",
            "-f",
            help=N_("How problems are printed; text, or github where GitHub Actions runs it."),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=N_("Short for --format json."))] = False,
    strict: Annotated[bool, typer.Option("--strict", help=N_("Warnings count as errors."))] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help=N_("Show notes too: errors in the notice itself."))
    ] = False,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar=N_("ID"),
            help=N_(
                "Only this rule, and problems that prevent its check; may be given several times."
            ),
        ),
    ] = None,
    tier: Annotated[
        list[str] | None,
        typer.Option(
            "--tier",
            metavar="|".join(TIERS),
            help=N_("Only the rules of this tier; may be given several times."),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=N_("REV"),
            help=N_("Also check that no report of this git revision was changed or removed."),
        ),
    ] = None,
) -> None:
    from plan_cli.problem_formats.result import Result

    selection = Selection(frozenset(map(_rule, rule or [])), frozenset(map(_tier, tier or [])))
    folder = session_in(context).folder()
    places = _places(paths or [], folder)
    with progress(sys.stderr) as tell:
        loaded, found = find_problems(folder, selection, strict=strict, notes=notes, tell=tell)
    found += _changed_since(folder, loaded, since)
    if places:
        files = {file: _absolute(Path(file)) for file in {problem.file for problem in found}}
        found = [one for one in found if any(map(files[one.file].is_relative_to, places))]
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    usual = ProblemsFormat.GITHUB if in_actions else ProblemsFormat.TEXT
    chosen = ProblemsFormat.JSON if json else format_ or usual
    rules = {}
    if chosen is ProblemsFormat.SARIF:  # no other format names rules, and reading them takes time
        rules = {one.id: manual_of(one).title for one in all_rules() if selection.has(one.id)}
    clean = _clean(loaded, selection, paths or [])
    _print(Result(found, clean, rules, _root()), chosen)
    if any(problem.severity == "error" for problem in found):
        raise typer.Exit(1)


def _changed_since(folder: Path, loaded: "Loaded", revision: str | None) -> "list[Problem]":
    from plan_cli.problems import in_order
    from plan_cli.rules.progress.since import RevisionError, changed_since

    if revision is None:
        return []
    try:
        return in_order(changed_since(folder, loaded.progress, revision))
    except RevisionError as error:
        words = N_("the reports at {revision} cannot be read: {reason}")
        raise WrongUseError(
            _(words, revision=revision, reason=error),
            _("Name a commit, a branch or a tag of the repository that holds the dataset."),
        ) from error


def _root() -> Path:
    """The root from which other programs take paths: that of the repository."""
    here = Path.cwd()
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and here.is_relative_to(Path(workspace).resolve()):
        return Path(workspace)
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _clean(loaded: "Loaded", selection: "Selection", paths: list[Path]) -> str:
    named = [*map(str, paths), *sorted(selection.tiers), *sorted(selection.rules)]
    if named:
        return _("No problems in the selection: {names}.", names=listed(named))
    words = N_("No problems: {tasks} tasks and {indicators} indicators, the same as the notice.")
    return _(words, tasks=len(loaded.tasks), indicators=len(loaded.indicators))


def _print(result: "Result", format_: ProblemsFormat) -> None:
    shown = screen(sys.stdout)
    if format_ is ProblemsFormat.TEXT:
        from plan_cli.problem_formats.text import as_text

        typer.echo(as_text(result, shown), nl=False, color=shown.colour)
    else:
        from plan_cli.problem_formats.machine import FORMATS

        text = FORMATS[format_](result)
        if shown.terminal:
            typer.echo(text, nl=False, color=shown.colour)
        else:
            write_exactly(text)
    sys.stdout.flush()


def _places(paths: Iterable[Path], folder: Path) -> list[Path]:
    root = folder.resolve()
    required = {root / name for name in FILES.values()}
    places = []
    for path in paths:
        place = _absolute(path)
        exists = place.exists() or place.is_symlink()
        if not place.is_relative_to(root) or not (exists or place in required):
            shown = visible(str(path))
            raise WrongUseError(
                _("{path} is not part of the dataset in {folder}", path=shown, folder=folder),
                _("Name a file or a folder in it, or another dataset with plan --data DIR."),
            )
        places.append(place)
    return places


def _absolute(path: Path) -> Path:
    """Where a path leads, but a link at its end as itself."""
    if path.is_dir() or path.name in {"", ".."}:
        return path.resolve()
    return path.parent.resolve() / path.name


def _rule(typed: str) -> str:
    if find_rule(typed) is None:
        raise WrongUseError(*no_rule(typed))
    return typed


def _tier(typed: str) -> str:
    if typed in TIERS:
        return typed
    close = closest(typed, TIERS)
    words = N_("Did you mean {names}?") if close else N_("Tiers: {names}.")
    message = _("there is no tier “{name}”", name=visible(typed))
    raise WrongUseError(message, _(words, names=listed(close or TIERS)))
