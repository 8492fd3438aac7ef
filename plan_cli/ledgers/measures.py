"""How large things are on the page: widths of columns, heights of rows, how many lines a text has.

Excel, WPS and LibreOffice do not always make rows as high as their text when a workbook is opened,
so the heights are worked out here, a little too large rather than too small.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final
from unicodedata import east_asian_width

from plan_cli.ledgers.layout import Column, Row
from plan_cli.render.fold import fold

BODY: Final = 10
"""Size of the body's characters, in points."""

_LINE: Final = 14.5  # points; the tallest of the fonts that stand in for 宋体
_PADDING: Final = 5.0  # points above and below the text
_FEWEST: Final = 2  # lines; room to write in
_HIGHEST: Final = 409.0  # points; no row of Excel is higher

_WIDE, _NARROW = 100, 58  # hundredths of the body's size; fonts differ in their figures

_PIXELS_A_POINT: Final = 96 / 72
_PIXELS_A_UNIT: Final = 8  # a column's width is counted in figures of the default font: 宋体 11
_CELL_PADDING: Final = 6  # pixels


def column_width(column: Column) -> float:
    """Return a column's width in the unit of a workbook."""
    pixels = column.width * BODY * _PIXELS_A_POINT + _CELL_PADDING
    return ceil(pixels) / _PIXELS_A_UNIT


def row_height(columns: Sequence[Column], row: Row) -> float:
    """Return the height that a row needs, in points."""
    most = max(_lines(column, row.text(column.key)) for column in columns)
    return height_of(max(most, _FEWEST))


def header_height(columns: Sequence[Column]) -> float:
    """Return the height of the row of headings, in points."""
    return height_of(max(_lines(column, column.header) for column in columns))


def height_of(lines: int) -> float:
    """Return the height of so many lines, in points."""
    return min(lines * _LINE + _PADDING, _HIGHEST)


def _lines(column: Column, text: str) -> int:
    return len(fold(text, int(column.width * _WIDE), _measure))


def _measure(text: str) -> int:
    return sum(_WIDE if east_asian_width(one) in "WFA" else _NARROW for one in text)
