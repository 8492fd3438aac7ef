"""Hands in reports and annual goals: under a lock, checked before and after, all or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from plan_cli.dataset.load import (
    AnnualFile,
    Loaded,
    annual_key,
    annual_path,
    load,
    progress_path,
    read_goals,
    read_reports,
)
from plan_cli.dataset.models import AnnualGoal, Report
from plan_cli.files import write_all_atomically
from plan_cli.problems import Problem
from plan_cli.rules.engine import QUERY_TIERS, run
from plan_cli.submit.change import (
    GOALS_HEADER,
    REPORTS_HEADER,
    About,
    Amendment,
    BrokenDatasetError,
    BusyError,
    FileChange,
    Growth,
    Reason,
    RefusedError,
    amend,
    grow,
    read_new,
)
from plan_cli.submit.record import new_id

LOCK_NAME: Final = ".lock"
PATIENCE: Final = 120.0
"""Seconds for which other writers are waited for."""

_POLL: Final = 0.01  # often, so that many who wait get their turn


@contextmanager
def lock(place: Path) -> Iterator[None]:
    """Hold the lock of a folder.

    The lock file stays: to take it away while others wait for it would let in two of them.

    Raises:
        BusyError: another program has been writing for too long.
    """
    from filelock import FileLock, Timeout

    try:
        held = FileLock(place / LOCK_NAME, timeout=PATIENCE, mode=0o666)
        with held.acquire(poll_interval=_POLL):
            yield
    except Timeout as error:
        raise BusyError from error


def clear_away(places: Iterable[Path]) -> None:
    """Remove what writers that died have left; under the lock nobody is writing.

    The pattern is that of `write_atomically`, and not that of any editor's hidden files.
    """
    for place in places:
        for path in place.glob(".*.yaml.????????"):
            path.unlink(missing_ok=True)


Fields = Mapping[str, Any]
"""What a record says, by the keys of its model, as a file holds it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What may be handed in: the ids of the reports in their order, and the files that grow."""

    ids: tuple[str, ...]
    files: tuple[FileChange, ...]


def prepare(
    folder: Path,
    by: str,
    reports: Sequence[Fields] = (),
    goals: Mapping[int, Sequence[Fields]] | None = None,
    *,
    replace: bool = False,
) -> Prepared:
    """Return what handing in would write; nothing is written.

    Args:
        folder: the dataset's folder.
        by: canonical name of the department.
        reports: the reports, without ids, in the order in which they are handed in.
        goals: the annual goals to be set, by their year.
        replace: a goal takes the place of the one that is set already for the same target, or for
            the same item as a whole; without it that is refused.

    Raises:
        BrokenDatasetError: the dataset has errors as it is.
        RefusedError: something of it would be wrong; all reasons are told.
    """
    loaded = load(folder)
    errors = _errors(loaded)
    if errors:
        raise BrokenDatasetError(errors)
    ids = _new_ids(loaded, by, reports)
    growths: list[Growth | Amendment] = []
    for year, fields in sorted((goals or {}).items()):
        if fields:
            growths += _with_goals(loaded, by, year, fields, replace=replace)
    if reports:
        named = [{"id": one, **fields} for one, fields in zip(ids, reports, strict=True)]
        growths.append(_with_reports(loaded, by, named))
    reasons = [_reason(problem, growths) for problem in _errors(loaded)]
    if reasons:
        raise RefusedError(reasons)
    changes = {growth.change.path: growth.change for growth in growths}  # the last one has it all
    return Prepared(ids, tuple(changes.values()))


def hand_in(
    folder: Path,
    by: str,
    reports: Sequence[Fields] = (),
    goals: Mapping[int, Sequence[Fields]] | None = None,
    *,
    replace: bool = False,
) -> Prepared:
    """Hand in reports and annual goals of a department, and return what was written.

    All is written or nothing: see `prepare` for what is, and `write_all_atomically` for how.

    Raises:
        BrokenDatasetError: the dataset has errors as it is.
        RefusedError: something of it would be wrong; all reasons are told.
        BusyError: another program has been writing for too long.
        OSError: something cannot be written; the files are as they were.
    """
    place = progress_path(folder, by).parent
    place.mkdir(exist_ok=True)
    with lock(place):
        prepared = prepare(folder, by, reports, goals, replace=replace)
        places = {place, *(change.path.parent for change in prepared.files)}
        for one in places:
            one.mkdir(parents=True, exist_ok=True)
        clear_away(places)
        write_all_atomically([(change.path, change.content) for change in prepared.files])
    return prepared


def _new_ids(loaded: Loaded, by: str, reports: Sequence[Fields]) -> tuple[str, ...]:
    taken = {one.id for file in loaded.progress.values() for one in file.reports.values()}
    ids: list[str] = []
    for fields in reports:
        ids.append(new_id(by, fields, taken))
        taken.add(ids[-1])
    return tuple(ids)


def _with_reports(loaded: Loaded, by: str, reports: Sequence[Fields]) -> Growth:
    """Put reports at the end of a department's file, and that into what was loaded."""
    records = read_new(Report, reports, _of_report)
    path = progress_path(loaded.folder, by)
    before = loaded.progress.get(by)
    header = [line.format(by=by) for line in REPORTS_HEADER]
    growth = grow(path, before.file if before else None, header, records, _of_report)
    file, _problems = read_reports(by, path, growth.change.content)
    if file is not None:
        loaded.progress[by] = file
    return growth


