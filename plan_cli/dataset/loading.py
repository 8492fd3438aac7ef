"""Loads a dataset: every file read, every record checked, every problem collected."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from plan_cli.dataset.annual_files import AnnualFile, all_goals, read_annual
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.directory import build_directory
from plan_cli.dataset.files import DataFile, read_yaml
from plan_cli.dataset.inventory import FILES, FileKey, present
from plan_cli.dataset.progress_files import ProgressFile, all_reports, read_progress
from plan_cli.dataset.schema import Model, SchemaFault, check
from plan_cli.i18n import _
from plan_cli.model import Assignment, Departments, Indicator, Plan, Task
from plan_cli.problems import Problem
from plan_cli.strict_yaml import Path as ValuePath
from plan_cli.strict_yaml import Value

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
    found = _checked(loaded, key, model, file.value, ())
    file.let_go()
    return found


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
    values = file.value
    file.let_go()
    found: dict[int, _Item] = {}
    for index, value in enumerate(values):
        record = _checked(loaded, key, model, value, (index,))
        if record is not None:
            found[index] = record
        values[index] = None  # what a record has been made of is let go of at once
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
    from plan_cli.dataset.salvage import salvage

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
