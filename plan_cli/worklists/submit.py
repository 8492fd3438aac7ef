"""Hands in what a returned workbook adds, exactly as `plan report` would; all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from plan_cli.dataset.dataset import Dataset
from plan_cli.i18n import _
from plan_cli.submit.change import Reason, RefusedError
from plan_cli.submit.submit import hand_in, prepare
from plan_cli.worklists.cells import open_workbook
from plan_cli.worklists.compare import Outcome, State, compare, outcome_of
from plan_cli.worklists.container import RefusedFileError
from plan_cli.worklists.content import ledger
from plan_cli.worklists.entries import read_entries
from plan_cli.worklists.manifest import Manifest, read_manifest
from plan_cli.worklists.returned import outdated, read_rows
from plan_cli.worklists.typed import Place


@dataclass(frozen=True, slots=True)
class Collected:
    """A workbook that was read.

    Attributes:
        file: its name.
        made: what it remembers; None where it was refused.
        outcomes: what becomes of what is in it, in the order of the list.
        idle: cells with a day and nothing beside it, which say nothing.
    """

    file: str
    made: Manifest | None
    outcomes: tuple[Outcome, ...]
    idle: tuple[Place, ...] = ()

    def in_state(self, *states: str) -> list[Outcome]:
        """Return what is in one of these states."""
        return [one for one in self.outcomes if one.state in states]


def collect(path: Path, dataset: Dataset) -> Collected:
    """Read a returned workbook and compare it with the dataset.

    A file that is refused has one outcome, which says why.
    """
    try:
        return _collect(path, dataset)
    except RefusedFileError as error:
        refused = Outcome("wrong", Place(""), reason=error.message, hint=error.hint)
        return Collected(path.name, None, (refused,))


def _collect(path: Path, dataset: Dataset) -> Collected:
    book = open_workbook(path)
    made = read_manifest(book)
    _check_plan(made, dataset)
    returned = read_rows(book, made)
    now = ledger(dataset, made.department, made.year, made.as_of)
    returned = replace(returned, faults=(*returned.faults, *outdated(returned, now)))
    targets = {
        target["id"]: target
        for row in (*dataset.task_rows, *dataset.indicator_rows)
        for target in row["targets"]
    }
    found = read_entries(returned, targets)
    outcomes = [compare(entry, made, dataset) for entry in found.entries]
    outcomes += [outcome_of(fault) for fault in found.faults]
    return Collected(path.name, made, tuple(in_order(outcomes, made)), tuple(found.idle))


def _check_plan(made: Manifest, dataset: Dataset) -> None:
    if made.number != dataset.plan.number:
        raise RefusedFileError(
            _("it is a work list of another plan: {number}", number=made.number),
            _("This one is {number}.", number=dataset.plan.number),
        )
    if made.department not in dataset.directory.by_name:
        raise RefusedFileError(
            _("there is no department {name} any more", name=made.department),
            _("Make a new work list, and copy what was filled in into it."),
        )


def in_order(outcomes: Sequence[Outcome], made: Manifest) -> list[Outcome]:
    """Return outcomes in the order of the sheets and rows; what is about no row comes last."""
    sheets = {name: place for place, name in enumerate(made.headers)}
    rows = {(row.sheet, row.item, row.target): place for place, row in enumerate(made.rows)}
    first = {(row.sheet, row.item): place for place, row in reversed(list(enumerate(made.rows)))}

    def place(one: Outcome) -> tuple[int, int]:
        sheet = one.place.sheet
        key = (sheet, one.item or 0, one.target)
        found = rows.get(key, first.get((sheet, one.item or 0), len(rows)))
        return sheets.get(sheet, len(sheets)), found

    return sorted(outcomes, key=place)


_GOOD: Final[tuple[State, ...]] = ("new", "changed")

Numbered = tuple[int, dict[str, Any]]
"""What is handed in, by the keys of its model, and which of the outcomes it is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is handed in together, reports in the order of their days."""

    reports: Sequence[Numbered]
    goals: Sequence[Numbered]

    def fields(self, year: int) -> dict[str, Any]:
        """Return what handing in is given."""
        return {
            "reports": [fields for _number, fields in self.reports],
            "goals": {year: [fields for _number, fields in self.goals]},
        }

    def outcome(self, reason: Reason) -> int | None:
        """Return which of the outcomes a reason is about; None where it is about none of them."""
        if reason.report is not None:
            return self.reports[reason.report][0]
        if reason.goal is not None:
            return self.goals[reason.goal[1]][0]
        return None


def batch_of(collected: Collected, day: date, *, despite: bool) -> Batch | None:
    """Return what can be handed in of a workbook; None where that is nothing.

    Args:
        collected: the workbook.
        day: the date of reports that have none.
        despite: what is at odds with others' reports too.
    """
    states = (*_GOOD, "conflict") if despite else _GOOD
    reports: list[Numbered] = []
    goals: list[Numbered] = []
    for number, one in enumerate(collected.outcomes):
        if one.state not in states or one.entry is None:
            continue
        if one.entry.kind == "goal":
            goals.append((number, dict(one.entry.fields)))
        else:
            reports.append((number, {"date": day.isoformat(), **one.entry.fields}))
    reports.sort(key=lambda report: str(report[1]["date"]))
    return Batch(reports, goals) if reports or goals else None


def tried(collected: Collected, folder: Path, day: date, *, despite: bool) -> Collected:
    """Return what becomes of a workbook once the rules of the dataset have been asked.

    Nothing is written.

    Raises:
        BrokenDatasetError: the dataset has errors as it is.
    """
    made = collected.made
    while made is not None and (batch := batch_of(collected, day, despite=despite)):
        try:
            prepare(folder, made.department, **batch.fields(made.year), replace=True)
        except RefusedError as error:
            collected = _refused(collected, batch, error.reasons)
        else:
            break
    return collected


def handed_in(collected: Collected, folder: Path, day: date, *, despite: bool) -> Collected:
    """Hand in what a workbook adds, and return it with what became of that.

    Raises:
        BrokenDatasetError: the dataset has errors as it is.
        RefusedError: something of it would be wrong; nothing is written.
        BusyError: another program has been writing for too long.
        OSError: something cannot be written; the files are as they were.
    """
    batch, made = batch_of(collected, day, despite=despite), collected.made
    if batch is None or made is None:
        return collected
    done = hand_in(folder, made.department, **batch.fields(made.year), replace=True)
    outcomes = list(collected.outcomes)
    for (number, _fields), identifier in zip(batch.reports, done.ids, strict=True):
        outcomes[number] = replace(outcomes[number], state="handed_in", id=identifier)
    for number, _fields in batch.goals:
        outcomes[number] = replace(outcomes[number], state="handed_in")
    return replace(collected, outcomes=tuple(outcomes))


def _refused(collected: Collected, batch: Batch, reasons: Sequence[Reason]) -> Collected:
    """Return a workbook in which is wrong what the rules refuse; all, where they say not what."""
    outcomes = list(collected.outcomes)
    every = [number for number, _fields in (*batch.reports, *batch.goals)]
    for reason in reasons:
        number = batch.outcome(reason)
        for one in every if number is None else [number]:
            outcomes[one] = _wrong(outcomes[one], reason)
    return replace(collected, outcomes=tuple(outcomes))


def _wrong(outcome: Outcome, reason: Reason) -> Outcome:
    if outcome.state == "wrong":  # for another reason too
        return outcome
    places = outcome.entry.places if outcome.entry and reason.key in outcome.entry.fields else {}
    return replace(
        outcome,
        state="wrong",
        place=places.get(reason.key or "", outcome.place),
        reason=reason.message,
        hint=reason.hint,
    )
