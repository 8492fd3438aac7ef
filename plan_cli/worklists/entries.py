"""Reports and goals that a returned workbook has in it, and what of it cannot be read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from plan_cli.dataset.rows import Figure, TargetRow
from plan_cli.i18n import _
from plan_cli.submit.typed_figures import FigureError, read_value
from plan_cli.words import NATURES, STATUSES
from plan_cli.worklists.cells import RawCell
from plan_cli.worklists.returned import Returned, ReturnedRow
from plan_cli.worklists.sheet import GOAL_KEYS
from plan_cli.worklists.typed import (
    CellError,
    Fault,
    Place,
    Read,
    read_choice,
    read_day,
    read_figure,
    read_period_cell,
    read_text,
    read_texts,
)

Kind = Literal["report", "goal"]
Fields = dict[str, Any]


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
    """What was found in a workbook, or in a part of it.

    Attributes:
        entries: what can be taken.
        faults: what is wrong.
        idle: where a day stands and nothing else, which says nothing.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    idle: list[Place] = field(default_factory=list)


class RowReader:
    """Reads the inputs of a row.

    Attributes:
        row: the row.
        faults: what is wrong with what was read so far.
        read_as: what was read otherwise than it looks, with its place.
    """

    def __init__(
        self, row: ReturnedRow, targets: Mapping[str, TargetRow], *, from_1904: bool
    ) -> None:
        self.row = row
        self.faults: list[Fault] = []
        self.read_as: list[tuple[Place, str]] = []
        self._target = targets.get(row.known.target or "")
        self._from_1904 = from_1904

    def filled(
        self, *, but: Collection[str] = (), only: Collection[str] | None = None
    ) -> list[Place]:
        """Return where something stands, in the order of the columns."""
        return [
            place
            for key, place in self.row.places.items()
            if key in self.row.cells and key not in but and (only is None or key in only)
        ]

    def text(self, key: str) -> str | None:
        """Return a text; None where there is none."""
        text: str | None = self._read(key, read_text)
        return text

    def texts(self, key: str) -> list[str]:
        """Return texts, one a line."""
        texts: list[str] = self._read(key, read_texts) or []
        return texts

    def choice(self, key: str, words: Mapping[str, str]) -> str | None:
        """Return the word of the data that was chosen."""
        word: str | None = self._read(key, lambda cell: read_choice(cell, words))
        return word

    def figure(self, key: str) -> Figure | None:
        """Return a figure in the unit of the row's target."""
        target = self._target
        if target is None:
            return None
        value: Figure | None = self._read(key, lambda cell: read_figure(cell, target))
        return value

    def period(self, key: str) -> str | None:
        """Return a period."""
        period: str | None = self._read(
            key, lambda cell: read_period_cell(cell, from_1904=self._from_1904)
        )
        return period

    def day(self, key: str) -> str | None:
        """Return a day as YYYY-MM-DD."""
        day: str | None = self._read(key, lambda cell: read_day(cell, from_1904=self._from_1904))
        return day

    def given_goal(self) -> dict[str, Any]:
        """Return the goal that the row had when it was made, by the keys of its model."""
        given = self.row.known.given
        found: dict[str, Any] = {}
        if "goal" in given:
            found["goal"] = given["goal"].strip()
        if "goal_value" in given:
            with suppress(FigureError):  # nobody has made such a list
                found["value"] = read_value(given["goal_value"]).value
        return found

    def fault(self, key: str, message: str, hint: str) -> None:
        """Note what is wrong with an input."""
        known = self.row.known
        self.faults.append(Fault(self.row.places[key], message, hint, known.item, known.target))

    def _read(self, key: str, read: Callable[[RawCell], Read]) -> Any:
        cell = self.row.cells.get(key)
        if cell is None:
            return None
        try:
            found = read(cell)
        except CellError as error:
            self.fault(key, error.message, error.hint)
            return None
        if found.shown is not None:
            self.read_as.append((self.row.places[key], found.shown))
        return found.value


_TEXTS: Final = ("progress", "problems", "next")
_FIGURE: Final = {"period": "时期", "nature": "数据性质", "value": "本期数值"}
_NOT_SAYING: Final = GOAL_KEYS | {"date"}
"""Inputs that make no report by themselves."""


def read_task(item: int, readers: list[RowReader], found: Reading) -> None:
    """Read the report on a task: its words from the first row, figures from every row."""
    first = next((one for one in readers if "status" in one.row.known.open), None)
    if first is None:
        return  # its row was taken out, which is told
    filled = [place for one in readers for place in one.filled(but=_NOT_SAYING)]
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


def read_indicator(item: int, reader: RowReader, found: Reading) -> None:
    """Read the report on an indicator that a row has."""
    filled = reader.filled(but=_NOT_SAYING)
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
                _("{column} is missing", column=header),
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


def read_goal(item: int, reader: RowReader, found: Reading) -> None:
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
    places = reader.row.places
    found.entries.append(
        Entry(
            kind="goal",
            item=item,
            target=target,
            place=places["goal"],
            places={"goal": places["goal"], "value": places["goal_value"]},
            fields=about | {"goal": goal} | ({} if value is None else {"value": value}),
            was=about | was if was else None,
            read_as=tuple(reader.read_as[noted:]),
        )
    )


def _no_goal(*, taken_back: bool) -> tuple[str, str]:
    if taken_back:
        message = _("a goal cannot be taken back by emptying its cell")
        return message, _("Change it here, or take it out of its file in data/annual/.")
    return _("the goal (年度目标) is missing"), _("A figure needs the goal's words beside it.")


def read_entries(returned: Returned, targets: Mapping[str, TargetRow]) -> Reading:
    """Return the reports and goals of a workbook.

    Where anything about an item is wrong on a sheet, nothing that is filled in there is taken.

    Args:
        returned: the workbook.
        targets: the targets of the plan, by their ids.
    """
    found = Reading(faults=list(returned.faults))
    spoiled = {(fault.place.sheet, fault.item) for fault in found.faults}
    for (sheet, item), rows in _by_item(returned.rows).items():
        readers = [RowReader(row, targets, from_1904=returned.from_1904) for row in rows]
        taken = _read_item(item, readers)
        found.idle += taken.idle
        found.faults += taken.faults
        if not taken.faults and (sheet, item) not in spoiled:
            found.entries += taken.entries
    return found


def _by_item(rows: Iterable[ReturnedRow]) -> dict[tuple[str, int], list[ReturnedRow]]:
    found: dict[tuple[str, int], list[ReturnedRow]] = {}
    for row in rows:
        found.setdefault((row.known.sheet, row.known.item), []).append(row)
    return found


def _read_item(item: int, readers: list[RowReader]) -> Reading:
    """Return what the rows of an item on a sheet say."""
    found = Reading()
    if any("status" in reader.row.places for reader in readers):
        read_task(item, readers, found)
    else:
        for reader in readers:
            read_indicator(item, reader, found)
    for reader in readers:
        read_goal(item, reader, found)
    found.faults += [fault for reader in readers for fault in reader.faults]
    return found
