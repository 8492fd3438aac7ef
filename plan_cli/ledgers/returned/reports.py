"""Reports as they were filled in: one a task, and one a row of an indicator."""

from typing import Final

from plan_cli.i18n import _
from plan_cli.ledgers.layout import GOAL_KEYS
from plan_cli.ledgers.returned.entry import Entry, Fields, Reading
from plan_cli.ledgers.returned.inputs import RowReader
from plan_cli.vocabulary import NATURES, STATUSES

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
