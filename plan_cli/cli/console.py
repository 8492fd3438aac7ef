"""The terminal, or whatever else stands in its place: how wide, how colourful, which bytes."""

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from plan_cli.problem_formats import Screen


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
    from plan_cli.problem_formats import Screen

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
