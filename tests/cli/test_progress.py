"""The line that says what takes so long."""

import io
from contextlib import suppress
from threading import Event

from plan_cli.cli.console import progress


class Terminal(io.StringIO):
    """A terminal that tells when it is written to."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        self.written.set()
        return count


def test_what_is_quick_shows_nothing() -> None:
    terminal = Terminal()
    with progress(terminal, patience=60) as tell:
        tell("Reading …")
    assert terminal.getvalue() == ""


def test_what_takes_long_is_told_and_wiped_away() -> None:
    terminal = Terminal()
    with progress(terminal, patience=0) as tell:
        tell("读取 …")
        assert terminal.written.wait(10)
        tell("Go")
    assert terminal.getvalue().startswith("\r")
    assert "\rGo" in terminal.getvalue()
    assert terminal.getvalue().endswith("\rGo    \r  \r") or terminal.getvalue().endswith("\r  \r")


def test_a_pipe_gets_nothing() -> None:
    pipe = io.StringIO()
    with progress(pipe, patience=0) as tell:
        tell("Reading …")
    assert pipe.getvalue() == ""


def test_it_is_gone_when_the_work_fails() -> None:
    terminal = Terminal()
    with suppress(RuntimeError), progress(terminal, patience=0) as tell:
        tell("Reading …")
        assert terminal.written.wait(10)
        _fail()
    assert terminal.getvalue().endswith("\r")


def _fail() -> None:
    raise RuntimeError
