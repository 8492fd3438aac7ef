"""The manifest: what a workbook stores about the dataset it was made from.

It is in the first column of a hidden sheet: lines of JSON, the last a checksum of the others.
Hidden sheets survive Excel, WPS and LibreOffice; properties of a document do not always.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from plan_cli.i18n import _
from plan_cli.problems import Refusal
from plan_cli.worklists.cells import Book
from plan_cli.worklists.container import NO_WORK_LIST, refusal
from plan_cli.worklists.sheet import WorkList

FORMAT: Final = "plan-worklist/1"
SHEET_NAME: Final = "校验信息"
NOTICE: Final = "以下由程序生成，供收回时核对，请勿改动。"

_NEEDED: Final = frozenset({"item", "text", "target"})  # official columns that find and check rows
_MORE: Final = "+"
_LONGEST: Final = 15_000  # characters; a cell holds 32,767, and some characters count twice
_DIGITS: Final = 12  # of a hash; enough to notice a changed text


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row when the list was made."""

    sheet: str
    item: int
    target: str | None  # None for the item as a whole
    hashes: Mapping[str, str]  # of official cells, by column
    given: Mapping[str, str]  # what the department had set already, by input
    open: frozenset[str]  # inputs that may be filled in

    @property
    def key(self) -> tuple[int, str | None]:
        return self.item, self.target

    def given_text(self, key: str) -> str:
        return self.given.get(key, "").strip()


@dataclass(frozen=True, slots=True)
class Manifest:
    number: str
    department: str
    year: int
    as_of: date
    columns: Mapping[str, tuple[tuple[str, str], ...]]  # key and heading of each column, by sheet
    known: Mapping[int, tuple[str, ...]]  # ids of the reports that existed, by item
    rows: tuple[KnownRow, ...]


def hashed(text: str) -> str:
    """Short hash of a cell's text, whatever its line ends."""
    plain = text.replace("\r\n", "\n").strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def manifest_lines(work_list: WorkList) -> list[str]:
    items = {row.item for sheet in work_list.sheets for row in sheet.rows}
    values: list[dict[str, Any]] = [
        {
            "format": FORMAT,
            "number": work_list.number,
            "department": work_list.department,
            "year": work_list.year,
            "as_of": work_list.as_of.isoformat(),
            "known": {str(item): list(work_list.known.get(item, ())) for item in sorted(items)},
        }
    ]
    for sheet in work_list.sheets:
        columns = [[column.key, column.header] for column in sheet.columns]
        values.append({"sheet": sheet.name, "columns": columns})
        official = [column.key for column in sheet.columns if not column.input]
        values += [
            {
                "row": [sheet.name, row.item, row.target],
                "hashes": {key: hashed(row.text(key)) for key in official},
                "given": dict(row.given),
                "open": sorted(row.open),
            }
            for row in sheet.rows
        ]
    lines = [
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        for value in values
    ]
    return [NOTICE, *(piece for line in lines for piece in _pieces(line)), _checksum(lines)]


def _pieces(line: str) -> Iterator[str]:
    """Parts of a line that each fit into a cell; all but the first begin with a mark."""
    for start in range(0, len(line), _LONGEST):
        yield (_MORE if start else "") + line[start : start + _LONGEST]


def _checksum(found: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogatepass")).hexdigest()


def manifest_of(book: Book) -> Manifest:
    """Raise a Refusal of a workbook that is no work list, or whose manifest is damaged."""
    sheet = next((one for one in book.sheets if one.name == SHEET_NAME), None)
    if sheet is None:
        raise refusal(NO_WORK_LIST)
    return read_manifest([sheet.text(row, 1) for row, column in sorted(sheet.cells) if column == 1])


def read_manifest(texts: Sequence[str]) -> Manifest:
    """Raise a Refusal of lines that were changed, or are of another version."""
    found: list[str] = []
    for text in texts:
        if text.startswith(_MORE) and found:
            found[-1] += text.removeprefix(_MORE)
        elif text and text != NOTICE:
            found.append(text)
    if len(found) < 2 or found[-1] != _checksum(found[:-1]):  # noqa: PLR2004  (head and checksum)
        raise _changed()
    try:
        return _manifest([json.loads(text) for text in found[:-1]])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _changed() from error


def _changed() -> Refusal:
    return Refusal(
        _("the sheet {name} has been changed", name=SHEET_NAME),
        _("Copy the entries into the original work list."),
    )


def _manifest(values: Sequence[dict[str, Any]]) -> Manifest:
    head, rest = values[0], values[1:]
    if head["format"] != FORMAT:
        raise Refusal(
            _("it was made by another version of the program ({format})", format=head["format"]),
            _("Make a new work list, and copy the entries into it."),
        )
    columns = {
        _text(one["sheet"]): tuple((_text(key), _text(header)) for key, header in one["columns"])
        for one in rest
        if "sheet" in one
    }
    return Manifest(
        number=_text(head["number"]),
        department=_text(head["department"]),
        year=_number(head["year"]),
        as_of=date.fromisoformat(head["as_of"]),
        columns=columns,
        known={int(item): tuple(map(_text, ids)) for item, ids in head["known"].items()},
        rows=tuple(_known_row(value, columns) for value in rest if "row" in value),
    )


def _known_row(
    value: Mapping[str, Any], columns: Mapping[str, Sequence[tuple[str, str]]]
) -> KnownRow:
    sheet, item, target = value["row"]
    row = KnownRow(
        sheet=_text(sheet),
        item=_number(item),
        target=None if target is None else _text(target),
        hashes={key: _text(text) for key, text in value["hashes"].items()},
        given={key: _text(text) for key, text in value["given"].items()},
        open=frozenset(map(_text, value["open"])),
    )
    keys = {key for key, _header in columns[row.sheet]}
    if not _NEEDED <= row.hashes.keys() <= keys or not {*row.given, *row.open} <= keys:
        raise ValueError(value)
    return row


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
