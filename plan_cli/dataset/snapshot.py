"""A snapshot of the dataset as one JSON file in the user's cache; needs no Pydantic or YAML.

It is valid only for the same files and the same program; an invalid one is made again.
"""

import json
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from plan_cli import __version__
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.folder import checksum, checksums

if TYPE_CHECKING:
    from plan_cli.dataset.load import Loaded

_NAME: Final = "govplan"
_PACKAGE: Final = Path(__file__).resolve().parents[1]
_LARGEST: Final = 256 * 1024 * 1024
_EXACT: Final = "decimal"  # the only key of what stands for a figure with decimals


def dataset(folder: Path, environ: Mapping[str, str], load: Callable[[], "Loaded"]) -> Dataset:
    """Return a dataset from its snapshot, or load it and keep one; `load` raises problems."""
    cache = cache_folder(environ)
    path = snapshot_path(cache, folder) if cache else None
    found = _read(path, folder) if path else None
    if found is not None:
        return found
    loaded = load()
    content = loaded.content()
    assert content is not None  # noqa: S101  (`load` has seen to it)
    if path is not None:
        with suppress(OSError):
            _write(path, {"program": program(), "files": loaded.checksums, "content": content})
    return Dataset.of(folder, content)


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder for snapshots, which may not exist; None for a user without a home."""
    if environ.get("PLAN_CACHE"):
        return Path(environ["PLAN_CACHE"]).absolute()
    if sys.platform == "win32":
        named, below = environ.get("LOCALAPPDATA", ""), ("AppData", "Local")
    elif sys.platform == "darwin":
        named, below = "", ("Library", "Caches")
    else:
        named, below = environ.get("XDG_CACHE_HOME", ""), (".cache",)
        named = named if Path(named).is_absolute() else ""  # the standard has others ignored
    if named:
        return Path(named) / _NAME
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home.joinpath(*below, _NAME) if home.is_dir() else None  # a home is never made


def snapshot_path(cache: Path, folder: Path) -> Path:
    """One file per dataset, so that the folder stays small."""
    name = sha256(os.fsencode(folder.resolve())).hexdigest()
    return cache / f"{name[:32]}.json"


def program() -> str:
    """What identifies this program: its version, and its files as they are now."""
    seen = sha256(__version__.encode())
    for place, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", "data"))
        for name in sorted(names):
            if name.endswith(".py"):
                path = f"{place}/{name}"
                status = os.stat(path)  # noqa: PTH116  (three times as fast, for every query)
                seen.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _decimal(value: object) -> dict[str, str]:
    if not isinstance(value, Decimal):
        raise TypeError(type(value).__name__)
    return {_EXACT: str(value)}


def _number(record: dict[str, Any]) -> Any:
    return Decimal(record[_EXACT]) if record.keys() == {_EXACT} else record


def _read(path: Path, folder: Path) -> Dataset | None:
    try:
        head, _line, body = _bytes(path).partition(b"\n")
        if head.decode() != checksum(body):
            return None
        whole = json.loads(body.decode("utf-8", "surrogatepass"), object_hook=_number)
        if whole["program"] != program() or whole["files"] != checksums(folder):
            return None
        return Dataset.of(folder, whole["content"])
    except Exception:  # noqa: BLE001  (whatever is wrong with it, it is as if it were not there)
        return None


def _bytes(path: Path) -> bytes:
    """Read a file that only this user can have written; OSError otherwise."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        ours = stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST
        if hasattr(os, "getuid"):
            ours = ours and status.st_uid == os.getuid() and not status.st_mode & 0o022
        if not ours:
            raise PermissionError(path)
        return file.read()


def _write(path: Path, whole: Mapping[str, Any]) -> None:
    """Write a checksum and JSON, whole or not at all; it can be made again, so no fsync."""
    import tempfile  # what is answered from a snapshot does not need it

    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), default=_decimal)
    body = text.encode("utf-8", "surrogatepass")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(checksum(body).encode() + b"\n" + body)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
