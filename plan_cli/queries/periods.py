"""Periods that a value covers: a year, a half, a quarter, a month."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from plan_cli.text import narrow

_PERIOD: Final = re.compile(r"([0-9]{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?")
_CHINESE: Final = re.compile(
    r"(?P<year>[0-9]{4})年?"
    r"(?:(?P<half>[上下])半年|第?(?P<quarter>[1-4一二三四])季度|(?P<month>[0-9]{1,2}|[一二三四五六七八九十]+)月份?)?"
)
_LAST_MONTH: Final = 12


def read_period(typed: str) -> str | None:
    """Read 2023, 2023H1, 2023Q3, 2023-05 or 2023年上半年."""
    text = narrow(typed).strip().upper()
    if _PERIOD.fullmatch(text):
        return text
    match = _CHINESE.fullmatch(text)
    if match is None:
        return None
    year = match["year"]
    if match["half"]:
        return f"{year}H{'1' if match['half'] == '上' else '2'}"
    if match["quarter"]:
        return f"{year}Q{_number(match['quarter'])}"
    if match["month"]:
        month = _number(match["month"])
        return f"{year}-{month:02}" if 1 <= month <= _LAST_MONTH else None
    return year


def read_year(typed: str) -> int | None:
    """Read 2023 or 2023年."""
    period = read_period(typed)
    return int(period) if period is not None and period.isdecimal() else None


def year_of(period: str) -> int:
    return int(period[:4])


def bounds(period: str) -> tuple[date, date]:
    """The first and the last day of a period."""
    match = _PERIOD.fullmatch(period)
    assert match is not None  # noqa: S101  (the model has seen to it)
    year, half, quarter, month = match.groups()
    first, last = 1, _LAST_MONTH
    if half:
        first, last = 6 * int(half) - 5, 6 * int(half)
    elif quarter:
        first, last = 3 * int(quarter) - 2, 3 * int(quarter)
    elif month:
        first = last = int(month)
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def _number(text: str) -> int:
    from plan_cli.notice.numerals import numeral_value  # no query has to read the notice

    return int(text) if text.isdecimal() else numeral_value(text)
