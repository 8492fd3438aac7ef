"""What an unquoted scalar means: a few words, whole numbers, decimals, and text."""

import re
from decimal import Decimal
from typing import Final

Scalar = None | bool | int | Decimal | str

WORDS: Final[dict[str, Scalar]] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}

_MAX_NUMBER_LENGTH: Final = 30
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")


def resolve(text: str) -> Scalar:
    """Return the value of the unquoted scalar `text`.

    Only the plainest spellings are more than text: `no`, `010`, `1e5` and `2022-07-28` are text,
    and so is a number too long to be an amount.
    """
    if text in WORDS:
        return WORDS[text]
    if len(text) > _MAX_NUMBER_LENGTH:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
