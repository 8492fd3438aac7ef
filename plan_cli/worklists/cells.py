"""Sheets and cells of a returned workbook, as the file has them.

openpyxl is not used: it expands merged areas of any size, and turns what was typed into floats.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

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
from plan_cli.worklists.styles import GENERAL, Styles, is_raised, is_struck, read_styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


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
    struck: bool = False  # wholly or in part
    raised: bool = False  # wholly or in part; or lowered


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


def within(at: tuple[int, int], area: str) -> bool:
    """Whether a cell is in an area such as C7:D9; one that cannot be read has every cell."""
    first, _colon, last = area.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        return True
    return start[0] <= at[0] <= end[0] and start[1] <= at[1] <= end[1]


class _String(NamedTuple):
    text: str
    struck: bool = False
    raised: bool = False


def _string(element: "Element") -> _String:
    """Text of an element: its runs, without phonetic hints; and how any of them is formatted."""
    texts: list[str] = []
    struck = raised = False
    for child in element:
        if local(child.tag) == "t":
            texts.append(child.text or "")
        elif local(child.tag) == "r":
            run = "".join(one.text or "" for one in child if local(one.tag) == "t")
            texts.append(run)
            for one in child:
                if run.strip() and local(one.tag) == "rPr":
                    struck, raised = struck or is_struck(one), raised or is_raised(one)
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), "".join(texts))
    return _String(text, struck, raised)


def _cells(
    row: "Element", number: int, strings: Sequence[_String], styles: Styles
) -> Iterator[tuple[tuple[int, int], RawCell]]:
    column = 0
    for element in row:
        if local(element.tag) == "c":
            at = place_of(element.get("r", ""))
            column = column + 1 if at is None else at[1]
            if cell := _cell(element, strings, styles):
                yield (number, column), cell


def _cell(element: "Element", strings: Sequence[_String], styles: Styles) -> RawCell | None:
    children = {local(child.tag): child for child in element}
    style = styles.of(int(element.get("s", 0)))
    if "f" in children:
        return RawCell("formula", "=" + (children["f"].text or ""), style.format)
    type_ = element.get("t", "n")
    if type_ == "inlineStr":
        found = _string(children["is"]) if "is" in children else _String("")
    else:
        found = _String((children["v"].text if "v" in children else None) or "")
    if type_ == "s" and found.text:
        index = int(found.text)
        if not 0 <= index < len(strings):
            raise refusal(DAMAGED)
        found = strings[index]
    if not found.text:
        return None
    struck, raised = found.struck or style.struck, found.raised or style.raised
    return RawCell(_KINDS.get(type_, "fault"), found.text, style.format, struck, raised)


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
    conditional: list[str] = field(default_factory=list)  # areas that may look otherwise

    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)  # texts of drawings

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
    targets = _relations(parts, "xl/workbook.xml")
    strings = [_string(one) for one in elements(parts.get("xl/sharedStrings.xml", _EMPTY), "si")]
    styles = read_styles(parts.get("xl/styles.xml", _EMPTY))
    sheets: list[RawSheet] = []
    from_1904 = False
    for element in elements(parts["xl/workbook.xml"], "sheet", "workbookPr"):
        if local(element.tag) == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
            continue
        name = targets.get(attribute(element, "id") or "", "")
        part = parts.get(name)
        if part is None:
            raise refusal(DAMAGED)
        hidden = element.get("state", "visible") != "visible"
        sheet = RawSheet(element.get("name", ""), hidden)
        _read_sheet(sheet, part, strings, styles)
        _read_beside(sheet, name, parts)
        sheets.append(sheet)
        if sum(len(one.cells) for one in sheets) > MOST_CELLS:
            raise refusal(TOO_LARGE)
    return Book(tuple(sheets), from_1904)


def _relations(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Parts that a part refers to, by the ids of the references."""
    folder, _slash, file = name.rpartition("/")
    found: dict[str, str] = {}
    rels = parts.get(f"{folder}/_rels/{file}.rels", _EMPTY)
    for element in elements(rels, "Relationship"):
        target = element.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        found[element.get("Id", "")] = posixpath.normpath(path)
    return found


def _read_beside(sheet: RawSheet, name: str, parts: Mapping[str, bytes]) -> None:
    """Comments on cells, and what is written in drawings."""
    for target in _relations(parts, name).values():
        part = parts.get(target, b"")
        if not part or not target.endswith(".xml"):
            continue
        for element in elements(part, "comment", "threadedComment", "txBody"):
            texts = [one.text or "" for one in element.iter() if local(one.tag) in ("t", "text")]
            text = " ".join("".join(texts).split())
            if local(element.tag) == "txBody":
                sheet.drawn.extend([text] if text else [])
            elif (at := place_of(element.get("ref", ""))) is not None:
                # Excel writes a comment of a conversation twice, shortened here.
                threaded = local(element.tag) == "threadedComment"
                sheet.comments[at] = text if threaded else sheet.comments.get(at, text)


def _read_sheet(sheet: RawSheet, part: bytes, strings: Sequence[_String], styles: Styles) -> None:
    row = 0
    for element in elements(part, "row", "col", "mergeCell", "conditionalFormatting"):
        tag = local(element.tag)
        if tag == "row":
            row = int(element.get("r", row + 1))
            if element.get("hidden") in ("1", "true"):
                sheet.hidden_rows.add(row)
            sheet.cells.update(_cells(element, row, strings, styles))
        elif tag == "mergeCell":
            sheet.merged.append(element.get("ref", ""))
        elif tag == "conditionalFormatting":
            if any(int(one.get("dxfId", -1)) in styles.telling for one in element):
                sheet.conditional.extend(element.get("sqref", "").split())
        elif element.get("hidden") in ("1", "true"):
            sheet.hidden_columns.append((int(element.get("min", 0)), int(element.get("max", 0))))
