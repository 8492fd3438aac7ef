"""The lines that problems are on, read again from the files."""

from pathlib import Path

from plan_cli.dataset.raw import read_bytes
from plan_cli.problems import Problem


class Sources:
    """The lines of files; those of one file at a time are kept, as problems come by file."""

    def __init__(self) -> None:
        self._file = ""
        self._lines: list[str] = []

    def line_of(self, problem: Problem) -> str | None:
        """Return the line that a problem begins on; None where there is none to show."""
        if problem.file != self._file:
            self._file, self._lines = problem.file, _lines(problem.file)
        number = problem.span.start.line
        if number > len(self._lines):
            return None
        return self._lines[number - 1].removesuffix("\r") or None


def _lines(file: str) -> list[str]:
    """Return the lines of a file; bytes that are no UTF-8 stay as they are, as surrogates."""
    raw = read_bytes(Path(file))
    if isinstance(raw, Problem):
        return []
    return raw.decode("utf-8-sig", "surrogateescape").split("\n")
