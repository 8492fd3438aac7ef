"""The value of a cell, read as what its column needs, or refused; never misread.

A spreadsheet may have made a figure, a share or a day of what was typed. Such a cell is converted
where it can mean one thing only, and `shown` says as what. All readers raise a `Refusal`.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Context, Decimal
from typing import Any, Final, NamedTuple

from plan_cli.dataset.yaml import is_clean
from plan_cli.i18n import N_, _, listed
from plan_cli.problems import Refusal
from plan_cli.queries.periods import read_period as period_of
from plan_cli.submit.typed_figures import check_characters, check_unit, read_value
from plan_cli.text import narrow, shows_something
from plan_cli.words import read_word
from plan_cli.worklists.cells import RawCell
from plan_cli.worklists.number_format import (
    is_day,
    is_percent,
    is_plain,
    parts_of_day,
    shown_figure,
    shown_text,
)

_DIGITS: Final = Context(prec=15)  # as many as a spreadsheet keeps of what is typed
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]{1,3})?")
_LARGEST: Final = 15  # power of ten
_LONGEST_SHOWN: Final = 11  # power of ten from which on a figure is shown as 1.2E+11
_SHARES: Final = {"%": 100, "‰": 1000}
_AS_TEXT: Final = N_("Set the cell's format to text (文本), and type it again.")


class Read(NamedTuple):
    value: Any
    shown: str | None = None  # the text that was read, where the cell shows another


def read_text(cell: RawCell) -> Read:
    plain = cell_text(cell)
    text = plain.value.replace("\r\n", "\n").replace("\r", "\n").strip()
    lines = filter(None, (line.strip() for line in text.split("\n")))
    if not (is_clean(text.replace("\t", " ")) and all(map(shows_something, lines))):
        raise Refusal(
            _("it has a character that cannot be shown"),
            _("Type the text instead of copying it."),
        )
    return Read(text, plain.shown)


def read_texts(cell: RawCell) -> Read:
    """Texts, one a line."""
    read = read_text(cell)
    texts = (line.strip() for line in read.value.split("\n"))
    return Read([text for text in texts if text], read.shown)


def read_choice(cell: RawCell, words: Mapping[str, str]) -> Read:
    """The word of the data for one of the notice's words."""
    found = read_word(_plain_text(cell).value, words)
    if found is not None:
        return Read(found)
    check_characters(cell.text.strip())
    raise Refusal(
        _("“{value}” is not one of the choices", value=cell.text.strip()),
        _("Choose from the list: {words}.", words=listed(words.values())),
    )


def read_figure(cell: RawCell, target: str, unit: str) -> Read:
    """A figure in the unit of a target; the unit is empty where it has none."""
    plain = _plain_text(cell)
    typed = read_value(plain.value)
    check_unit(typed, target, unit)
    if typed.target not in (None, target):
        raise Refusal(
            _("“{typed}” belongs to another target", typed=plain.value),
            _("This row is for the figure of target {id}.", id=target),
        )
    value, is_share = typed.value, abs(Decimal(typed.value)) <= 1 and typed.value != 0
    if is_share and cell.kind == "number" and unit in _SHARES and not is_percent(cell.format):
        share = f"{(Decimal(value) * _SHARES[unit]).normalize():f}{unit}"
        figure = f"{value}{unit}"
        raise Refusal(
            _("{value} may be {figure} or {share}", value=value, figure=figure, share=share),
            _("Type the figure with its unit, as text."),
        )
    return Read(value, plain.shown)


def cell_text(cell: RawCell) -> Read:
    """The text of a cell; of a figure what was typed, in percent if it is so."""
    _check_struck(cell)
    if cell.kind == "text":
        return _text(cell)
    if cell.kind == "formula":
        raise Refusal(_("this is a formula"), _("Type its result as text."))
    if _is_day(cell):
        raise Refusal(_("the spreadsheet turned the entry into a date"), _(_AS_TEXT))
    if cell.kind != "number":
        raise _no_text(cell)
    value = _number(cell.text)
    if value is None:
        raise Refusal(_("“{typed}” cannot be read as a figure", typed=cell.text), _(_AS_TEXT))
    text = shown_figure(cell.format, value)
    if text is None:
        raise _no_text(cell)
    as_typed = is_plain(cell.format) and abs(value.adjusted()) < _LONGEST_SHOWN
    return Read(text, None if as_typed else text)


def _no_text(cell: RawCell) -> Refusal:
    return Refusal(_("this is not text: {value}", value=cell.text), _(_AS_TEXT))


def _text(cell: RawCell) -> Read:
    """What was typed, with the words that the cell's format puts beside it."""
    shown = shown_text(cell.format, cell.text)
    if shown is None:
        message = _("the cell does not show what is in it: {value}", value=cell.text)
        raise Refusal(message, _(_AS_TEXT))
    return Read(shown, None if shown == cell.text else shown)


