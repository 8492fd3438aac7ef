"""A line that says what takes so long: on a terminal only, and only when it does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Final, TextIO

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
        from plan_cli.render.fold import cells

        used, self._used = self._used, cells(text)
        self._stream.write("\r" + text + " " * max(used - self._used, 0))
        self._stream.flush()
