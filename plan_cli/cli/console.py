"""The terminal, and the errors that end a command."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING, Any, Final, TextIO

import typer
from click import ClickException

from plan_cli.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_cli.problem_formats.text import Screen
    from plan_cli.problems import Problem


def can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def columns() -> int:
    """The width of the terminal; in a pipe 80, or COLUMNS."""
    found = shutil.get_terminal_size().columns
    # The old Windows console breaks a line that fills it to the last cell.
    return found - 1 if os.name == "nt" and sys.stdout.isatty() else found


def screen(stream: TextIO) -> "Screen":
    from plan_cli.problem_formats.text import Screen

    terminal = stream.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(columns(), terminal, colour)


def write_exactly(text: str) -> None:
    """Write UTF-8 to standard output, whatever its encoding and its line ends."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        binary.write(text.encode("utf-8", "surrogateescape"))


PATIENCE: Final = 1.0  # seconds until something is shown


@contextmanager
def progress(stream: TextIO, patience: float = PATIENCE) -> Iterator[Callable[[str], None]]:
    """Show the latest text on a terminal once `patience` is over, and erase it in the end."""
    if not stream.isatty():
        yield lambda _text: None
        return
    line = _Line(stream)
    timer = Timer(patience, line.show)
    timer.daemon = True  # never what keeps the program from ending
    timer.start()
    try:
        yield line.tell
    finally:
        timer.cancel()
        timer.join()
        line.clear()


class _Line:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = Lock()
        self._text = ""
        self._visible = False
        self._used = 0

    def tell(self, text: str) -> None:
        with self._lock:
            self._text = text
            if self._visible:
                self._write(text)

    def show(self) -> None:
        with self._lock:
            self._visible = True
            self._write(self._text)

    def clear(self) -> None:
        with self._lock:
            if self._used:
                self._write("")
                self._stream.write("\r")
                self._stream.flush()

    def _write(self, text: str) -> None:
        """Write over the previous text; blanks work on every console, escape sequences do not."""
        from plan_cli.text import cells

        used, self._used = self._used, cells(text)
        self._stream.write("\r" + text + " " * max(used - self._used, 0))
        self._stream.flush()


class PlanError(ClickException):
    """Ends the command with status 1: what was asked for cannot be had."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        del file
        typer.echo(_("Error: {message}", message=self.message), err=True)
        if self.hint:
            typer.echo(self.hint, err=True)


class WrongUseError(PlanError):
    """Ends the command with status 2: the command line makes no sense."""

    exit_code = 2


class DataProblemsError(ClickException):
    """Ends the command with status 1: the dataset has errors."""

    exit_code = 1

    def __init__(self, problems: "Sequence[Problem]") -> None:
        super().__init__("")
        self.problems = problems

    def show(self, file: IO[Any] | None = None) -> None:
        del file
        from plan_cli.problem_formats.result import Result
        from plan_cli.problem_formats.text import as_text

        text = as_text(Result(self.problems), screen(sys.stderr))
        typer.echo(text, err=True, nl=False)
