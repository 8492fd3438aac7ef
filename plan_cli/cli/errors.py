"""What ends a command early, told so that the user can go on."""

import sys
from typing import IO, TYPE_CHECKING, Any

import typer
from click import ClickException

from plan_cli.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_cli.problems import Problem


class PlanError(ClickException):
    """Something the user asked for that cannot be had; ends with status 1."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Write what is wrong, and below it what to do, to standard error."""
        del file
        typer.echo(_("Error: {message}", message=self.message), err=True)
        if self.hint:
            typer.echo(self.hint, err=True)


class WrongUseError(PlanError):
    """A command line that does not make sense; ends with status 2."""

    exit_code = 2


class DataProblemsError(ClickException):
    """A dataset that has errors; ends with status 1."""

    exit_code = 1

    def __init__(self, problems: "Sequence[Problem]") -> None:
        super().__init__("")
        self.problems = problems

    def show(self, file: IO[Any] | None = None) -> None:
        """Write every problem, and how many there are, to standard error."""
        del file
        from plan_cli.cli.console import screen
        from plan_cli.problem_formats.result import Result
        from plan_cli.problem_formats.text import as_text

        text = as_text(Result(self.problems), screen(sys.stderr))
        typer.echo(text, err=True, nl=False)
