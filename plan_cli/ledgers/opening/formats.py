"""Number formats: what a cell's figure looks like to whoever has typed it."""

import re
from typing import Final

from plan_cli.ledgers.opening.parts import elements, local

GENERAL: Final = "General"
TEXT: Final = "@"
_DAY: Final = "yyyy-mm-dd"

_BUILT_IN: Final = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    49: TEXT,
}
_BUILT_IN_DAYS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_UNKNOWN: Final = "?"

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?:#,##)?0(?:\.0+)?(?P<percent>%?)\s*")


def read_formats(styles: bytes | None) -> list[str]:
    """Return the format code of every style that cells refer to, by its number."""
    if styles is None:
        return []
    codes: dict[int, str] = {}
    found: list[str] = []
    for element in elements(styles, "numFmt", "cellXfs"):
        if local(element.tag) == "numFmt":
            codes[int(element.get("numFmtId", -1))] = element.get("formatCode", _UNKNOWN)
        else:
            ids = [int(child.get("numFmtId", 0)) for child in element if local(child.tag) == "xf"]
            found = [codes.get(one, _built_in(one)) for one in ids]
    return found


def _built_in(number: int) -> str:
    return _DAY if number in _BUILT_IN_DAYS else _BUILT_IN.get(number, _UNKNOWN)


def is_day(code: str) -> bool:
    """Say whether figures of this format are shown as days or times."""
    plain = _LITERAL.sub("", code.split(";", maxsplit=1)[0]).lower()
    return plain not in ("general", TEXT) and any(letter in plain for letter in "ymdhs年月日")


def is_plain(code: str) -> bool:
    """Say whether a figure of this format is shown as it is, or as any text is."""
    return code in (GENERAL, TEXT)


def is_figure(code: str) -> bool:
    """Say whether figures of this format are shown as figures, rounded perhaps."""
    return is_plain(code) or _figure(code) is not None


def is_percent(code: str) -> bool:
    """Say whether figures of this format are shown a hundredfold, with %."""
    match = _figure(code)
    return match is not None and bool(match["percent"])


def _figure(code: str) -> re.Match[str] | None:
    """Match a format with how plain figures look; the first section is that of positive ones."""
    return _FIGURE.fullmatch(_LITERAL.sub("", code.split(";", 1)[0]))
