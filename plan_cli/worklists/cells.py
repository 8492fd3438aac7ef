"""Sheets and cells of a returned workbook, as the file has them.

openpyxl is not used: it expands merged areas of any size, and turns what was typed into floats.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from plan_cli.worklists.container import (
    DAMAGED,
    TOO_LARGE,
    attribute,
    check_parts,
    elements,
    local,
    open_container,
    refusal,
)

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
_BUILT_IN_DAYS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_UNKNOWN: Final = "?"

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?:#,##)?0(?:\.0+)?(?P<percent>%?)\s*")


def _formats(styles: bytes) -> list[str]:
    """Format codes of the styles that cells refer to, by their numbers."""
    codes = dict.fromkeys(_BUILT_IN_DAYS, _DAY) | _BUILT_IN
    found: list[str] = []
    for element in elements(styles, "numFmt", "cellXfs"):
        if local(element.tag) == "numFmt":
            codes[int(element.get("numFmtId", -1))] = element.get("formatCode", _UNKNOWN)
        else:
            ids = [int(child.get("numFmtId", 0)) for child in element if local(child.tag) == "xf"]
            found = [codes.get(one, _UNKNOWN) for one in ids]
    return found


def is_day(code: str) -> bool:
    """Whether figures of this format are shown as days or times."""
    plain = _LITERAL.sub("", code.split(";", maxsplit=1)[0]).lower()
    return plain not in ("general", TEXT) and any(letter in plain for letter in "ymdhs年月日")


def is_plain(code: str) -> bool:
    """Whether figures of this format are shown unchanged."""
    return code in (GENERAL, TEXT)


def is_figure(code: str) -> bool:
    """Whether figures of this format are shown as figures, perhaps rounded."""
    return is_plain(code) or _figure(code) is not None


def is_percent(code: str) -> bool:
    """Whether figures of this format are shown times 100, with %."""
    match = _figure(code)
    return match is not None and bool(match["percent"])


def _figure(code: str) -> re.Match[str] | None:
    """Match the first section, that of positive figures, with a plain figure."""
    return _FIGURE.fullmatch(_LITERAL.sub("", code.split(";", 1)[0]))


Kind = Literal["text", "number", "day", "truth", "fault", "formula"]

_KINDS: Final[dict[str, Kind]] = {
    "s": "text",
    "inlineStr": "text",
    "str": "text",
    "n": "number",
    "d": "day",
    "b": "truth",
    "e": "fault",
}
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that is not empty."""

    kind: Kind  # `formula` whatever its result is
    text: str  # as typed; of figures and days, as the file has it
    format: str = GENERAL  # code of the number format


def column_letters(column: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of(address: str) -> tuple[int, int] | None:
    """Row and column of an address such as C7."""
    match = _ADDRESS.fullmatch(address.replace("$", ""))
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _string(element: "Element") -> str:
    """Text of an element: its runs, without phonetic hints."""
    texts: list[str] = []
    for child in element:
        if local(child.tag) == "t":
            texts.append(child.text or "")
        elif local(child.tag) == "r":
            texts += [one.text or "" for one in child if local(one.tag) == "t"]
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), "".join(texts))


def _cells(
    row: "Element", number: int, strings: Sequence[str], formats: Sequence[str]
) -> Iterator[tuple[tuple[int, int], RawCell]]:
    column = 0
    for element in row:
        if local(element.tag) == "c":
            at = place_of(element.get("r", ""))
            column = column + 1 if at is None else at[1]
            if cell := _cell(element, strings, formats):
                yield (number, column), cell


def _cell(element: "Element", strings: Sequence[str], formats: Sequence[str]) -> RawCell | None:
    children = {local(child.tag): child for child in element}
    style = int(element.get("s", 0))
    code = formats[style] if 0 <= style < len(formats) else GENERAL
    if "f" in children:
        return RawCell("formula", "=" + (children["f"].text or ""), code)
    type_ = element.get("t", "n")
    if type_ == "inlineStr":
        text = _string(children["is"]) if "is" in children else ""
    else:
        text = (children["v"].text if "v" in children else None) or ""
    if type_ == "s" and text:
        index = int(text)
        if not 0 <= index < len(strings):
            raise refusal(DAMAGED)
        text = strings[index]
    return RawCell(_KINDS.get(type_, "fault"), text, code) if text else None


_EMPTY: Final = b"<none/>"  # in place of a part that is not there

MOST_CELLS: Final = 100_000  # a work list has a few thousand


@dataclass(frozen=True, slots=True)
class RawSheet:
    name: str
    hidden: bool
    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)  # by row and column, from 1
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        cell = self.cells.get((row, column))
        return "" if cell is None else cell.text


@dataclass(frozen=True, slots=True)
class Book:
    sheets: tuple[RawSheet, ...]
    from_1904: bool = False


def open_workbook(path: Path) -> Book:
    """Raise a Refusal of what is no workbook, damaged, or has parts that no work list needs."""
    parts = open_container(path)
    try:
        check_parts(parts)
        return _read_book(parts)
    except (ValueError, KeyError, TypeError, OverflowError) as error:  # not as the format has it
        raise refusal(DAMAGED) from error


def _read_book(parts: Mapping[str, bytes]) -> Book:
    targets = _relations(parts)
    strings = [_string(one) for one in elements(parts.get("xl/sharedStrings.xml", _EMPTY), "si")]
    formats = _formats(parts.get("xl/styles.xml", _EMPTY))
    sheets: list[RawSheet] = []
    from_1904 = False
    for element in elements(parts["xl/workbook.xml"], "sheet", "workbookPr"):
        if local(element.tag) == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
            continue
        part = parts.get(targets.get(attribute(element, "id") or "", ""))
        if part is None:
            raise refusal(DAMAGED)
        hidden = element.get("state", "visible") != "visible"
        sheet = RawSheet(element.get("name", ""), hidden)
        _read_sheet(sheet, part, strings, formats)
        sheets.append(sheet)
        if sum(len(one.cells) for one in sheets) > MOST_CELLS:
            raise refusal(TOO_LARGE)
    return Book(tuple(sheets), from_1904)


def _relations(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Parts that the workbook refers to, by the ids of the references."""
    found: dict[str, str] = {}
    for element in elements(parts.get("xl/_rels/workbook.xml.rels", _EMPTY), "Relationship"):
        target = element.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join("xl", target)
        found[element.get("Id", "")] = posixpath.normpath(path)
    return found


def _read_sheet(sheet: RawSheet, part: bytes, strings: list[str], formats: list[str]) -> None:
    row = 0
    for element in elements(part, "row", "col", "mergeCell"):
        tag = local(element.tag)
        if tag == "row":
            row = int(element.get("r", row + 1))
            if element.get("hidden") in ("1", "true"):
                sheet.hidden_rows.add(row)
            sheet.cells.update(_cells(element, row, strings, formats))
        elif tag == "mergeCell":
            sheet.merged.append(element.get("ref", ""))
        elif element.get("hidden") in ("1", "true"):
            sheet.hidden_columns.append((int(element.get("min", 0)), int(element.get("max", 0))))
