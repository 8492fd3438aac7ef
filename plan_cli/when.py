"""Days and periods as people read them: 2023H1 of the data is 2023年上半年."""

import re
from datetime import date
from typing import Final

from plan_cli.i18n import _

_PART: Final = re.compile(r"(?P<year>\d{4})(?P<half>H[12])?(?P<quarter>Q[1-4])?")
_MONTH: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def period_text(period: str) -> str:
    """Return what a value is of: a period of the data, a day, or years such as 2021–2023."""
    if _DAY.fullmatch(period):
        return day_text(date.fromisoformat(period))
    if month := _MONTH.fullmatch(period):
        return _("{year}-{month:02}").format(year=month["year"], month=int(month["month"]))
    part = _PART.fullmatch(period)
    named = (part["half"] or part["quarter"]) if part else None
    if part is None or named is None:
        return _("{year}").format(year=period)
    words = {
        "H1": _("H1 {year}"),
        "H2": _("H2 {year}"),
        "Q1": _("Q1 {year}"),
        "Q2": _("Q2 {year}"),
        "Q3": _("Q3 {year}"),
        "Q4": _("Q4 {year}"),
    }
    return words[named].format(year=part["year"])


def day_text(day: date) -> str:
    """Return a day as people read it in a sentence."""
    return _("{year}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)
