"""Exact arithmetic on the figures as written, and figures as people read them.

Only what is shown is rounded: to the most decimals among the figures it comes from, at least
one, without zeros at the end.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from plan_cli.i18n import ngettext

EXACT: Final = Context(prec=400)
"""Enough for the product of any plan's yearly factors of 15 digits each, to the last digit."""
ROOTS: Final = Context(prec=50)
"""For what has no last digit: roots and broken powers."""

_COMPUTED_DECIMALS: Final = 6  # figures of the data have fewer; more come from a division
_MOST_DECIMALS: Final = 15


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """Exact where the exponent is a whole number."""
    whole = exponent.to_integral_value()
    if whole == exponent:
        return EXACT.power(base, int(whole))
    return ROOTS.power(base, exponent)


def decimals(figures: Iterable[Decimal]) -> int:
    return min(max([1, *map(_decimals_of, figures)]), _COMPUTED_DECIMALS)


def _decimals_of(figure: Decimal) -> int:
    exponent = figure.normalize(EXACT).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def rounded(figure: Decimal, places: int) -> Decimal:
    """A figure rounded half up (四舍五入), without zeros at its end."""
    step = Decimal(1).scaleb(-places)
    short = figure.quantize(step, rounding=ROUND_HALF_UP, context=EXACT).normalize(EXACT)
    return short + 0 if short.is_zero() else short  # no minus before a zero


def shown(figure: Decimal, places: int = _MOST_DECIMALS) -> str:
    """A figure as people read it, never in powers of ten."""
    return f"{rounded(figure, places):f}".replace("-", "−")


def shown_apart(figure: Decimal, places: int) -> str:
    """A figure with as many more decimals as it takes not to look like zero."""
    while figure and places < _MOST_DECIMALS and not rounded(figure, places):
        places += 1
    return shown(figure, places)


def with_unit(text: str, unit: str | None) -> str:
    return f"{text}{unit or ''}"


def distance(text: str, unit: str | None) -> str:
    """A difference of two figures; percentages differ by percentage points."""
    n = 1 if text.removeprefix("−") == "1" else 2  # only its plural form matters
    if unit == "%":
        return ngettext("{number} percentage point", "{number} percentage points", n, number=text)
    if unit == "‰":
        return ngettext("{number} per-mille point", "{number} per-mille points", n, number=text)
    return with_unit(text, unit)
