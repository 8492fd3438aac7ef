"""What becomes of an entry of a returned workbook: new, unchanged, in conflict, or wrong."""

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
    """A cell, or a whole sheet where there is no address."""

    sheet: str
    address: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.address}" if self.address else self.sheet

    @classmethod
    def of(cls, sheet: str, row: int, column: int) -> "Place":
        """Row and column count from 1."""
        return cls(sheet, f"{column_letters(column)}{row}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A report or a goal that was filled in."""

    kind: Kind
    item: int
    target: str | None  # None for a report on a task, and for a goal on the whole item
    place: Place  # the first cell that was filled in
    places: Mapping[str, Place]  # the other cells, by the keys of the data
    fields: Fields  # by the keys of the data; a report's date only where it was typed
    was: Fields | None = None  # the goal when the list was made; None where there was none
    read_as: tuple[tuple[Place, str], ...] = ()  # cells that were read otherwise than they look


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an entry, or an error."""

    state: State  # `new` and `changed` can be submitted, `conflict` only if that is wanted
    place: Place
    item: int | None = None
    target: str | None = None
    entry: Entry | None = None  # None for an error that belongs to none
    reason: str = ""  # what is wrong
    hint: str = ""  # what to do
    id: str | None = None  # the report that it became, repeats, or is in conflict with


def wrong(
    place: Place, reason: str, hint: str, about: tuple[int | None, str | None] = (None, None)
) -> Outcome:
    """`about` are the item and the target."""
    return Outcome("wrong", place, *about, reason=reason, hint=hint)


def compare(entry: Entry, made: Manifest, dataset: Dataset) -> Outcome:
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

    It is unchanged if the same report came in after the list was made, or at any time on the day
    that was typed. It is in conflict with any other that came in after the list was made: of the
    department itself, and of an indicator any about the same period.
    """
    known = made.known.get(entry.item, ())
    conflict: ReportRow | None = None
    for row in reports:
        since = row["id"] not in known
        own = row["by"] == made.department
        if own and _says_the_same(entry, row, since=since):
            return replace(found, state="unchanged", id=row["id"])
        figure = row["target"], row["period"]
        same = own if entry.target is None else figure == (entry.target, entry.fields["period"])
        if since and same:
            conflict = row
    if conflict is None:
        return found
    by, identifier = conflict["by"], conflict["id"]
    reason = _("{by} has handed in report {id} since this list was made", by=by, id=identifier)
    hint = _(
        "Check it with plan history {item}; --despite-conflicts hands in this one as well.",
        item=entry.item,
    )
    return replace(found, state="conflict", id=identifier, reason=reason, hint=hint)


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
        "the goal has changed since this list was made; it is now: {goal}",
        goal=_("none") if now is None else now["goal"],
    )
    hint = _("--despite-conflicts replaces it with this one.")
    return replace(found, state="conflict", reason=reason, hint=hint)


def _goal(fields: Mapping[str, Any] | None) -> tuple[str, Any] | None:
    return None if fields is None else (fields["goal"].strip(), fields.get("value"))
