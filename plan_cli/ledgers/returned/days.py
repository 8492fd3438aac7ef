"""Days and periods in cells; what a spreadsheet makes of them is undone, or refused."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from plan_cli.dataset.periods import read_period
from plan_cli.i18n import _
from plan_cli.ledgers.opening import RawCell
from plan_cli.ledgers.opening.formats import is_day
from plan_cli.ledgers.returned.cells import Read, cell_text
from plan_cli.ledgers.returned.faults import CellError

_DAY: Final = re.compile(
    r"(?P<year>[12]\d{3})(?:"
    r"(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})|"
    r"年(?P<month2>\d{1,2})月(?P<day2>\d{1,2})[日号]|"
    r"(?P<month3>\d{2})(?P<day3>\d{2}))"
)
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_FIRST: Final = 61  # before it Excel counts a day that never was
_LAST: Final = 2_958_465  # 9999-12-31


def read_period_cell(cell: RawCell, *, from_1904: bool) -> Read:
    """Return a period; the first of a month is what a spreadsheet makes of 2023-05."""
    if _is_day(cell):
        day = _day(cell, from_1904=from_1904)
        if day is None or day.day != 1:
            raise _no_period(cell.text if day is None else day.isoformat())
        period = f"{day.year}-{day.month:02}"
        return Read(period, period)
    text = unicodedata.normalize("NFKC", cell_text(cell).value).strip()
    found = read_period(text)
    if found is None:
        raise _no_period(text)
    return Read(found)


def read_day(cell: RawCell, *, from_1904: bool) -> Read:
    """Return a day as YYYY-MM-DD."""
    if _is_day(cell):
        day = _day(cell, from_1904=from_1904)
        if day is None:
            raise _no_day(cell.text)
        return Read(day.isoformat(), day.isoformat())
    text = unicodedata.normalize("NFKC", cell_text(cell).value).strip()
    match = _DAY.fullmatch(text)
    if match is None:
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
    """Return the day that a cell holds; None where it holds a time too, or none that there is."""
    if cell.kind == "day":
        text, _mark, time = cell.text.partition("T")
        try:
            return None if time.strip("0:.Z") else date.fromisoformat(text)
        except ValueError:
            return None
    try:
        serial = Decimal(cell.text)
    except InvalidOperation:
        return None
    first = 0 if from_1904 else _FIRST
    if not (serial.is_finite() and first <= serial <= _LAST) or serial % 1:
        return None
    try:
        return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(int(serial))
    except OverflowError:
        return None


def _no_day(typed: str) -> CellError:
    return CellError(_("“{value}” is no day").format(value=typed), _("Write it as 2023-06-30."))


def _no_period(typed: str) -> CellError:
    return CellError(
        _("“{value}” is no period").format(value=typed),
        _("Write 2023年, 2023年上半年, 2023年三季度 or 2023年5月."),
    )
