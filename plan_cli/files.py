"""Writing files so that nothing is ever lost."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` into the file at `path`; at every moment it is the old file or the new one.

    Raises:
        OSError: the file cannot be written; what was there before is there still.
    """
    target = path.resolve()  # through a link: the link stays
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
        _keep_name(target.parent)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _keep_name(folder: Path) -> None:
    """Have the folder itself written, so that the new name outlives a power failure.

    Windows cannot open a folder, and some network drives cannot do it either.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
