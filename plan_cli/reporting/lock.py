"""One program writes at a time, on this machine and on a shared drive."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from plan_cli.reporting.errors import BusyError

LOCK_NAME: Final = ".lock"
PATIENCE: Final = 120.0
"""Seconds for which other writers are waited for."""

_POLL: Final = 0.01  # often, so that many who wait get their turn


@contextmanager
def lock(place: Path) -> Iterator[None]:
    """Hold the lock of a folder.

    The lock file stays: to take it away while others wait for it would let in two of them.

    Raises:
        BusyError: another program has been writing for too long.
    """
    from filelock import FileLock, Timeout

    try:
        held = FileLock(place / LOCK_NAME, timeout=PATIENCE, mode=0o666)
        with held.acquire(poll_interval=_POLL):
            yield
    except Timeout as error:
        raise BusyError from error


def clear_away(places: Iterable[Path]) -> None:
    """Remove what writers that died have left; under the lock nobody is writing.

    The pattern is that of `write_atomically`, and not that of any editor's hidden files.
    """
    for place in places:
        for path in place.glob(".*.yaml.????????"):
            path.unlink(missing_ok=True)
