"""Submits reports and annual goals: under a lock, checked before and after, all or nothing."""

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import (
    AnnualFile,
    Loaded,
    ProgressFile,
    annual_key,
    annual_path,
    load,
    progress_path,
)
from plan_cli.dataset.models import AnnualGoal, Report
from plan_cli.files import write_all_atomically
from plan_cli.problems import Problem, in_order
from plan_cli.rules.engine import QUERY_TIERS, run
from plan_cli.submit.change import (
    BrokenDatasetError,
    FileChange,
    InvalidSubmissionError,
    Reason,
    change_file,
)
from plan_cli.submit.record import new_id

REPORTS_HEADER: Final = (
    "# yaml-language-server: $schema=../../schema/progress.schema.json",
    "# {by}的报送：一次一条，只增不改；更正另报一条，写明 replaces。字段说明见 ../README.md。",
)
GOALS_HEADER: Final = (
    "# yaml-language-server: $schema=../../../schema/annual.schema.json",
    "# {by}{year}年的年度目标任务。字段说明见 ../../README.md。",
)

LOCK_NAME: Final = ".lock"
PATIENCE: Final = 120.0
"""Seconds for which other writers are waited for."""

_POLL: Final = 0.01  # often, so that many who wait get their turn


class BusyError(Exception):
    """Another program has held the lock for too long."""


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; BusyError after `PATIENCE`.

    The lock file stays: removing it while others wait would let in two of them.
    """
    from filelock import FileLock, Timeout

    try:
        held = FileLock(folder / LOCK_NAME, timeout=PATIENCE, mode=0o666)
        with held.acquire(poll_interval=_POLL):
            yield
    except Timeout as error:
        raise BusyError from error


def remove_leftovers(folders: Iterable[Path]) -> None:
    """Remove temporary files of `write_atomically` that crashed writers left; needs the lock."""
    for folder in folders:
        for path in folder.glob(".*.yaml.????????"):
            path.unlink(missing_ok=True)


Fields = Mapping[str, Any]
"""What a record says, by the keys of its model, as a file holds it."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What may be submitted: ids of the reports, changed files, the dataset afterwards."""

    ids: tuple[str, ...]
    files: tuple[FileChange[Any], ...]
    loaded: Loaded


def load_valid(folder: Path) -> Loaded:
    """Load a dataset; BrokenDatasetError if it has errors."""
    loaded = load(folder)
    errors = _errors(loaded)
    if errors:
        raise BrokenDatasetError(in_order(errors))
    return loaded


def dataset_of(loaded: Loaded) -> Dataset:
    """The dataset that was loaded; BrokenDatasetError if it has errors."""
    dataset = loaded.dataset()
    if dataset is None:
        raise BrokenDatasetError(loaded.problems)
    return dataset


def prepare(
    loaded: Loaded,
    by: str,
    reports: Sequence[Fields] = (),
    goals: Mapping[int, Sequence[Fields]] | None = None,
    *,
    replace: bool = False,
) -> Submission:
    """Return what submitting would write; nothing is written, and `loaded` is not changed.

    The reports have no ids yet. With `replace`, a goal replaces the one set for the same target, or
    for the same item as a whole; otherwise that is an error.

    Raises:
        BrokenDatasetError: a file that changes cannot be read.
        InvalidSubmissionError: something in it is invalid; has all reasons.
    """
    loaded = copy.copy(loaded)
    loaded.progress, loaded.annual = dict(loaded.progress), dict(loaded.annual)
    ids = _new_ids(loaded, by, reports)
    changes: list[FileChange[Any]] = []
    for year, fields in sorted((goals or {}).items()):
        if fields:
            changes.append(_set_goals(loaded, by, year, fields, replace=replace))
    if reports:
        named = [{"id": one, **fields} for one, fields in zip(ids, reports, strict=True)]
        changes.append(_add_reports(loaded, by, named))
    reasons = [
        next(
            filter(None, (change.reason(one) for change in changes)), Reason(one.message, one.hint)
        )
        for one in _errors(loaded)
    ]
    if reasons:
        raise InvalidSubmissionError(reasons)
    return Submission(ids, tuple(changes), loaded)


def submit(
    folder: Path,
    by: str,
    reports: Sequence[Fields] = (),
    goals: Mapping[int, Sequence[Fields]] | None = None,
    *,
    replace: bool = False,
) -> Submission:
    """Submit a department's reports and annual goals; all is written or nothing (see `prepare`).

    Raises:
        BrokenDatasetError: the dataset already has errors.
        InvalidSubmissionError: something in it is invalid; has all reasons.
        BusyError: another program has held the lock for too long.
        OSError: something cannot be written; the files are unchanged.
    """
    progress = progress_path(folder, by).parent
    progress.mkdir(exist_ok=True)
    with lock(progress):
        submission = prepare(load_valid(folder), by, reports, goals, replace=replace)
        folders = {progress, *(change.path.parent for change in submission.files)}
        for one in folders:
            one.mkdir(parents=True, exist_ok=True)
        remove_leftovers(folders)
        write_all_atomically([(change.path, change.content) for change in submission.files])
    return submission


def _new_ids(loaded: Loaded, by: str, reports: Sequence[Fields]) -> tuple[str, ...]:
    taken = {one.id for file in loaded.progress.values() for one in file.reports.values()}
    ids: list[str] = []
    for fields in reports:
        ids.append(new_id(by, fields, taken))
        taken.add(ids[-1])
    return tuple(ids)


def _add_reports(loaded: Loaded, by: str, reports: Sequence[Fields]) -> FileChange[Report]:
    header = [line.format(by=by) for line in REPORTS_HEADER]
    change = change_file(Report, progress_path(loaded.folder, by), header, reports)
    loaded.progress[by] = ProgressFile(by, change.file, dict(change.records))
    return change


def _set_goals(
    loaded: Loaded, by: str, year: int, goals: Sequence[Fields], *, replace: bool
) -> FileChange[AnnualGoal]:
    header = [line.format(by=by, year=year) for line in GOALS_HEADER]
    path = annual_path(loaded.folder, year, by)
    change = change_file(AnnualGoal, path, header, goals, year, replace=replace)
    key = annual_key(loaded.folder, path)
    loaded.annual[key] = AnnualFile(str(year), by, change.file, dict(change.records))
    return change


def _errors(loaded: Loaded) -> list[Problem]:
    problems = loaded.problems + run(loaded, QUERY_TIERS)
    return [problem for problem in problems if problem.severity == "error"]
