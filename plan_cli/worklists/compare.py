"""What a returned workbook would add: new, unchanged, or at odds with what came in meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.rows import ReportRow, select_goals
from plan_cli.i18n import _
from plan_cli.worklists.entries import Entry
from plan_cli.worklists.manifest import Manifest
from plan_cli.worklists.typed import Fault, Place

State = Literal["new", "changed", "unchanged", "conflict", "wrong", "handed_in"]

_SAID: Final = (
    "status", "target", "period", "value", "nature", "progress", "problems", "next",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an entry, or of what is wrong.

    Attributes:
        state: `new` and `changed` (of a goal) can be handed in; `conflict` only if that is wanted.
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


def outcome_of(fault: Fault) -> Outcome:
    """Return what becomes of something that is wrong."""
    return Outcome("wrong", fault.place, fault.item, fault.target, None, fault.message, fault.hint)


def compare(entry: Entry, made: Manifest, dataset: Dataset) -> Outcome:
    """Return what becomes of an entry, by what the dataset has now.

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
    reason = _(
        "{by} has handed in report {id} since this list was made",
        by=conflict["by"],
        id=conflict["id"],
    )
    hint = _("Look at it with plan history {item}; --despite-conflicts hands this in as well.")
    return replace(
        found,
        state="conflict",
        id=conflict["id"],
        reason=reason,
        hint=hint.format(item=entry.item),
    )


def _says_the_same(entry: Entry, row: ReportRow, *, since: bool) -> bool:
    said = entry.fields
    day = said.get("date")
    if day != row["date"] and (day is not None or not since):
        return False
    return (
        all(said.get(key) == row.get(key) for key in _SAID)
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
    message = _("the goal was changed since this list was made; it is now: {goal}")
    return replace(
        found,
        state="conflict",
        reason=message.format(goal=_("none") if now is None else now["goal"]),
        hint=_("--despite-conflicts puts this one in its place."),
    )


def _goal(fields: Mapping[str, Any] | None) -> tuple[str, Any] | None:
    return None if fields is None else (fields["goal"].strip(), fields.get("value"))
