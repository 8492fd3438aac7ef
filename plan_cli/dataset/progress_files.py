"""The files of reports, `progress/<department>.yaml`: one for each department that reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from plan_cli.dataset.files import DataFile, parse_yaml
from plan_cli.dataset.raw import read_bytes, shown_path
from plan_cli.dataset.reports import Handed
from plan_cli.dataset.schema import SchemaFault, check
from plan_cli.i18n import _
from plan_cli.model import Report
from plan_cli.problems import START, Problem

FOLDER: Final = "progress"
SUFFIX: Final = ".yaml"
_NOTHING: Final = "syntax.empty-document"


@dataclass(frozen=True)
class ProgressFile:
    """A file of reports: whose it is, the file itself, and the sound reports by their place."""

    by: str
    file: DataFile
    reports: dict[int, Report] = field(default_factory=dict)


def progress_path(folder: Path, by: str) -> Path:
    """Return where the reports of a department are kept."""
    return folder / FOLDER / f"{by}{SUFFIX}"


def read_progress(folder: Path) -> tuple[dict[str, ProgressFile], list[Problem]]:
    """Read all reports of a dataset; without the folder, or a file in it, there are none."""
    found: dict[str, ProgressFile] = {}
    problems: list[Problem] = []
    for path in _paths(folder / FOLDER):
        by = path.name.removesuffix(SUFFIX)
        raw = read_bytes(path)
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        file, faults = read_reports(by, path, raw)
        problems += faults
        if file is not None:
            found[by] = file
    return found, problems


def read_reports(by: str, path: Path, raw: bytes) -> tuple[ProgressFile | None, list[Problem]]:
    """Read the reports that the bytes of a file hold; a file of comments holds none."""
    read = parse_yaml(path, raw)
    if isinstance(read, list):
        if [problem.rule for problem in read] == [_NOTHING]:
            return ProgressFile(by, DataFile(path, shown_path(path), "", [])), []
        return None, read
    if not isinstance(read.value, list):
        message = _("the file does not hold a list of records")
        hint = _("Begin every record with “- ” at the start of a line, or write [] for none.")
        return None, [_problem(read, SchemaFault((), "schema.wrong-value", message, hint))]
    progress, problems = ProgressFile(by, read), []
    for index, value in enumerate(read.value):
        checked = check(Report, value, (index,))
        if isinstance(checked, list):
            problems += [_problem(read, fault) for fault in checked]
        else:
            progress.reports[index] = checked
    return progress, problems


def all_reports(files: Mapping[str, ProgressFile]) -> tuple[Handed, ...]:
    """Return the reports of all files, each with whose it is and its place."""
    return tuple(
        Handed(file.by, index, report)
        for file in files.values()
        for index, report in file.reports.items()
    )


def _paths(folder: Path) -> list[Path]:
    """Return the files of reports; what is hidden belongs to a program that writes just now."""
    try:
        names = [path.name for path in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [
        folder / name
        for name in sorted(names)
        if name.endswith(SUFFIX) and not name.startswith(".")
    ]


def _problem(file: DataFile, fault: SchemaFault) -> Problem:
    span = file.place(fault.path, key=fault.at_key) if file.text else START
    return Problem(file.shown, span, fault.code, "error", fault.message, fault.hint)
