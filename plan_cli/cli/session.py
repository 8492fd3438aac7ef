"""What every command works with: the options of `plan` itself, and the dataset they lead to."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from plan_cli.cli.errors import DataProblemsError, WrongUseError
from plan_cli.i18n import _

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.load import Loaded


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

    def dataset(self) -> "Dataset":
        """Return the dataset to be asked; one with errors ends the command."""
        if self.no_cache or os.environ.get("PLAN_NO_CACHE"):
            return self.loaded_dataset()
        from plan_cli.dataset import snapshot

        return snapshot.dataset(self.folder(), os.environ, self.loaded)

    def loaded_dataset(self) -> "Dataset":
        """Return the dataset as its files are, for what writes."""
        dataset = self.loaded().dataset()
        assert dataset is not None  # noqa: S101  (`loaded` has seen to it)
        return dataset

    def loaded(self) -> "Loaded":
        """Return what was loaded, or end the command with all that is wrong with it."""
        from plan_cli.dataset.load import load
        from plan_cli.problems import in_order
        from plan_cli.rules.engine import QUERY_TIERS, run

        loaded = load(self.folder())
        problems = loaded.problems + run(loaded, QUERY_TIERS)
        errors = [problem for problem in problems if problem.severity == "error"]
        if errors:
            raise DataProblemsError(in_order(errors))
        return loaded


def session_in(context: typer.Context) -> Session:
    """Return what the options of `plan` itself came to."""
    session: Session = context.obj
    return session
