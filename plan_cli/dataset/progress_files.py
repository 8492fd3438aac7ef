"""The files of reports, `progress/<department>.yaml`: one for each department that reports."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from plan_cli.dataset.files import DataFile
from plan_cli.dataset.inventory import PROGRESS, SUFFIX, progress_paths
from plan_cli.dataset.record_files import read_files, read_records
from plan_cli.dataset.reports import Handed
from plan_cli.model import Report
from plan_cli.problems import Problem


class ProgressFile(NamedTuple):
    """A file of reports: whose it is, the file itself, and the sound reports by their place."""

    by: str
    file: DataFile
    reports: dict[int, Report]


def progress_path(folder: Path, by: str) -> Path:
    """Return where the reports of a department are kept."""
    return folder / PROGRESS / f"{by}{SUFFIX}"


def read_progress(folder: Path) -> tuple[dict[str, ProgressFile], list[Problem]]:
    """Read all reports of a dataset; without the folder, or a file in it, there are none."""
    return read_files(progress_paths(folder), _whose, read_reports)


def _whose(path: Path) -> str:
    return path.name.removesuffix(SUFFIX)


def read_reports(by: str, path: Path, raw: bytes) -> tuple[ProgressFile | None, list[Problem]]:
    """Read the reports that the bytes of a file hold; a file of comments holds none."""
    file, reports, problems = read_records(Report, path, raw)
    return ProgressFile(by, file, reports) if file else None, problems


def all_reports(files: Mapping[str, ProgressFile]) -> tuple[Handed, ...]:
    """Return the reports of all files, each with whose it is and its place."""
    return tuple(
        Handed(file.by, index, report)
        for file in files.values()
        for index, report in file.reports.items()
    )
