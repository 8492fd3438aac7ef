"""What is typed in a cell, read for what it is to be; never misread: refused.

Inputs are texts. A spreadsheet may all the same have made a figure, a share or a day of what was
typed; such a cell is converted where it can mean one thing only, and `shown` says as what.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Final

from plan_cli.dataset.periods import read_period
from plan_cli.dataset.rows import Figure
from plan_cli.i18n import _, listed
from plan_cli.ledgers.opening import RawCell
from plan_cli.ledgers.opening.formats import is_day, is_figure, is_percent
from plan_cli.ledgers.returned.faults import CellError
from plan_cli.model import Target
from plan_cli.reporting.figures import FigureError, check_unit, read_value
from plan_cli.strict_yaml.characters import is_clean
from plan_cli.vocabulary import read_word

_DIGITS: Final = Context(prec=15)  # as many as a spreadsheet keeps of what is typed
_LARGEST: Final = 15  # power of ten
_DAY: Final = re.compile(
    r"(?P<year>[12]\d{3})(?:"
    r"(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})|"
    r"年(?P<month2>\d{1,2})月(?P<day2>\d{1,2})[日号]|"
    r"(?P<month3>\d{2})(?P<day3>\d{2}))"
)
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_FIRST_DAY: Final = 61  # before it Excel counts a day that never was
_LAST_DAY: Final = 2_958_465  # 9999-12-31


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and as what where that is not what the cell shows."""

    value: Any
    shown: str | None = None


def read_text(cell: RawCell) -> Read:
    """Return a text; a figure as it is written."""
    plain = _text(cell)
    text = plain.value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not is_clean(text.replace("\t", " ")):
        raise CellError(
            _("it has a character that cannot be shown"),
            _("Type the text anew instead of copying it."),
        )
    return Read(text, plain.shown)


def read_texts(cell: RawCell) -> Read:
    """Return texts, one a line."""
    read = read_text(cell)
    texts = [line.strip() for line in read.value.split("\n")]
    return Read([text for text in texts if text], read.shown)


def read_choice(cell: RawCell, words: Mapping[str, str]) -> Read:
    """Return the word of the data for one of the notice's words."""
    found = read_word(_text(cell).value, words)
    if found is not None:
        return Read(found)
    raise CellError(
        _("“{value}” is none of the choices").format(value=cell.text.strip()),
        _("Choose from the list: {words}.").format(words=listed(words.values())),
    )


def read_figure(cell: RawCell, target: Target) -> Read:
    """Return a figure in the unit of a target."""
    plain = _text(cell)
    try:
        typed = read_value(plain.value)
        check_unit(typed, target)
    except FigureError as error:
        raise CellError(str(error), error.hint) from error
    if typed.target not in (None, target.id):
        raise CellError(
            _("“{typed}” is of another target").format(typed=plain.value),
            _("In this row stands the figure of target {id}.").format(id=target.id),
        )
    if cell.kind == "number":
        _check_share(cell, typed.value, target)
    return Read(typed.value, plain.shown)


def _check_share(cell: RawCell, value: Figure, target: Target) -> None:
    """Refuse a number of which nobody can tell whether it was typed as a share or in percent."""
    if target.unit != "%" or is_percent(cell.format) or not 0 < abs(value) <= 1:
        return
    raise CellError(
        _("{value} may be {value} percent or a share").format(value=value),
        _("Type it as a text with its unit, such as {text}.").format(text=f"{value * 100}%"),
    )


def read_period_cell(cell: RawCell, *, from_1904: bool) -> Read:
    """Return a period; the first of a month is what a spreadsheet makes of 2023-05."""
    if cell.kind == "day" or (cell.kind == "number" and is_day(cell.format)):
        day = _serial_day(cell, from_1904=from_1904)
        if day.day == 1:
            period = f"{day.year}-{day.month:02}"
            return Read(period, period)
        raise _no_period(day.isoformat())
    text = _text(cell).value.strip()
    period_ = read_period(text)
    if period_ is None:
        raise _no_period(text)
    return Read(period_)


def read_day(cell: RawCell, *, from_1904: bool) -> Read:
    """Return a day as YYYY-MM-DD."""
    if cell.kind == "day" or (cell.kind == "number" and is_day(cell.format)):
        day = _serial_day(cell, from_1904=from_1904).isoformat()
        return Read(day, day)
    text = _text(cell).value.strip()
    match = _DAY.fullmatch(text)
    if match is None:
        raise _no_day(text)
    found = [match[name] for name in ("month", "day", "month2", "day2", "month3", "day3")]
    month, day_ = [int(one) for one in found if one is not None]
    try:
        read = date(int(match["year"]), month, day_).isoformat()
    except ValueError as error:
        raise _no_day(text) from error
    return Read(read, None if read == text else read)


def _text(cell: RawCell) -> Read:
    """Return what a cell shows as a text; of a figure what was typed, in percent if it is so."""
    if cell.kind == "text":
        return Read(cell.text)
    if cell.kind == "formula":
        raise CellError(_("this is a formula"), _("Type its result as a text."))
    if cell.kind == "day" or (cell.kind == "number" and is_day(cell.format)):
        raise CellError(
            _("the spreadsheet has made a day of what was typed"),
            _("Set the cell's format to text (文本), and type it anew."),
        )
    if cell.kind != "number" or not is_figure(cell.format):
        raise CellError(
            _("this is no text: {value}").format(value=cell.text),
            _("Set the cell's format to text (文本), and type it anew."),
        )
    text = _figure_text(cell)
    return Read(text, None if text == cell.text else text)


def _figure_text(cell: RawCell) -> str:
    try:
        value = _DIGITS.create_decimal(cell.text)
        if not value.is_finite() or abs(value.adjusted()) > _LARGEST:
            raise InvalidOperation
    except InvalidOperation as error:
        raise CellError(
            _("“{typed}” cannot be read as a figure").format(typed=cell.text),
            _("Set the cell's format to text (文本), and type it anew."),
        ) from error
    percent = is_percent(cell.format)
    shown = f"{(value * 100 if percent else value).normalize():f}"
    return f"{shown}%" if percent else shown


def _serial_day(cell: RawCell, *, from_1904: bool) -> date:
    try:
        if cell.kind == "day":
            text, _mark, time = cell.text.partition("T")
            if time.strip("0:.Z"):
                raise ValueError(cell.text)
            return date.fromisoformat(text)
        serial = Decimal(cell.text)
        first = 0 if from_1904 else _FIRST_DAY
        if serial != serial.to_integral_value() or not first <= serial <= _LAST_DAY:
            raise ValueError(cell.text)
        return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(int(serial))
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise _no_day(cell.text) from error


def _no_day(typed: str) -> CellError:
    return CellError(
        _("“{value}” is no day").format(value=typed),
        _("Write it as 2023-06-30."),
    )


def _no_period(typed: str) -> CellError:
    return CellError(
        _("“{value}” is no period").format(value=typed),
        _("Write 2023年, 2023年上半年, 2023年三季度 or 2023年5月."),
    )
