"""What a quote states of a figure: its value, its unit, and the words that give a direction."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from plan_cli.dataset.models import Target
from plan_cli.notice.numerals import numeral_value

_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千]+"
_DOUBLED: Final = re.compile("翻一番|翻番")
_YEAR: Final = re.compile("[0-9]{4}年")
_BEFORE: Final = {
    "不低于": "at_least", "不少于": "at_least", "至少": "at_least",
    "不超过": "at_most", "不高于": "at_most", "不大于": "at_most", "前": "at_most",
    "大于": "more_than", "超过": "more_than", "突破": "more_than", "高于": "more_than",
    "小于": "less_than", "低于": "less_than", "约": "about",
}  # fmt: skip
_BEHIND: Final = {
    "以上": "at_least", "以内": "at_most", "以下": "at_most", "左右": "about",
}  # fmt: skip
_INTENT: Final = ("打造", "建成", "创建")  # may stand between word and figure: 至少打造3个
# 7%和8%左右: the word behind the last figure holds for the one before it.
_AND: Final = re.compile(rf"和(?:{_NUMBER})\S{{1,3}}?({'|'.join(_BEHIND)})")
# What would be part of a unit that it follows: 位次, 人次, 分钟, 年一遇, 微克/立方米.
_LONGER: Final = ("次", "钟", "/", "一遇")
_COUNTED: Final = tuple("元亩吨头羽只人")  # 万 and 亿 count a unit and are none
_FIGURE: Final = re.compile(
    rf"(?=[0-9零〇一二两三四五六七八九十百千])(?:({_NUMBER})[-—~～至])?(?<![0-9.每])({_NUMBER})[多余]?"
)


class Quantity(NamedTuple):
    """A figure in a text; `lower` begins a range; `direction` is that of the words."""

    value: Decimal
    lower: Decimal | None
    direction: str | None
    start: int


@lru_cache(maxsize=2048)
def quantities(quote: str, unit: str) -> tuple[Quantity, ...]:
    """The figures of `quote` that are followed by `unit`."""
    text, unit = plain(quote), plain(unit)
    found = []
    for match in _FIGURE.finditer(text):
        end = match.end() + len(unit)
        if text.startswith(unit, match.end()) and not _goes_on(text, end, unit):
            lower = _value(match[1]) if match[1] else None
            direction = _before(text[: match.start()]) or _behind(text, end)
            direction = "between" if match[1] else direction
            found.append(Quantity(_value(match[2]), lower, direction, match.start()))
    return tuple(found)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Half-width digits and signs."""
    return unicodedata.normalize("NFKC", text)


def _before(text: str) -> str | None:
    """Direction by the words at the end of `text`, the longest first."""
    for intent in _INTENT:
        text = text.removesuffix(intent)
    return next((way for word, way in _BEFORE.items() if text.endswith(word)), None)


def _behind(text: str, end: int) -> str | None:
    direct = next((way for word, way in _BEHIND.items() if text.startswith(word, end)), None)
    shared = _AND.match(text, end) if direct is None and text.startswith("和", end) else None
    return _BEHIND[shared[1]] if shared else direct


def _goes_on(text: str, end: int, unit: str) -> bool:
    """Whether the text behind a unit is part of it."""
    counts = unit.endswith(("万", "亿")) and text.startswith(_COUNTED, end)
    return counts or text.startswith(_LONGER, end)


def bare_figures(quote: str) -> list[Decimal]:
    """Figures of a quote except years; 翻一番 is 2."""
    text = plain(quote)
    found = [Decimal(2)] if _DOUBLED.search(text) else []
    text = _DOUBLED.sub(" ", _YEAR.sub(" ", text))
    return found + [_value(match) for match in re.findall(_NUMBER, text)]


def stated(target: Target) -> Quantity | None:
    """The figure of the quote that is the target's own."""
    if target.value is None or target.unit is None:
        return None
    found = quantities(target.quote, target.unit)
    wanted = target.value if target.upper is None else target.upper
    return next((quantity for quantity in found if quantity.value == wanted), None)


def _value(written: str) -> Decimal:
    return Decimal(written) if written[0].isdigit() else Decimal(numeral_value(written))
