"""Submits what a returned workbook adds, exactly as `plan report` would: all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import Loaded
from plan_cli.i18n import _
from plan_cli.problems import Refusal
from plan_cli.submit import submit as submission
from plan_cli.submit.change import InvalidSubmissionError, Reason
from plan_cli.worklists.cells import open_workbook
from plan_cli.worklists.content import work_list
from plan_cli.worklists.entries import read_entries
from plan_cli.worklists.manifest import Manifest, manifest_of
from plan_cli.worklists.outcome import Fields, Outcome, Place, State, compare, wrong
from plan_cli.worklists.returned import read_rows


@dataclass(frozen=True, slots=True)
class Collected:
    file: str
    made: Manifest | None  # None where the file was refused
    outcomes: tuple[Outcome, ...]  # in the order of the list
    idle: tuple[Place, ...] = ()  # cells with a day and nothing beside it
    notes: tuple[Outcome, ...] = ()  # notes and comments about nothing that is filled in

    def in_state(self, *states: State) -> list[Outcome]:
        return [one for one in self.outcomes if one.state in states]


def collect(path: Path, dataset: Dataset) -> Collected:
    """Compare a returned workbook with the dataset; a refused file has one outcome, the reason."""
    try:
        return _collect(path, dataset)
    except Refusal as error:
        return Collected(path.name, None, (wrong(Place(""), error.message, error.hint),))


def _collect(path: Path, dataset: Dataset) -> Collected:
    book = open_workbook(path)
    made = manifest_of(book)
    if made.number != dataset.plan.number:
        raise Refusal(
            _("it is a work list of another plan: {number}", number=made.number),
            _("This dataset's plan is {number}.", number=dataset.plan.number),
        )
    if made.department not in dataset.directory.by_name:
        raise Refusal(
            _("the department {name} no longer exists", name=made.department),
            _("Make a new work list, and copy the entries into it."),
        )
    now = work_list(dataset, made.department, made.year, made.as_of)
    entries, faults, idle, notes = read_entries(read_rows(book, made, now), dataset.units)
    outcomes = [compare(entry, made, dataset) for entry in entries] + faults
    return Collected(path.name, made, tuple(_in_order(outcomes, made)), tuple(idle), tuple(notes))


def _in_order(outcomes: Sequence[Outcome], made: Manifest) -> list[Outcome]:
    """Outcomes in the order of sheets and rows; those about no row come last."""
    sheets = {name: place for place, name in enumerate(made.columns)}
    rows = {(row.sheet, row.item, row.target): place for place, row in enumerate(made.rows)}
    first = {(row.sheet, row.item): place for place, row in reversed(list(enumerate(made.rows)))}

    def place(one: Outcome) -> tuple[int, int]:
        sheet, item = one.place.sheet, one.item or 0
        found = rows.get((sheet, item, one.target), first.get((sheet, item), len(rows)))
        return sheets.get(sheet, len(sheets)), found

    return sorted(outcomes, key=place)


GOOD: Final[tuple[State, ...]] = ("new", "changed")  # what can be submitted


@dataclass(frozen=True, slots=True)
class _Batch:
    """Reports by date, and goals, by the numbers of their outcomes."""

    reports: dict[int, Fields]
    goals: dict[int, Fields]

    def arguments(self, year: int) -> dict[str, Any]:
        reports, goals = list(self.reports.values()), list(self.goals.values())
        return {"reports": reports, "goals": {year: goals}, "replace": True}

    def outcomes(self, reason: Reason) -> list[int]:
        """Numbers of the outcomes that a reason is about: one of them, or all."""
        if reason.report is not None:
            return [list(self.reports)[reason.report]]
        if reason.goal is not None:
            return [list(self.goals)[reason.goal[1]]]
        return [*self.reports, *self.goals]


def _batch(collected: Collected, day: date, *, despite: bool) -> _Batch:
    states = (*GOOD, "conflict") if despite else GOOD
    reports: list[tuple[int, Fields]] = []
    goals: dict[int, Fields] = {}
    for number, one in enumerate(collected.outcomes):
        if one.state not in states or one.entry is None:
            continue
        if one.entry.kind == "goal":
            goals[number] = dict(one.entry.fields)
        else:
            reports.append((number, {"date": day.isoformat(), **one.entry.fields}))
    reports.sort(key=lambda report: str(report[1]["date"]))
    return _Batch(dict(reports), goals)


def check(collected: Collected, loaded: Loaded, day: date, *, despite: bool) -> Collected:
    """Apply the rules of the dataset; write nothing.

    `day` is the date of reports that have none; `despite` includes what is in conflict. May raise
    BrokenDatasetError.
    """
    made = collected.made
    while made is not None:
        batch = _batch(collected, day, despite=despite)
        if not batch.reports and not batch.goals:
            break
        try:
            submission.prepare(loaded, made.department, **batch.arguments(made.year))
        except InvalidSubmissionError as error:
            collected = _refused(collected, batch, error.reasons)
        else:
            break
    return collected


def submit(
    collected: Collected, loaded: Loaded, day: date, *, despite: bool
) -> tuple[Collected, Loaded]:
    """Submit what a workbook adds; return its new outcomes, and the changed dataset.

    Raises:
        BrokenDatasetError: the dataset has errors.
        InvalidSubmissionError: something of it would be wrong; nothing is written.
        BusyError: another program has been writing for too long.
        OSError: something cannot be written; the files are unchanged.
    """
    made, batch = collected.made, _batch(collected, day, despite=despite)
    if made is None or not (batch.reports or batch.goals):
        return collected, loaded
    done = submission.submit(loaded.folder, made.department, **batch.arguments(made.year))
    outcomes = list(collected.outcomes)
    ids = dict(zip(batch.reports, done.ids, strict=True))
    for number in (*batch.reports, *batch.goals):
        identifier = ids.get(number, outcomes[number].id)
        outcomes[number] = replace(outcomes[number], state="handed_in", id=identifier)
    return replace(collected, outcomes=tuple(outcomes)), done.loaded


def _refused(collected: Collected, batch: _Batch, reasons: Sequence[Reason]) -> Collected:
    """Mark as wrong what the rules refuse, each for its first reason."""
    outcomes = list(collected.outcomes)
    for reason in reasons:
        for number in batch.outcomes(reason):
            one = outcomes[number]
            if one.state == "wrong":
                continue
            named = one.entry is not None and reason.key in one.entry.fields
            places = one.entry.places if one.entry and named else {}
            outcomes[number] = replace(
                one,
                state="wrong",
                place=places.get(reason.key or "", one.place),
                reason=reason.message,
                hint=reason.hint,
            )
    return replace(collected, outcomes=tuple(outcomes))
