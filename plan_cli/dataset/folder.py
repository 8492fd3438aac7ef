"""The folder of a dataset: where it is, which files it has, and their checksums."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

from plan_cli.i18n import _

_PACKAGE: Final = Path(__file__).resolve().parents[1]

FileKey = Literal["plan", "departments", "indicators", "tasks", "assignments"]
FILES: Final[dict[FileKey, str]] = {
    "plan": "plan.yaml",
    "departments": "departments.yaml",
    "indicators": "indicators.yaml",
    "tasks": "tasks.yaml",
    "assignments": "assignments.yaml",
}
OPTIONAL: Final[frozenset[FileKey]] = frozenset({"assignments"})
"""Files that a dataset may do without; it is then as if they held nothing."""

PROGRESS: Final = "progress"
ANNUAL: Final = "annual"
SUFFIX: Final = ".yaml"


def present(folder: Path) -> Iterator[FileKey]:
    """Yield the files to read: all but optional ones that do not exist."""
    for key, name in FILES.items():
        if key not in OPTIONAL or os.path.lexists(folder / name):
            yield key


def progress_paths(folder: Path) -> list[Path]:
    try:
        names = [path.name for path in (folder / PROGRESS).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [folder / PROGRESS / name for name in sorted(names) if is_record_file(name)]


def annual_paths(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder / ANNUAL, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(names) if is_record_file(name))


def all_paths(folder: Path) -> Iterator[Path]:
    yield from (folder / FILES[key] for key in present(folder))
    yield from progress_paths(folder)
    yield from annual_paths(folder)


def is_record_file(name: str) -> bool:
    """Hidden files are another program's unfinished writes."""
    return name.endswith(SUFFIX) and not name.startswith(".")


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def checksums(folder: Path) -> dict[str, str] | None:
    """SHA-256 of every file of a dataset by path; None if one cannot be read."""
    found: dict[str, str] = {}
    for path in all_paths(folder):
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # reading from a pipe would never end
                return None
            found[path.relative_to(folder).as_posix()] = checksum(path.read_bytes())
        except OSError:
            return None
    return found


class DatasetNotFoundError(Exception):
    """A folder named as the dataset does not exist."""


def locate(option: Path | None, environ: Mapping[str, str], start: Path) -> Path:
    """Return the dataset's folder; DatasetNotFoundError if the named one does not exist.

    In this order: `option` (`--data`), PLAN_DATA, the nearest `data/plan.yaml` in `start` or
    above it, the dataset inside the package.
    """
    if option is not None:
        return _named(option, "--data")
    if environ.get("PLAN_DATA"):
        return _named(Path(environ["PLAN_DATA"]), "PLAN_DATA")
    for folder in (start, *start.parents):
        if (folder / "data" / "plan.yaml").is_file():
            return folder / "data"
    return bundled()


def bundled() -> Path:
    """The dataset inside the package; in a checkout, the checkout's own `data/`."""
    return (_PACKAGE.parent if is_checkout() else _PACKAGE) / "data"


def is_checkout() -> bool:
    return not (_PACKAGE / "data").is_dir()


def is_packaged(folder: Path) -> bool:
    """Whether a dataset is the one inside the package, which an update would replace."""
    return folder.resolve() == (_PACKAGE / "data").resolve()


def _named(folder: Path, source: str) -> Path:
    if folder.is_dir():
        return folder
    raise DatasetNotFoundError(
        _("{source} names {folder}, which is not a folder", source=source, folder=folder)
    )