def _with_goals(
    loaded: Loaded, by: str, year: int, goals: Sequence[Fields], *, replace: bool
) -> list[Growth | Amendment]:
    """Put goals into a department's file of a year, and that into what was loaded.

    Those that take the place of others go there, the rest to the end.
    """
    about = partial(_of_goal, year)
    records = read_new(AnnualGoal, goals, about)
    path = annual_path(loaded.folder, year, by)
    key = annual_key(loaded.folder, path)
    before = loaded.annual.get(key)
    places = _places(before) if replace and before else {}
    changed = {
        places[one.item, one.target]: (index, one)
        for index, one in enumerate(records)
        if (one.item, one.target) in places
    }
    added = [index for index, one in enumerate(records) if (one.item, one.target) not in places]
    done: list[Growth | Amendment] = []
    file = before.file if before else None
    if changed and file is not None:
        done.append(amend(path, file, changed, about))
        file = done[-1].file
    if added:
        header = [line.format(by=by, year=year) for line in GOALS_HEADER]
        new = [records[index] for index in added]
        old = done[-1].change.content if done else None
        done.append(grow(path, file, header, new, partial(_of_added, about, added), old))
    read, _problems = read_goals(key, path, done[-1].change.content)
    if read is not None:
        loaded.annual[key] = read
    return done


def _places(file: AnnualFile) -> dict[tuple[int, str | None], int]:
    """Return where in a file the goals are, by what they are about; of repeated ones the last."""
    return {(goal.item, goal.target): place for place, goal in file.goals.items()}


def _of_added(about: About, added: Sequence[int], message: str, hint: str, index: int) -> Reason:
    """Return a reason that speaks of one of those that were added, as one of all."""
    return about(message, hint, added[index])


def _of_report(message: str, hint: str, index: int) -> Reason:
    return Reason(message, hint, report=index)


def _of_goal(year: int, message: str, hint: str, index: int) -> Reason:
    return Reason(message, hint, goal=(year, index))


def _reason(problem: Problem, growths: Sequence[Growth | Amendment]) -> Reason:
    found = (growth.reason(problem) for growth in growths)
    return next(filter(None, found), Reason(problem.message, problem.hint))


def _errors(loaded: Loaded) -> list[Problem]:
    problems = loaded.problems + run(loaded, QUERY_TIERS)
    return [problem for problem in problems if problem.severity == "error"]