def _plain_text(cell: RawCell) -> Read:
    """The text of a cell in which every character counts: a figure, a period, a choice."""
    read = cell_text(cell)
    _check_raised(cell)
    return read


def _check_struck(cell: RawCell) -> None:
    if cell.struck:
        raise Refusal(
            _("“{value}” is struck out, wholly or in part", value=cell.text.strip()),
            _("Leave only what holds, and take the strikethrough off."),
        )


def _check_raised(cell: RawCell) -> None:
    if cell.raised:
        raise Refusal(
            _("“{value}” has raised or lowered characters", value=cell.text.strip()),
            _("Leave only the entry itself, in plain characters; notes go into another column."),
        )


def _number(text: str) -> Decimal | None:
    """The digits that a spreadsheet keeps: a file has 2.7000000000000002 where 2.7 was typed."""
    if _NUMBER.fullmatch(text.strip()) is None:
        return None
    value = _DIGITS.create_decimal(text)
    return value if value.is_finite() and abs(value.adjusted()) <= _LARGEST else None


_DAY: Final = re.compile(
    r"(?P<year>[12][0-9]{3})(?:"
    r"(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})|"
    r"年(?P<month2>[0-9]{1,2})月(?P<day2>[0-9]{1,2})[日号]|"
    r"(?P<month3>[0-9]{2})(?P<day3>[0-9]{2}))"
)
_WHOLE_DAY: Final = "yyyy-mm-dd"
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_FIRST: Final = 61  # before it Excel counts a day that never was
_LAST: Final = 2_958_465  # 9999-12-31


def read_period(cell: RawCell, *, from_1904: bool) -> Read:
    """A period; 2023-05 becomes the first day of a month in a spreadsheet."""
    if _is_day(cell):
        _check_struck(cell)
        _check_raised(cell)
        day = _day(cell, from_1904=from_1904)
        if day is None or day.day != 1:
            raise _no_period(cell.text if day is None else day.isoformat())
        period = _shown_period(cell, day)
        return Read(period, period)
    text = narrow(_plain_text(cell).value).strip()
    found = period_of(text)
    if found is None:
        check_characters(text)
        raise _no_period(text)
    return Read(found)


def _shown_period(cell: RawCell, day: date) -> str:
    """The year or the month that a day is shown as."""
    parts = _parts(cell)
    if {"year", "month"} <= parts:
        return f"{day.year}-{day.month:02}"
    if parts == {"year"} and day.month == 1:
        return f"{day.year}"
    raise Refusal(
        _("the cell shows {day} otherwise, not as a period", day=day.isoformat()), _(_AS_TEXT)
    )


def _parts(cell: RawCell) -> frozenset[str]:
    """Which parts of a day the cell shows."""
    return parts_of_day(cell.format if is_day(cell.format) else _WHOLE_DAY)


def read_day(cell: RawCell, *, from_1904: bool) -> Read:
    """A day as YYYY-MM-DD."""
    if _is_day(cell):
        _check_struck(cell)
        _check_raised(cell)
        day = _day(cell, from_1904=from_1904)
        if day is None:
            raise _no_day(cell.text)
        if not {"month", "day"} <= _parts(cell):
            raise Refusal(
                _("the cell does not show the day {day}", day=day.isoformat()),
                _("Write it as 2023-06-30."),
            )
        return Read(day.isoformat(), day.isoformat())
    text = narrow(_plain_text(cell).value).strip()
    match = _DAY.fullmatch(text)
    if match is None:
        check_characters(text)
        raise _no_day(text)
    found = [match[name] for name in ("month", "day", "month2", "day2", "month3", "day3")]
    month, number = (int(one) for one in found if one is not None)
    try:
        read = date(int(match["year"]), month, number).isoformat()
    except ValueError as error:
        raise _no_day(text) from error
    return Read(read, None if read == text else read)


def _is_day(cell: RawCell) -> bool:
    return cell.kind == "day" or (cell.kind == "number" and is_day(cell.format))


def _day(cell: RawCell, *, from_1904: bool) -> date | None:
    """None where the cell holds a time too, or no possible day."""
    if cell.kind == "day":
        text, _mark, time = cell.text.partition("T")
        try:
            return None if time.strip("0:.Z") else date.fromisoformat(text)
        except ValueError:
            return None
    if _NUMBER.fullmatch(cell.text.strip()) is None:
        return None
    serial = Decimal(cell.text)
    first = 0 if from_1904 else _FIRST
    if not first <= serial <= _LAST or serial % 1:
        return None
    try:
        return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(int(serial))
    except OverflowError:
        return None


def _no_day(typed: str) -> Refusal:
    return Refusal(_("“{value}” is not a date", value=typed), _("Write it as 2023-06-30."))


def _no_period(typed: str) -> Refusal:
    return Refusal(
        _("“{value}” is not a period", value=typed),
        _("Write 2023年, 2023年上半年, 2023年三季度 or 2023年5月."),
    )
