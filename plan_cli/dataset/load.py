"""Loads a dataset: every file read, every record checked, every problem collected."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from plan_cli.dataset import models
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.files import DataFile, parse_yaml, read_bytes, shown_path
from plan_cli.dataset.folder import (
    ANNUAL,
    FILES,
    PROGRESS,
    SUFFIX,
    FileKey,
    annual_paths,
    checksum,
    present,
    progress_paths,
)
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.rows import AssigneesRow, GoalRow, IndicatorRow, ReportRow, TaskRow
from plan_cli.dataset.schema import Model, SchemaFault, check, salvage
from plan_cli.dataset.yaml import START, Value
from plan_cli.dataset.yaml import Path as ValuePath
from plan_cli.i18n import _
from plan_cli.problems import Problem


def read_records(
    model: type[Model], path: Path, raw: bytes
) -> tuple[DataFile | None, dict[int, Model], list[Problem]]:
    """Read the records in a file's bytes; a file of comments holds none.

    Returns the file (None if it cannot be read), the valid records by index, the problems.
    """
    read = parse_yaml(path, raw)
    if isinstance(read, list):
        if [problem.rule for problem in read] == ["syntax.empty-document"]:
            return DataFile(path, shown_path(path), "", []), {}, []
        return None, {}, read
    if not isinstance(read.value, list):
        return None, {}, [_problem(read, _no_list())]
    records: dict[int, Model] = {}
    problems: list[Problem] = []
    for index, value in enumerate(read.value):
        checked = check(model, value, (index,))
        if isinstance(checked, list):
            problems += [_problem(read, fault) for fault in checked]
        else:
            records[index] = checked
    return read, records, problems


def _no_list() -> SchemaFault:
    message = _("the file does not hold a list of records")
    hint = _("Begin every record with “- ” at the start of a line, or write [] for none.")
    return SchemaFault((), "schema.wrong-value", message, hint)


def _problem(file: DataFile, fault: SchemaFault) -> Problem:
    span = file.place(fault.path, key=fault.at_key) if file.text else START
    return Problem(file.shown, span, fault.code, "error", fault.message, fault.hint)


class ProgressFile(NamedTuple):
    """A file of reports; `reports` holds the valid ones by index."""

    by: str
    file: DataFile
    reports: dict[int, models.Report]


def progress_path(folder: Path, by: str) -> Path:
    return folder / PROGRESS / f"{by}{SUFFIX}"


_YEAR: Final = re.compile(r"[0-9]{4}")


class AnnualFile(NamedTuple):
    """A file of annual goals; `goals` holds the valid ones by index.

    `folder` is the path of its folder below `annual/`; goals in a folder that is no year count for
    nothing.
    """

    folder: str
    by: str
    file: DataFile
    goals: dict[int, models.AnnualGoal]

    @property
    def year(self) -> int | None:
        return int(self.folder) if _YEAR.fullmatch(self.folder) else None


def annual_path(folder: Path, year: int, by: str) -> Path:
    return folder / ANNUAL / str(year) / f"{by}{SUFFIX}"


def annual_key(folder: Path, path: Path) -> str:
    """The key of a file of goals: `2023/市工信局`."""
    return path.relative_to(folder / ANNUAL).as_posix().removesuffix(SUFFIX)


_Item = TypeVar("_Item", models.Task, models.Indicator, models.Assignment)


@dataclass
class Loaded:
    """What could be read of a dataset.

    `tasks`, `indicators` and `assignments` hold the records by index. Faulty records are mended if
    possible, so that the rest can be checked against them; `mended` says where. `files` has those
    that could be read, `unusable` those of which nothing can be used.
    """

    folder: Path
    plan: Plan | None = None
    departments: models.Departments | None = None
    indicators: dict[int, models.Indicator] = field(default_factory=dict)
    tasks: dict[int, models.Task] = field(default_factory=dict)
    assignments: dict[int, models.Assignment] = field(default_factory=dict)
    files: dict[FileKey, DataFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unusable: set[FileKey] = field(default_factory=set)
    mended: set[tuple[FileKey, ValuePath]] = field(default_factory=set)
    progress: dict[str, ProgressFile] = field(default_factory=dict)
    annual: dict[str, AnnualFile] = field(default_factory=dict)
    checksums: dict[str, str] = field(default_factory=dict)

    def dataset(self) -> Dataset | None:
        """The dataset, or None if it has problems."""
        content = self.content()
        return None if content is None else Dataset.of(self.folder, content)

    def content(self) -> dict[str, Any] | None:
        """The values of all files as JSON has them, or None if there are problems."""
        if self.problems or self.plan is None or self.departments is None:
            return None
        reports = [
            row(ReportRow, one, by=file.by)
            for file in self.progress.values()
            for one in file.reports.values()
        ]
        goals = [
            row(GoalRow, one, year=file.year, by=file.by)
            for file in self.annual.values()
            if file.year is not None
            for one in file.goals.values()
        ]
        return {
            "plan": plain(self.plan.model_dump()),
            "departments": plain(self.departments.model_dump()),
            "tasks": [row(TaskRow, one) for one in self.tasks.values()],
            "indicators": [row(IndicatorRow, one) for one in self.indicators.values()],
            "assignments": [row(AssigneesRow, one) for one in self.assignments.values()],
            "reports": sorted(reports, key=lambda one: (one["date"], one["by"])),
            "goals": sorted(goals, key=lambda one: (one["year"], one["by"])),
        }


def row(kind: type[Any], record: models.Record, **more: object) -> Any:
    """Return a record as a row with the keys of `kind`, in their order."""
    values = {**record.model_dump(), **more}
    return {key: plain(values[key]) for key in kind.__annotations__ if key in values}


def plain(value: Any) -> Any:
    """Convert a model's value to JSON types: lists for tuples, days as YYYY-MM-DD."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def load(folder: Path) -> Loaded:
    """Load the dataset in `folder`; problems are collected, never raised."""
    loaded = Loaded(folder)
    loaded.plan = _whole(loaded, "plan", Plan)
    loaded.departments = _whole(loaded, "departments", models.Departments)
    loaded.indicators = _records(loaded, "indicators", models.Indicator)
    loaded.tasks = _records(loaded, "tasks", models.Task)
    if "assignments" in present(folder):
        loaded.assignments = _records(loaded, "assignments", models.Assignment)
    for path in progress_paths(folder):
        if reports := _in_folder(loaded, models.Report, path):
            by = path.name.removesuffix(SUFFIX)
            loaded.progress[by] = ProgressFile(by, *reports)
    for path in annual_paths(folder):
        if goals := _in_folder(loaded, models.AnnualGoal, path):
            year, _slash, by = (key := annual_key(folder, path)).rpartition("/")
            loaded.annual[key] = AnnualFile(year, by, *goals)
    return loaded


