"""Reports and goals that a returned workbook has in it, and what of it cannot be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from plan_cli.i18n import _
from plan_cli.ledgers.layout import GOAL_KEYS
from plan_cli.ledgers.returned.faults import Fault, Place
from plan_cli.ledgers.returned.inputs import RowReader
from plan_cli.ledgers.returned.rows import Returned, ReturnedRow
from plan_cli.model import Target
from plan_cli.vocabulary import NATURES, STATUSES

Kind = Literal["report", "goal"]
Fields = dict[str, Any]

_TEXTS: Final = ("progress", "problems", "next")
_FIGURE: Final = {"period": "时期", "nature": "数据性质", "value": "本期数值"}


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


@dataclass
class Reading:
    """What was found.

    Attributes:
        entries: what can be taken.
        faults: what is wrong.
        idle: where a day stands and nothing else, which says nothing.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    idle: list[Place] = field(default_factory=list)


def read_entries(returned: Returned, targets: dict[str, Target]) -> Reading:
    """Return the reports and goals of a workbook.

    Where anything about an item is wrong on a sheet, nothing that is filled in there is taken.

    Args:
        returned: the workbook.
        targets: the targets of the plan, by their ids.
    """
    found = Reading(faults=list(returned.faults))
    for (_sheet, item), rows in _by_item(returned.rows).items():
        readers = [RowReader(row, targets, from_1904=returned.from_1904) for row in rows]
        taken = Reading()
        if any("status" in row.places for row in rows):
            _read_task(item, readers, taken)
        else:
            for reader in readers:
                _read_indicator(item, reader, taken)
        for reader in readers:
            _read_goal(item, reader, taken)
        faults = [fault for reader in readers for fault in reader.faults]
        spoiled = any(fault.item == item and fault.place.sheet == _sheet for fault in found.faults)
        found.faults += faults
        found.idle += taken.idle
        if not faults and not spoiled:
            found.entries += taken.entries
    return found


def _by_item(rows: Iterable[ReturnedRow]) -> dict[tuple[str, int], list[ReturnedRow]]:
    found: dict[tuple[str, int], list[ReturnedRow]] = {}
    for row in rows:
        found.setdefault((row.known.sheet, row.known.item), []).append(row)
    return found


def _read_task(item: int, readers: list[RowReader], found: Reading) -> None:
    """Read the report on a task: its words from the first row, figures from every row."""
    first = next((one for one in readers if "status" in one.row.known.open), None)
    filled = [place for one in readers for place in one.filled(but=GOAL_KEYS | {"date"})]
    if first is None:
        return  # its row was taken out, which is told
    if not filled:
        found.idle += first.filled(only={"date"})
        return
    fields = _words(first, item)
    fields["status"] = first.choice("status", STATUSES)
    if "status" not in first.row.cells:
        first.fault("status", _("the state (状态) is missing"), _("Choose one from the list."))
    fields["values"] = [
        {"target": one.row.known.target, "value": value}
        for one in readers
        if (value := one.figure("value")) is not None
    ]
    read_as = tuple(note for one in readers for note in one.read_as)
    places = first.row.places
    found.entries.append(Entry("report", item, None, filled[0], places, fields, read_as=read_as))


def _read_indicator(item: int, reader: RowReader, found: Reading) -> None:
    """Read the report on an indicator that a row has."""
    filled = reader.filled(but=GOAL_KEYS | {"date"})
    if not filled:
        found.idle += reader.filled(only={"date"})
        return
    fields = _words(reader, item)
    target = reader.row.known.target
    fields["target"] = target
    fields["period"] = reader.period("period")
    fields["nature"] = reader.choice("nature", NATURES)
    fields["value"] = reader.figure("value")
    for key, header in _FIGURE.items():
        if key not in reader.row.cells:
            reader.fault(
                key,
                _("{column} is missing").format(column=header),
                _("A figure needs 时期, 数据性质 and 本期数值."),
            )
    read_as = tuple(reader.read_as)
    places = reader.row.places
    found.entries.append(Entry("report", item, target, filled[0], places, fields, read_as=read_as))


def _words(reader: RowReader, item: int) -> Fields:
    """Return what reports of both kinds have."""
    day = reader.day("date")
    fields: Fields = {"item": item} | ({} if day is None else {"date": day})
    for key in _TEXTS:
        text = reader.text(key)
        if text:
            fields[key] = text
    fields["evidence"] = reader.texts("evidence")
    return fields


def _read_goal(item: int, reader: RowReader, found: Reading) -> None:
    """Read the goal of a row, if it is not as it was."""
    if not GOAL_KEYS & reader.row.known.open:
        return
    noted = len(reader.read_as)
    goal, value = reader.text("goal"), reader.figure("goal_value")
    was = reader.given_goal()
    if (goal or None, value) == (was.get("goal"), was.get("value")) or reader.faults:
        return
    if not goal:
        reader.fault("goal", *_no_goal(taken_back=bool(was)))
        return
    target = reader.row.known.target
    about: Fields = {"item": item} | ({} if target is None else {"target": target})
    fields = about | {"goal": goal} | ({} if value is None else {"value": value})
    places = reader.row.places
    found.entries.append(
        Entry(
            kind="goal",
            item=item,
            target=target,
            place=places["goal"],
            places={"goal": places["goal"], "value": places["goal_value"]},
            fields=fields,
            was=about | was if was else None,
            read_as=tuple(reader.read_as[noted:]),
        )
    )


def _no_goal(*, taken_back: bool) -> tuple[str, str]:
    if taken_back:
        message = _("a goal cannot be taken back by emptying its cell")
        return message, _("Change it here, or take it out of its file in data/annual/.")
    return _("the goal (年度目标) is missing"), _("A figure needs the goal's words beside it.")
