"""What a snapshot came from: the bytes of every file, and the program that read them."""

import stat
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

from plan_cli import __version__
from plan_cli.dataset.files import all_paths
from plan_cli.dataset.locate import is_checkout

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file beyond which it is no file of a dataset."""


def checksums(folder: Path) -> dict[str, str] | None:
    """Return the SHA-256 of every file of a dataset by its path; None where one cannot be read.

    An optional file that is not there has none; once it is there, it does.
    """
    found: dict[str, str] = {}
    for path in all_paths(folder):
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
                return None
            with path.open("rb", buffering=0) as file:
                digest = file_digest(file, "sha256").hexdigest()
        except OSError:
            return None
        found[path.relative_to(folder).as_posix()] = digest
    return found


@cache
def program() -> str:
    """Return what tells this program from others that would make another snapshot.

    In a checkout the code changes and its version does not; its files then have a part in it.
    """
    return f"{__version__} {_code()}" if is_checkout() else __version__


def _code() -> str:
    seen = sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        status = path.stat()
        seen.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()
