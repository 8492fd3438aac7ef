"""The day it is. Dates in a plan are days in China."""

from datetime import date, datetime, timedelta, timezone
from typing import Final

_CHINA: Final = timezone(timedelta(hours=8))


def today() -> date:
    """Return the current day in China (UTC+8)."""
    return datetime.now(_CHINA).date()
