"""The files of annual goals, `annual/<year>/<department>.yaml`: one a department and year."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from plan_cli.dataset.annual import SetGoal
from plan_cli.dataset.files import DataFile
from plan_cli.dataset.inventory import ANNUAL, SUFFIX, annual_paths
from plan_cli.dataset.record_files import read_files, read_records
from plan_cli.model import AnnualGoal
from plan_cli.problems import Problem

_YEAR: Final = re.compile(r"[0-9]{4}")


class AnnualFile(NamedTuple):
    """A file of annual goals: where it lies, the file itself, and the sound goals by their place.

    `folder` is the path of its folder below `annual/`, as it is; `year` is None where that is no
    year, and such goals count for nothing.
    """

    folder: str
    by: str
    file: DataFile
    goals: dict[int, AnnualGoal]

    @property
    def year(self) -> int | None:
        """The year that the goals are for."""
        return int(self.folder) if _YEAR.fullmatch(self.folder) else None


def annual_path(folder: Path, year: int, by: str) -> Path:
    """Return where the goals of a department for a year are kept."""
    return folder / ANNUAL / str(year) / f"{by}{SUFFIX}"


def annual_key(folder: Path, path: Path) -> str:
    """Return the key of a file of goals among those of its dataset: `2023/市工信局`."""
    return path.relative_to(folder / ANNUAL).as_posix().removesuffix(SUFFIX)


def read_annual(folder: Path) -> tuple[dict[str, AnnualFile], list[Problem]]:
    """Read all annual goals of a dataset, also those that lie in no year's folder."""
    return read_files(annual_paths(folder), partial(annual_key, folder), read_goals)


def read_goals(key: str, path: Path, raw: bytes) -> tuple[AnnualFile | None, list[Problem]]:
    """Read the goals that the bytes of a file hold; a file of comments holds none."""
    file, goals, problems = read_records(AnnualGoal, path, raw)
    folder, _slash, by = key.rpartition("/")
    return AnnualFile(folder, by, file, goals) if file else None, problems


def all_goals(files: Mapping[str, AnnualFile]) -> tuple[SetGoal, ...]:
    """Return the goals of all files, by year, department and place in the file."""
    found = [
        SetGoal(file.year, file.by, index, goal)
        for file in files.values()
        if file.year is not None
        for index, goal in file.goals.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.year, one.by, one.position)))
