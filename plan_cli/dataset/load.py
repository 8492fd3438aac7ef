"""Loads a dataset: every file read, every record checked, every problem collected."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.files import (
    ANNUAL,
    FILES,
    PROGRESS,
    SUFFIX,
    DataFile,
    FileKey,
    annual_paths,
    parse_yaml,
    present,
    progress_paths,
    read_bytes,
    read_yaml,
    shown_path,
)
from plan_cli.dataset.models import AnnualGoal, Assignment, Departments, Indicator, Report, Task
from plan_cli.dataset.names import Directory, Group, Listed
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.rows import Handed, SetGoal
from plan_cli.dataset.schema import Model, SchemaFault, check
from plan_cli.dataset.yaml import START, Value
from plan_cli.dataset.yaml import Path as ValuePath
from plan_cli.i18n import _
from plan_cli.problems import Problem

_NOTHING: Final = "syntax.empty-document"

_File = TypeVar("_File")


def read_files(
    paths: Iterable[Path],
    key_of: Callable[[Path], str],
    read: Callable[[str, Path, bytes], tuple[_File | None, list[Problem]]],
) -> tuple[dict[str, _File], list[Problem]]:
    """Read files of records; return those that can be read by their keys, and the problems of all.

    Args:
        paths: the files.
        key_of: returns the key of a file.
        read: reads the bytes of a file with a key.
    """
    found: dict[str, _File] = {}
    problems: list[Problem] = []
    for path in paths:
        raw = read_bytes(path)
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        key = key_of(path)
        file, faults = read(key, path, raw)
        problems += faults
        if file is not None:
            found[key] = file
    return found, problems


def read_records(
    model: type[Model], path: Path, raw: bytes
) -> tuple[DataFile | None, dict[int, Model], list[Problem]]:
    """Read the records that the bytes of a file hold; a file of comments holds none.

    Returns:
        The file, None where it cannot be read; the sound records by their place; the problems.
    """
    read = parse_yaml(path, raw)
    if isinstance(read, list):
        if [problem.rule for problem in read] == [_NOTHING]:
            return DataFile(path, shown_path(path), "", []), {}, []
        return None, {}, read
    if not isinstance(read.value, list):
        message = _("the file does not hold a list of records")
        hint = _("Begin every record with “- ” at the start of a line, or write [] for none.")
        return None, {}, [_problem(read, SchemaFault((), "schema.wrong-value", message, hint))]
    records: dict[int, Model] = {}
    problems: list[Problem] = []
    for index, value in enumerate(read.value):
        checked = check(model, value, (index,))
        if isinstance(checked, list):
            problems += [_problem(read, fault) for fault in checked]
        else:
            records[index] = checked
    return read, records, problems


def _problem(file: DataFile, fault: SchemaFault) -> Problem:
    span = file.place(fault.path, key=fault.at_key) if file.text else START
    return Problem(file.shown, span, fault.code, "error", fault.message, fault.hint)


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


def build_directory(departments: "Departments") -> Directory:
    """Index the departments and groups of the file."""
    return Directory(
        departments=tuple(
            Listed(
                name=record.name,
                category=record.category,
                aliases=record.aliases,
                plates=record.plates,
                full_name=record.full_name,
                full_name_basis=record.full_name_basis,
                valid_until=record.valid_until,
                successors=record.successors,
            )
            for record in departments.departments
        ),
        groups=tuple(
            Group(record.name, record.indefinite, record.members, record.may_include)
            for record in departments.groups
        ),
        prefixes=departments.prefixes,
        shared_aliases={shared.alias: shared.departments for shared in departments.shared_aliases},
    )


_Item = TypeVar("_Item", Task, Indicator, Assignment)


@dataclass
class Loaded:
    """What could be read of a dataset.

    `tasks`, `indicators` and `assignments` hold the records by their place in the file. A record
    with faults is mended where that can be done, so that the rest can be checked against it, and
    `mended` says where. A file that could not be read is not in `files`; `unusable` names those
    of which there is nothing as a whole.
    """

    folder: Path
    plan: Plan | None = None
    departments: Departments | None = None
    indicators: dict[int, Indicator] = field(default_factory=dict)
    tasks: dict[int, Task] = field(default_factory=dict)
    assignments: dict[int, Assignment] = field(default_factory=dict)
    files: dict[FileKey, DataFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unusable: set[FileKey] = field(default_factory=set)
    mended: set[tuple[FileKey, ValuePath]] = field(default_factory=set)
    progress: dict[str, ProgressFile] = field(default_factory=dict)
    annual: dict[str, AnnualFile] = field(default_factory=dict)

    def dataset(self) -> Dataset | None:
        """Return the dataset if nothing is wrong with it."""
        if self.problems or self.plan is None or self.departments is None:
            return None
        return Dataset(
            folder=self.folder,
            plan=self.plan,
            directory=build_directory(self.departments),
            tasks=tuple(self.tasks.values()),
            indicators=tuple(self.indicators.values()),
            assignments=tuple(self.assignments.values()),
            reports=all_reports(self.progress),
            annual=all_goals(self.annual),
        )


def load(folder: Path) -> Loaded:
    """Load the dataset in `folder`; never raises for anything that a file can hold."""
    loaded = Loaded(folder)
    loaded.plan = _whole(loaded, "plan", Plan)
    loaded.departments = _whole(loaded, "departments", Departments)
    loaded.indicators = _records(loaded, "indicators", Indicator)
    loaded.tasks = _records(loaded, "tasks", Task)
    if "assignments" in present(folder):
        loaded.assignments = _records(loaded, "assignments", Assignment)
    loaded.progress, problems = read_progress(folder)
    loaded.problems += problems
    loaded.annual, problems = read_annual(folder)
    loaded.problems += problems
    return loaded


def _read(loaded: Loaded, key: FileKey) -> DataFile | None:
    """Return a file, or note all that keeps it from being read."""
    read = read_yaml(loaded.folder / FILES[key])
    if isinstance(read, DataFile):
        loaded.files[key] = read
        return read
    loaded.problems += read
    loaded.unusable.add(key)
    return None


def _whole(loaded: Loaded, key: FileKey, model: type[Model]) -> Model | None:
    file = _read(loaded, key)
    if file is None:
        return None
    return _checked(loaded, key, model, file.value, ())


def _records(loaded: Loaded, key: FileKey, model: type[_Item]) -> dict[int, _Item]:
    file = _read(loaded, key)
    if file is None:
        return {}
    if not isinstance(file.value, list):
        message = _("the file does not hold a list of records")
        hint = _("Begin every record with “- ” at the start of a line, or write [] for none.")
        _note(loaded, key, SchemaFault((), "schema.wrong-value", message, hint))
        loaded.unusable.add(key)
        return {}
    found: dict[int, _Item] = {}
    for index, value in enumerate(file.value):
        record = _checked(loaded, key, model, value, (index,))
        if record is not None:
            found[index] = record
    return found


def _checked(
    loaded: Loaded, key: FileKey, model: type[Model], value: Value, path: ValuePath
) -> Model | None:
    """Return the value as a record, mended if it has faults; None if nothing can be made of it."""
    checked = check(model, value)
    if not isinstance(checked, list):
        return checked
    for fault in checked:
        _note(loaded, key, fault._replace(path=path + fault.path))
        loaded.mended.add((key, path or _part(fault.subject)))
    from plan_cli.dataset.schema import salvage

    mended = salvage(model, value, checked)
    if mended is None and not path:
        loaded.unusable.add(key)
    return mended


def _part(subject: ValuePath) -> ValuePath:
    """Return the part of a file that is one thing: an entry of a list, or a key with all below."""
    return subject[:2] if len(subject) > 1 and isinstance(subject[1], int) else subject[:1]


def _note(loaded: Loaded, key: FileKey, fault: SchemaFault) -> None:
    file = loaded.files[key]
    span = file.place(fault.path, key=fault.at_key)
    loaded.problems.append(
        Problem(file.shown, span, fault.code, "error", fault.message, fault.hint)
    )
