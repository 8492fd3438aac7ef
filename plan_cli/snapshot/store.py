"""Finds the snapshot of a dataset, or loads the dataset and makes one."""

import os
import stat
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

from plan_cli.dataset.answers import Answers
from plan_cli.snapshot.kept import Kept, packed
from plan_cli.snapshot.layout import unpack
from plan_cli.snapshot.place import cache_folder, snapshot_path
from plan_cli.snapshot.sources import checksums, program

_LARGEST: Final = 256 * 1024 * 1024
_ABANDONED: Final = 60
"""Seconds after which nobody can be writing a snapshot any more."""


def answers(folder: Path, environ: Mapping[str, str], load: Callable[[], Answers]) -> Answers:
    """Return what queries need to know of a dataset.

    Args:
        folder: the dataset's folder.
        environ: the environment, which says where snapshots lie.
        load: loads and checks the dataset; what is wrong with it is raised there.
    """
    cache = cache_folder(environ)
    sources = checksums(folder) if cache else None
    if cache is None or sources is None:
        return load()
    path = snapshot_path(cache, folder)

    def load_and_keep() -> Answers:
        dataset = load()
        if checksums(folder) == sources:  # nobody has written meanwhile
            with suppress(OSError):
                _write(path, packed(dataset, program(), sources))
        return dataset

    content = _read(path)
    found = unpack(content, program(), sources) if content else None
    return Kept(folder, found, load_and_keep) if found else load_and_keep()


def _read(path: Path) -> mmap | None:
    """Return the bytes of a snapshot that is this user's own; None without one.

    They are mapped, not read: of a large one, a query needs little.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError):
        return None
    try:
        if not _is_ours(os.fstat(descriptor)):
            return None
        return mmap(descriptor, 0, access=ACCESS_READ)
    except (OSError, ValueError):  # nothing is in it
        return None
    finally:
        os.close(descriptor)


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether a file is one that only this user can have written, and of a sane size."""
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        return False
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _write(path: Path, content: bytes) -> None:
    """Put a snapshot in its place, whole or not at all; readers see the old one or the new one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    with suppress(FileNotFoundError):
        if time.time() - new.stat().st_mtime > _ABANDONED:
            new.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(new, flags, 0o600)  # where another writes just now, it does
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
