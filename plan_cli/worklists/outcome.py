"""What a returned workbook adds: new, unchanged, at odds with what came in meanwhile, or wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, NamedTuple

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.rows import ReportRow, select_goals
from plan_cli.i18n import _
from plan_cli.worklists.cells import column_letters
from plan_cli.worklists.manifest import Manifest

State = Literal["new", "changed", "unchanged", "conflict", "wrong", "handed_in"]
Kind = Literal["report", "goal"]
Fields = dict[str, Any]


class Place(NamedTuple):
    """A cell, or a sheet as a whole where there is no address."""

    sheet: str
    address: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.address}" if self.address else self.sheet

    @classmethod
    def of(cls, sheet: str, row: int, column: int) -> "Place":
        """Return the place of a cell by its row and column, from 1."""
        return cls(sheet, f"{column_letters(column)}{row}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A report, or a goal, as it was filled in.

    Attributes:
        kind: which of the two.
        item: the number of the item.
        target: the target's id; None for a report on a task, and for a goal on the whole.
        place: the first cell that was filled in.
        places: the cells of what is about the entry as a whole, by the keys of the data.
        fields: what it says, by the keys of its model; a report's date only where it was typed.
        was: what the goal was when the list was made, by the same keys; None where there was none.
        read_as: what was read otherwise than it looks, with its place.
    """

    kind: Kind
    item: int
    target: str | None
    place: Place
    places: Mapping[str, Place]
    fields: Fields
    was: Fields | None = None
    read_as: tuple[tuple[Place, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an entry, or something that is wrong.

    Attributes:
        state: `new` and `changed` (of a goal) can be submitted; `conflict` only if that is wanted.
        place: the cell.
        item: the number of the item, where it is about one.
        target: the target's id, where it is about one.
        entry: what was filled in; None where that cannot be said.
        reason: what is wrong.
        hint: what to do.
        id: of the report that it became, is the same as, or is at odds with.
    """

    state: State
    place: Place
    item: int | None = None
    target: str | None = None
    entry: Entry | None = None
    reason: str = ""
    hint: str = ""
    id: str | None = None


def wrong(
    place: Place, reason: str, hint: str, about: tuple[int | None, str | None] = (None, None)
) -> Outcome:
    """Return something that is wrong, with the item and the target that it is about."""
    return Outcome("wrong", place, *about, reason=reason, hint=hint)


def compare(entry: Entry, made: Manifest, dataset: Dataset) -> Outcome:
    """Return what becomes of an entry, by what the dataset says now.

    Args:
        entry: what was filled in.
        made: what the workbook remembers.
        dataset: the dataset as it is.
    """
    found = Outcome("new", entry.place, entry.item, entry.target, entry)
    if entry.kind == "goal":
        return _compare_goal(found, entry, made, dataset)
    reports = [row for row in dataset.report_rows if row["item"] == entry.item]
    return _compare_report(found, entry, made, reports)


_COMPARED: Final = (
    "status", "target", "period", "value", "nature", "progress", "problems", "next",
)  # fmt: skip


def _compare_report(
    found: Outcome, entry: Entry, made: Manifest, reports: Iterable[ReportRow]
) -> Outcome:
    """Compare a report with those on its item.

    It is there already if one says the same that came in after the list was made, or at any time
    on the day that was typed. It is at odds with any other that came in after the list was made:
    the department's own, and of an indicator whosever is about the same period.
    """
    known = made.known.get(entry.item, ())
    conflict: ReportRow | None = None
    for row in reports:
        since = row["id"] not in known
        own = row["by"] == made.department
        if own and _says_the_same(entry, row, since=since):
            return replace(found, state="unchanged", id=row["id"])
        if since and (own if entry.target is None else _same_figure(entry, row)):
            conflict = row
    if conflict is None:
        return found
    by, identifier = conflict["by"], conflict["id"]
    hint = _(
        "Look at it with plan history {item}; --despite-conflicts hands this in as well.",
        item=entry.item,
    )
    return replace(
        found,
        state="conflict",
        id=identifier,
        reason=_("{by} has handed in report {id} since this list was made", by=by, id=identifier),
        hint=hint,
    )


def _says_the_same(entry: Entry, row: ReportRow, *, since: bool) -> bool:
    said = entry.fields
    day = said.get("date")
    if day != row["date"] and (day is not None or not since):
        return False
    return (
        all(said.get(key) == row.get(key) for key in _COMPARED)
        and said["evidence"] == row["evidence"]
        and _values(said.get("values", ())) == _values(row["values"])
    )


def _values(values: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {one["target"]: one["value"] for one in values}


def _same_figure(entry: Entry, row: ReportRow) -> bool:
    return (row["target"], row["period"]) == (entry.target, entry.fields["period"])


def _compare_goal(found: Outcome, entry: Entry, made: Manifest, dataset: Dataset) -> Outcome:
    goals = select_goals(
        dataset.goal_rows, year=made.year, item=entry.item, departments=(made.department,)
    )
    now = next((row for row in goals if row["target"] == entry.target), None)
    wanted, current, was = _goal(entry.fields), _goal(now), _goal(entry.was)
    if wanted == current:
        return replace(found, state="unchanged")
    if current == was:
        return replace(found, state="new" if now is None else "changed")
    reason = _(
        "the goal was changed since this list was made; it is now: {goal}",
        goal=_("none") if now is None else now["goal"],
    )
    return replace(
        found,
        state="conflict",
        reason=reason,
        hint=_("--despite-conflicts puts this one in its place."),
    )


def _goal(fields: Mapping[str, Any] | None) -> tuple[str, Any] | None:
    return None if fields is None else (fields["goal"].strip(), fields.get("value"))
