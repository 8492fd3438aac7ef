"""What ends a command early, told so that the user can go on."""

from collections.abc import Sequence
from typing import IO, Any

import typer

from plan_cli.commands.framework import ClickException
from plan_cli.i18n import _, ngettext
from plan_cli.problems import Problem
from plan_cli.vocabulary import severity_label


class PlanError(ClickException):
    """Something the user asked for that cannot be had; ends with status 1."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Write what is wrong, and below it what to do, to standard error."""
        del file
        typer.echo(_("Error: {message}").format(message=self.message), err=True)
        if self.hint:
            typer.echo(self.hint, err=True)


class WrongUseError(PlanError):
    """A command line that does not make sense; ends with status 2."""

    exit_code = 2


class DataProblemsError(ClickException):
    """A dataset that has errors; ends with status 1."""

    exit_code = 1

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("")
        self.problems = problems

    def show(self, file: IO[Any] | None = None) -> None:
        """Write every problem, and how many there are, to standard error."""
        del file
        for problem in self.problems:
            typer.echo(problem_text(problem), err=True)
        typer.echo(count_text(self.problems), err=True)


def problem_text(problem: Problem) -> str:
    """Return a problem as people read it: place, rule, what is wrong; below it what to do."""
    start = problem.span.start
    place = f"{problem.file}:{start.line}:{start.column}"
    label = severity_label(problem.severity)
    text = f"{place}: {label} [{problem.rule}] {problem.message}"
    return f"{text}\n    {problem.hint}" if problem.hint else text


def count_text(problems: Sequence[Problem]) -> str:
    """Return how many problems there are."""
    number = len(problems)
    return ngettext("{number} problem found.", "{number} problems found.", number).format(
        number=number
    )
