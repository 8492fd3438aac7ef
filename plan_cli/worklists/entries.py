"""Reports and goals in a returned workbook, and what of them cannot be read."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Final, NamedTuple

from plan_cli.i18n import _
from plan_cli.problems import Refusal
from plan_cli.submit.typed_figures import read_value
from plan_cli.words import NATURES, STATUSES
from plan_cli.worklists import values
from plan_cli.worklists.outcome import Entry, Fields, Outcome, Place
from plan_cli.worklists.returned import Returned, ReturnedRow
from plan_cli.worklists.sheet import GOAL_KEYS

_FIGURE: Final = {"period": "时期", "nature": "数据性质", "value": "本期数值"}


Units = Mapping[str, str]


class Entries(NamedTuple):
    entries: list[Entry]
    faults: list[Outcome]
    idle: list[Place]  # days with nothing beside them
    notes: list[Outcome]  # of what nothing is filled in about


def read_entries(returned: Returned, units: Units) -> Entries:
    """Take nothing of an item on a sheet where anything about it is wrong.

    `units` are those of the plan's targets, by their ids; empty where a target has none.
    """
    found = Entries([], list(returned.faults), [], [])
    spoiled = {(fault.place.sheet, fault.item) for fault in found.faults}
    by_item: dict[tuple[str, int], list[ReturnedRow]] = {}
    for row in returned.rows:
        by_item.setdefault((row.known.sheet, row.known.item), []).append(row)
    for key, rows in by_item.items():
        entries = list(_read_item(rows, units, found.idle))
        faults = [fault for row in rows for fault in row.faults]
        found.faults.extend(faults)
        if not faults and key not in spoiled:
            found.entries.extend(entries)
    for note in returned.notes:
        told = found.faults if any(_is_about(note, one) for one in found.entries) else found.notes
        told.append(note)
    noted = [note for note in found.faults if note in returned.notes]
    found.entries[:] = [
        one for one in found.entries if not any(_is_about(note, one) for note in noted)
    ]
    return found


def _is_about(note: Outcome, entry: Entry) -> bool:
    """A note without an item is about all that is filled in."""
    return note.item is None or (note.place.sheet, note.item) == (entry.place.sheet, entry.item)


def _read_item(rows: list[ReturnedRow], units: Units, idle: list[Place]) -> Iterator[Entry]:
    """A task has one report, an indicator one a row."""
    if any("status" in row.places for row in rows):
        # A first row that was taken out is a fault.
        reports = [(row, rows) for row in rows if "status" in row.known.open][:1]
    else:
        reports = [(row, [row]) for row in rows]
    for first, all_ in reports:
        filled = [
            place
            for row in all_
            for key, place in row.places.items()
            if key in row.cells and key not in GOAL_KEYS | {"date"}  # no report by themselves
        ]
        if filled:
            yield _read_report(first, all_, units, filled[0])
        elif "date" in first.cells:
            idle.append(first.places["date"])
    for row in rows:
        yield from _read_goal(row, units)


def _read_report(first: ReturnedRow, rows: list[ReturnedRow], units: Units, place: Place) -> Entry:
    """Words from the first row, figures of a task from every row."""
    fields = _read_words(first)
    is_task = "status" in first.places
    fields |= _read_status(first, rows, units) if is_task else _read_value(first, units)
    target = None if is_task else first.known.target
    read_as = tuple(note for row in rows for note in row.read_as)
    return Entry("report", first.known.item, target, place, first.places, fields, read_as=read_as)


def _read_words(row: ReturnedRow) -> Fields:
    fields: Fields = {"item": row.known.item}
    day = row.read("date", partial(values.read_day, from_1904=row.from_1904))
    if day is not None:
        fields["date"] = day
    for key in ("progress", "problems", "next"):
        if text := row.read(key, values.read_text):
            fields[key] = text
    return fields | {"evidence": row.read("evidence", values.read_texts) or []}


def _read_status(first: ReturnedRow, rows: list[ReturnedRow], units: Units) -> Fields:
    status = first.read("status", partial(values.read_choice, words=STATUSES))
    if "status" not in first.cells:
        first.add_fault("status", _("the state (状态) is missing"), _("Choose one from the list."))
    figures = [
        {"target": row.known.target, "value": value}
        for row in rows
        if (value := _read_figure(row, "value", units)) is not None
    ]
    return {"status": status, "values": figures}


def _read_value(row: ReturnedRow, units: Units) -> Fields:
    fields = {
        "target": row.known.target,
        "period": row.read("period", partial(values.read_period, from_1904=row.from_1904)),
        "nature": row.read("nature", partial(values.read_choice, words=NATURES)),
        "value": _read_figure(row, "value", units),
    }
    hint = _("A figure needs 时期, 数据性质 and 本期数值.")
    for key, header in _FIGURE.items():
        if key not in row.cells:
            row.add_fault(key, _("{column} is missing", column=header), hint)
    return fields


def _read_figure(row: ReturnedRow, key: str, units: Units) -> Any:
    target = row.known.target
    if target is None or target not in units:
        return None
    return row.read(key, partial(values.read_figure, target=target, unit=units[target]))


def _read_goal(row: ReturnedRow, units: Units) -> Iterator[Entry]:
    """The goal of a row, if it was changed."""
    if not GOAL_KEYS & row.known.open:
        return
    noted = len(row.read_as)
    goal, value = row.read("goal", values.read_text), _read_figure(row, "goal_value", units)
    was = _given_goal(row.known.given)
    if (goal or None, value) == (was.get("goal"), was.get("value")) or row.faults:
        return
    if not goal and was:
        message = _("emptying the cell does not withdraw a goal")
        hint = _("Change it here, or delete it from its file in data/annual/.")
        row.add_fault("goal", message, hint)
        return
    if not goal:
        message = _("the goal (年度目标) is missing")
        row.add_fault("goal", message, _("A goal's figure needs its wording beside it."))
        return
    item, target = row.known.key
    about: Fields = {"item": item} | ({} if target is None else {"target": target})
    yield Entry(
        kind="goal",
        item=item,
        target=target,
        place=row.places["goal"],
        places={"goal": row.places["goal"], "value": row.places["goal_value"]},
        fields=about | {"goal": goal} | ({} if value is None else {"value": value}),
        was=about | was if was else None,
        read_as=tuple(row.read_as[noted:]),
    )


def _given_goal(given: Mapping[str, str]) -> Fields:
    """The goal when the list was made, by the keys of its model."""
    found: Fields = {}
    if "goal" in given:
        found["goal"] = given["goal"].strip()
    if "goal_value" in given:
        with suppress(Refusal):  # the program has made no such list
            found["value"] = read_value(given["goal_value"]).value
    return found
