"""Loads a dataset: every file read, every record checked, every problem collected."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeVar

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.directory import build_directory
from plan_cli.dataset.files import DataFile, read_yaml
from plan_cli.dataset.progress_files import ProgressFile, all_reports, read_progress
from plan_cli.dataset.schema import Model, SchemaFault, check
from plan_cli.i18n import _
from plan_cli.model import Assignment, Departments, Indicator, Plan, Task
from plan_cli.problems import Problem

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

_Item = TypeVar("_Item", Task, Indicator, Assignment)


@dataclass
class Loaded:
    """What could be read of a dataset.

    `tasks`, `indicators` and `assignments` hold the sound records by their place in the file; a
    file that could not be read is not in `files`, and `faulty` names those in which something is
    wrong.
    """

    folder: Path
    plan: Plan | None = None
    departments: Departments | None = None
    indicators: dict[int, Indicator] = field(default_factory=dict)
    tasks: dict[int, Task] = field(default_factory=dict)
    assignments: dict[int, Assignment] = field(default_factory=dict)
    files: dict[FileKey, DataFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: set[FileKey] = field(default_factory=set)
    progress: dict[str, ProgressFile] = field(default_factory=dict)

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
        )


def load(folder: Path) -> Loaded:
    """Load the dataset in `folder`; never raises for anything that a file can hold."""
    loaded = Loaded(folder)
    for key, name in FILES.items():
        if key in OPTIONAL and not os.path.lexists(folder / name):
            continue
        read = read_yaml(folder / name)
        if isinstance(read, DataFile):
            loaded.files[key] = read
        else:
            loaded.problems += read
            loaded.faulty.add(key)
    loaded.plan = _whole(loaded, "plan", Plan)
    loaded.departments = _whole(loaded, "departments", Departments)
    loaded.indicators = _records(loaded, "indicators", Indicator)
    loaded.tasks = _records(loaded, "tasks", Task)
    loaded.assignments = _records(loaded, "assignments", Assignment)
    loaded.progress, problems = read_progress(folder)
    loaded.problems += problems
    return loaded


def _whole(loaded: Loaded, key: FileKey, model: type[Model]) -> Model | None:
    file = loaded.files.get(key)
    if file is None:
        return None
    checked = check(model, file.value)
    if isinstance(checked, list):
        _note(loaded, key, checked)
        return None
    return checked


def _records(loaded: Loaded, key: FileKey, model: type[_Item]) -> dict[int, _Item]:
    file = loaded.files.get(key)
    if file is None:
        return {}
    if not isinstance(file.value, list):
        message = _("the file does not hold a list of records")
        hint = _("Begin every record with “- ” at the start of a line, or write [] for none.")
        _note(loaded, key, [SchemaFault((), "schema.wrong-value", message, hint)])
        return {}
    sound: dict[int, _Item] = {}
    for index, value in enumerate(file.value):
        checked = check(model, value, (index,))
        if isinstance(checked, list):
            _note(loaded, key, checked)
        else:
            sound[index] = checked
    return sound


def _note(loaded: Loaded, key: FileKey, faults: Iterable[SchemaFault]) -> None:
    file = loaded.files[key]
    loaded.faulty.add(key)
    for fault in faults:
        span = file.place(fault.path, key=fault.at_key)
        loaded.problems.append(
            Problem(file.shown, span, fault.code, "error", fault.message, fault.hint)
        )
