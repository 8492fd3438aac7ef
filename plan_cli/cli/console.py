"""The terminal, or whatever else stands in its place: how wide, how colourful, which bytes."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from plan_cli.problem_formats.text import Screen


def can_ask() -> bool:
    """Tell whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def columns() -> int:
    """Return the width of the terminal; in a pipe 80, or what COLUMNS says."""
    found = shutil.get_terminal_size().columns
    # The old Windows console breaks a line that fills it to the last cell.
    return found - 1 if os.name == "nt" and sys.stdout.isatty() else found


def screen(stream: TextIO) -> "Screen":
    """Return what a format for problems has to know of `stream`."""
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


PATIENCE: Final = 1.0
"""Seconds for which nothing is said."""


@contextmanager
def progress(stream: TextIO, patience: float = PATIENCE) -> Iterator[Callable[[str], None]]:
    """Show on `stream` what is being told, once it has taken longer than `patience`.

    What was shown is gone when the block ends. In a pipe or a file nothing is shown.
    """
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
    """A line of a terminal that is written again and again."""

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
        """Write over what is there; blanks do it on every console, escape sequences do not."""
        from plan_cli.text import cells

        used, self._used = self._used, cells(text)
        self._stream.write("\r" + text + " " * max(used - self._used, 0))
        self._stream.flush()
