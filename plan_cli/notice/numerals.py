"""The figures in a Chinese text: digits, Chinese numerals, and 翻一番 (2; 翻两番 is 4).

一 counts as 1 even where it means "a" or "whole": harmless when a figure is looked up in a text.
"""

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
DIGIT: Final = "[0-9０-９]"
"""A digit as a notice may write it, in a regular expression."""
_NUMERALS: Final = re.compile("[零〇一二两三四五六七八九十百千]+")
_DOUBLED: Final = re.compile("翻([一两二三])?番")
_NARROW: Final = str.maketrans("０１２３４５６７８９．", "0123456789.")
_VALUES: Final = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_ONES: Final = "〇一二三四五六七八九"


def figures_in(text: str) -> frozenset[Decimal]:
    """All figures in `text`, in digits or in Chinese numerals."""
    plain = text.translate(_NARROW)
    found = {Decimal(match) for match in _DIGITS.findall(plain)}
    found |= {Decimal(numeral_value(match)) for match in _NUMERALS.findall(plain)}
    found |= {Decimal(2 ** numeral_value(match or "一")) for match in _DOUBLED.findall(plain)}
    return frozenset(found)


def numeral_value(numeral: str) -> int:
    """Value of a Chinese numeral below ten thousand: 三百零五 is 305, 百 is 100."""
    total, digit = 0, 0
    for character in numeral:
        if character in _VALUES:
            digit = digit * 10 + _VALUES[character]
        else:
            total += max(digit, 1) * _UNITS[character]
            digit = 0
    return total + digit


def numeral(number: int) -> str:
    """Chinese numeral of a number from 1 to 99, as headings count: 十一, 二十."""
    tens, ones = divmod(number, 10)
    leading = _ONES[tens] if tens > 1 else ""
    return leading + ("十" if tens else "") + (_ONES[ones] if ones else "")
