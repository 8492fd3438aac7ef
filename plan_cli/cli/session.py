"""What every command works with: the options of `plan` itself, and the dataset they lead to."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from plan_cli.cli.errors import DataProblemsError, WrongUseError
from plan_cli.i18n import _

if TYPE_CHECKING:
    from plan_cli.dataset.answers import Answers
    from plan_cli.dataset.dataset import Dataset


class Session(NamedTuple):
    """The options given before the command's name."""

    data: Path | None = None
    no_cache: bool = False

    def folder(self) -> Path:
        """Return the dataset's folder; wrong use if the one named is not there."""
        from plan_cli.dataset.locate import DatasetNotFoundError, locate

        try:
            return locate(self.data, os.environ, Path.cwd())
        except DatasetNotFoundError as error:
            hint = _("Name the folder that has plan.yaml in it.")
            raise WrongUseError(str(error), hint) from error

    def answers(self) -> "Answers":
        """Return what queries are answered from; a dataset with errors ends the command."""
        if self.no_cache or os.environ.get("PLAN_NO_CACHE"):
            return self.dataset()
        from plan_cli import snapshot

        return snapshot.answers(self.folder(), os.environ, self.dataset)

    def dataset(self) -> "Dataset":
        """Return the dataset, or end the command with all that is wrong with it."""
        from plan_cli.dataset.load import load
        from plan_cli.problems import in_order
        from plan_cli.rules.engine import QUERY_TIERS, run

        loaded = load(self.folder())
        problems = loaded.problems + run(loaded, QUERY_TIERS)
        errors = [problem for problem in problems if problem.severity == "error"]
        dataset = loaded.dataset()
        if errors or dataset is None:
            raise DataProblemsError(in_order(errors))
        return dataset


def session_in(context: typer.Context) -> Session:
    """Return what the options of `plan` itself came to."""
    session: Session = context.obj
    return session
