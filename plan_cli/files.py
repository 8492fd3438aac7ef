"""Files written whole or not at all, and why one cannot be read or written."""

import errno
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from plan_cli.i18n import N_, _


def write_atomically(path: Path, content: bytes) -> None:
    """At every moment `path` holds the old content or the new; OSError leaves the old."""
    write_all_atomically([(path, content)])


def write_all_atomically(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Replace several files, in order: all of them, or on OSError none.

    Only a kill or a power failure in between leaves the first of them new and the others old.
    """
    staged: list[tuple[Path, Path]] = []
    replaced: list[tuple[Path, bytes | None]] = []
    try:
        for path, content in contents:
            target = path.resolve()  # through a link: the link stays
            _stage(target, content, staged)
        for temporary, target in staged:
            before = target.read_bytes() if len(staged) > 1 and target.exists() else None
            temporary.replace(target)
            replaced.append((target, before))
            _keep_name(target.parent)
    except BaseException:
        for temporary, _target in staged:
            temporary.unlink(missing_ok=True)
        if len(replaced) < len(contents):
            _put_back(replaced)
        raise


def _stage(target: Path, content: bytes, staged: list[tuple[Path, Path]]) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    staged.append((Path(name), target))
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(_mode(target))


def _put_back(replaced: Sequence[tuple[Path, bytes | None]]) -> None:
    for target, before in reversed(replaced):
        if before is None:
            target.unlink(missing_ok=True)
        else:
            write_atomically(target, before)


def _keep_name(folder: Path) -> None:
    """Sync the folder, so that the new name outlives a power failure."""
    if os.name == "nt":  # Windows cannot open a folder
        return
    with suppress(OSError):  # nor can some network drives
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


_REASONS: Final = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("permission denied"),
    errno.EPERM: N_("permission denied"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is not a folder"),
    errno.EEXIST: N_("it already exists"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENAMETOOLONG: N_("its name is too long"),
}


def reason_of(error: OSError) -> str:
    """Why it failed: translated where it is one of the common reasons."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)
