"""`plan validate`: is the dataset right, and the same as the notice."""

import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.errors import WrongUseError
from plan_cli.cli.session import session_in
from plan_cli.dataset.files import FILES
from plan_cli.i18n import N_, _, listed
from plan_cli.problems import Problem
from plan_cli.rules.engine import Selection, all_tiers, rule_cards, suggest_rules
from plan_cli.text import closest, visible

if TYPE_CHECKING:
    from plan_cli.dataset.load import Loaded
    from plan_cli.problem_formats.result import Result


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
            metavar=N_("[PATH …]"),
            help=N_("Report only what is wrong in these files or folders of the dataset."),
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
    strict: Annotated[bool, typer.Option("--strict", help=N_("Warnings count as errors."))] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help=N_("Show notes too: what the notice itself has wrong."))
    ] = False,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar=N_("ID"),
            help=N_("Only this rule, and what keeps it from looking; may be given several times."),
        ),
    ] = None,
    tier: Annotated[
        list[str] | None,
        typer.Option(
            "--tier",
            metavar=N_("TIER"),
            help=N_("Only the rules of this tier: {tiers}; may be given several times."),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=N_("REV"),
            help=N_("Also that no report which stood at this git revision is changed or gone."),
        ),
    ] = None,
) -> None:
    """Check the dataset: syntax, schema, references, and equality with the notice."""
    from plan_cli.cli.console import progress
    from plan_cli.problem_formats.result import Result
    from plan_cli.rules.engine import find_problems, rule_cards

    selection = read_selection(rule or [], tier or [])
    folder = session_in(context).folder()
    scope = read_scope(paths or [], folder)
    with progress(sys.stderr) as tell:
        found = find_problems(folder, selection, strict=strict, notes=notes, tell=tell)
    everything = [*found.problems, *_changed_since(folder, found.loaded, since)]
    problems = [problem for problem in everything if scope.has(problem)]
    chosen = format_ or _usual_format()
    told = chosen is ProblemsFormat.SARIF  # no other format tells of rules: reading them takes time
    rules = [card for card in rule_cards() if selection.has(card.id)] if told else []
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
            _(
                "the reports at {revision} cannot be read: {reason}",
                revision=revision,
                reason=error,
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
        return _("No problems in what was asked for: {names}.", names=listed(named))
    return _(
        "No problems: {tasks} tasks and {indicators} indicators, the same as the notice.",
        tasks=len(loaded.tasks),
        indicators=len(loaded.indicators),
    )


def _print(result: "Result", format_: ProblemsFormat) -> None:
    from plan_cli.cli.console import screen, write_exactly
    from plan_cli.problem_formats.result import problem_format

    shown = screen(sys.stdout)
    text = problem_format(format_)(result, shown)
    if format_ is ProblemsFormat.TEXT or shown.terminal:
        typer.echo(text, nl=False, color=shown.colour)
    else:
        write_exactly(text)
    sys.stdout.flush()


class OutsideError(Exception):
    """A path that is no part of the dataset."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Scope:
    """The files and folders of a dataset that are named; all of it if none is."""

    def __init__(self, paths: Sequence[Path], folder: Path) -> None:
        """Take the paths as typed.

        Raises:
            OutsideError: a path is not part of the dataset in `folder`.
        """
        root = folder.resolve()
        named = [(path, _absolute(path)) for path in paths]
        for path, absolute in named:
            if not absolute.is_relative_to(root) or not _is_there(absolute, root):
                raise OutsideError(path)
        self._places = [absolute for _path, absolute in named]

    def has(self, problem: Problem) -> bool:
        """Tell whether a problem lies in what is named."""
        if not self._places:
            return True
        file = _absolute(Path(problem.file))
        return any(file.is_relative_to(place) for place in self._places)


def _is_there(path: Path, root: Path) -> bool:
    """Tell whether there is something at `path`; a file that every dataset has may be missing."""
    return path.exists() or path.is_symlink() or path in {root / name for name in FILES.values()}


def _absolute(path: Path) -> Path:
    """Return where a path leads, but a link at its end as itself."""
    if path.is_dir() or path.name in {"", ".."}:
        return path.resolve()
    return path.parent.resolve() / path.name


def read_selection(rules: Iterable[str], tiers: Iterable[str]) -> Selection:
    """Return the rules and tiers meant; an unknown one ends the command."""
    tier_names = all_tiers()
    rule_ids = [card.id for card in rule_cards()] if rules else []
    return Selection(
        rules=frozenset(_rule(typed, rule_ids) for typed in rules),
        tiers=frozenset(_tier(typed, tier_names) for typed in tiers),
    )


def read_scope(paths: Sequence[Path], folder: Path) -> Scope:
    """Return the files and folders meant; one outside the dataset ends the command."""
    try:
        return Scope(paths, folder)
    except OutsideError as error:
        raise WrongUseError(
            _(
                "{path} is no part of the dataset in {folder}",
                path=visible(str(error.path)),
                folder=folder,
            ),
            _("Name a file or a folder in it, or another dataset with plan --data DIR."),
        ) from error


def _rule(typed: str, known: Sequence[str]) -> str:
    if typed in known:
        return typed
    close = suggest_rules(typed)
    hint = (
        _("Did you mean {names}?", names=listed(close))
        if close
        else _("plan rules lists them all.")
    )
    raise WrongUseError(_("there is no rule {id}", id=f"“{visible(typed)}”"), hint)


def _tier(typed: str, known: Sequence[str]) -> str:
    if typed in known:
        return typed
    close = closest(typed, tuple(known))
    hint = (
        _("Did you mean {names}?", names=listed(close))
        if close
        else _("Tiers: {names}.", names=listed(known))
    )
    raise WrongUseError(_("there is no tier “{name}”", name=visible(typed)), hint)