def _bytes(loaded: Loaded, path: Path) -> bytes | None:
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        loaded.problems.append(raw)
        return None
    loaded.checksums[path.relative_to(loaded.folder).as_posix()] = checksum(raw)
    return raw


def _in_folder(
    loaded: Loaded, model: type[Model], path: Path
) -> tuple[DataFile, dict[int, Model]] | None:
    raw = _bytes(loaded, path)
    if raw is None:
        return None
    file, records, problems = read_records(model, path, raw)
    loaded.problems += problems
    return (file, records) if file else None


def _read(loaded: Loaded, key: FileKey) -> DataFile | None:
    path = loaded.folder / FILES[key]
    raw = _bytes(loaded, path)
    if raw is not None:
        read = parse_yaml(path, raw)
        if isinstance(read, DataFile):
            loaded.files[key] = read
            return read
        loaded.problems += read
    loaded.unusable.add(key)
    return None


def _whole(loaded: Loaded, key: FileKey, model: type[Model]) -> Model | None:
    file = _read(loaded, key)
    return _checked(loaded, key, model, file.value, ()) if file else None


def _records(loaded: Loaded, key: FileKey, model: type[_Item]) -> dict[int, _Item]:
    file = _read(loaded, key)
    if file is None:
        return {}
    if not isinstance(file.value, list):
        loaded.problems.append(_problem(file, _no_list()))
        loaded.unusable.add(key)
        return {}
    values = enumerate(file.value)
    found = ((at, _checked(loaded, key, model, value, (at,))) for at, value in values)
    return {at: record for at, record in found if record is not None}


def _checked(
    loaded: Loaded, key: FileKey, model: type[Model], value: Value, path: ValuePath
) -> Model | None:
    """Return the value as a record, mended if faulty; None if that is not possible."""
    checked = check(model, value)
    if not isinstance(checked, list):
        return checked
    for fault in checked:
        placed = fault._replace(path=path + fault.path)
        loaded.problems.append(_problem(loaded.files[key], placed))
        loaded.mended.add((key, path or _part(fault.subject)))
    mended = salvage(model, value, checked)
    if mended is None and not path:
        loaded.unusable.add(key)
    return mended


def _part(subject: ValuePath) -> ValuePath:
    """The entry of a list, or the top-level key, that `subject` lies in."""
    return subject[:2] if len(subject) > 1 and isinstance(subject[1], int) else subject[:1]
