"""Styles that the cells of a returned workbook refer to: number formats, struck out, raised."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from plan_cli.worklists.container import elements, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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
_YEAR_MONTH: Final = 'yyyy"年"m"月"'
_MONTH_DAY: Final = 'm"月"d"日"'
_TIME: Final = "h:mm"
_BUILT_IN_DAYS: Final = dict.fromkeys((14, 15, 22, 30, 31), _DAY) | {
    16: "d-mmm",
    17: "mmm-yy",
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56), _TIME),
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH_DAY),
}
"""As Chinese spreadsheets show them."""
_UNKNOWN: Final = "?"
_OFF: Final = ("0", "false")


@dataclass(frozen=True, slots=True)
class Style:
    format: str = GENERAL  # code of the number format
    struck: bool = False
    raised: bool = False  # or lowered


@dataclass(frozen=True, slots=True)
class Styles:
    cells: tuple[Style, ...] = ()  # by the numbers that cells refer to
    telling: frozenset[int] = frozenset()
    """Numbers of conditional formats that strike out, raise, or show a figure otherwise."""

    def of(self, number: int) -> Style:
        return self.cells[number] if 0 <= number < len(self.cells) else Style()


def is_struck(properties: "Element") -> bool:
    """Whether a font, or the properties of a run, strike out."""
    return any(local(one.tag) == "strike" and one.get("val", "1") not in _OFF for one in properties)


def is_raised(properties: "Element") -> bool:
    """Whether a font, or the properties of a run, raise or lower."""
    return any(
        local(one.tag) == "vertAlign" and one.get("val", "baseline") != "baseline"
        for one in properties
    )


def read_styles(part: bytes) -> Styles:
    codes = _BUILT_IN_DAYS | _BUILT_IN
    fonts: list[tuple[bool, bool]] = []
    found: list[tuple[int, int]] = []  # number format and font
    telling: set[int] = set()
    for element in elements(part, "numFmts", "fonts", "cellXfs", "dxfs"):
        match local(element.tag):
            case "numFmts":
                for one in element:
                    codes[int(one.get("numFmtId", -1))] = one.get("formatCode", _UNKNOWN)
            case "fonts":
                fonts = [(is_struck(one), is_raised(one)) for one in element]
            case "cellXfs":
                found = [
                    (int(one.get("numFmtId", 0)), int(one.get("fontId", 0)))
                    for one in element
                    if local(one.tag) == "xf"
                ]
            case _:
                telling = {number for number, one in enumerate(element) if _tells(one)}
    styles = (
        Style(codes.get(code, _UNKNOWN), *(fonts[font] if 0 <= font < len(fonts) else ()))
        for code, font in found
    )
    return Styles(tuple(styles), frozenset(telling))


def _tells(conditional: "Element") -> bool:
    return any(
        local(one.tag) == "numFmt" or is_struck(one) or is_raised(one) for one in conditional
    )
