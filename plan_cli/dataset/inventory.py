"""Which files a dataset is read from."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

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
    """Yield the files that have to be read: all but optional ones that are not there."""
    for key, name in FILES.items():
        if key not in OPTIONAL or os.path.lexists(folder / name):
            yield key


def progress_paths(folder: Path) -> list[Path]:
    """Return the files of reports, in the order of their names."""
    try:
        names = [path.name for path in (folder / PROGRESS).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [folder / PROGRESS / name for name in sorted(names) if is_record_file(name)]


def annual_paths(folder: Path) -> Iterator[Path]:
    """Yield the files of annual goals, in the order of their names."""
    for place, folders, names in os.walk(folder / ANNUAL, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(names) if is_record_file(name))


def all_paths(folder: Path) -> Iterator[Path]:
    """Yield every file that a dataset is read from."""
    yield from (folder / FILES[key] for key in present(folder))
    yield from progress_paths(folder)
    yield from annual_paths(folder)


def is_record_file(name: str) -> bool:
    """Tell whether a name is that of such a file; what is hidden is a program's that writes now."""
    return name.endswith(SUFFIX) and not name.startswith(".")
