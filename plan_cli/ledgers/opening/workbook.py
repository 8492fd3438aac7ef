"""The sheets of a workbook: their cells, and what of them is hidden or merged."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from plan_cli.ledgers.opening.cells import RawCell, cells_of, read_strings
from plan_cli.ledgers.opening.errors import damaged, too_large
from plan_cli.ledgers.opening.formats import read_formats
from plan_cli.ledgers.opening.parts import attribute, check_parts, elements, local

_WORKBOOK: Final = "xl/workbook.xml"

MOST_CELLS: Final = 100_000
"""Cells with something in them; a work list has a few thousand."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its cells by row and column from 1, and what of it is hidden or merged."""

    name: str
    hidden: bool
    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, empty where there is none."""
        cell = self.cells.get((row, column))
        return "" if cell is None else cell.text

    def column_is_hidden(self, column: int) -> bool:
        """Say whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in their order, and whether its days count from 1904."""

    sheets: tuple[RawSheet, ...]
    from_1904: bool = False


def read_book(parts: Mapping[str, bytes]) -> Book:
    """Read the sheets of an unpacked workbook.

    Raises:
        RefusedFileError: it has something in it that no work list needs, or is damaged.
    """
    check_parts(parts)
    targets = _relations(parts, _WORKBOOK)
    strings = read_strings(parts.get("xl/sharedStrings.xml"))
    formats = read_formats(parts.get("xl/styles.xml"))
    sheets: list[RawSheet] = []
    from_1904 = False
    for element in elements(parts[_WORKBOOK], "sheet", "workbookPr"):
        if local(element.tag) == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
            continue
        part = parts.get(targets.get(attribute(element, "id") or "", ""))
        if part is None:
            raise damaged()
        hidden = element.get("state", "visible") != "visible"
        sheet = RawSheet(element.get("name", ""), hidden)
        _read_sheet(sheet, part, strings, formats)
        sheets.append(sheet)
        if sum(len(one.cells) for one in sheets) > MOST_CELLS:
            raise too_large()
    return Book(tuple(sheets), from_1904)


def _relations(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the ids of the references."""
    folder, base = posixpath.split(name)
    relations = parts.get(f"{folder}/_rels/{base}.rels", b"<none/>")
    found: dict[str, str] = {}
    for element in elements(relations, "Relationship"):
        target = element.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
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
            sheet.cells.update(cells_of(element, row, strings, formats))
        elif tag == "mergeCell":
            sheet.merged.append(element.get("ref", ""))
        elif element.get("hidden") in ("1", "true"):
            sheet.hidden_columns.append((int(element.get("min", 0)), int(element.get("max", 0))))
