"""What a workbook remembers of the dataset it was made from, so that it can be collected.

It stands on a hidden sheet, in the first column: lines of JSON, the last one a checksum of the
others. Hidden sheets survive Excel, WPS and LibreOffice; properties of a document do not always.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from plan_cli.i18n import _
from plan_cli.worklists.cells import Book
from plan_cli.worklists.container import RefusedFileError
from plan_cli.worklists.sheet import Ledger, Row, Sheet

FORMAT: Final = "plan-worklist/1"
SHEET_NAME: Final = "校验信息"
NOTICE: Final = "以下由程序生成，供收回时核对，请勿改动。"

_NEEDED: Final = frozenset({"item", "text", "target"})
"""Official columns by which rows are found and checked."""
_MORE: Final = "+"
_LONGEST: Final = 15_000  # characters; a cell holds 32,767, and some characters count twice
_DIGITS: Final = 12  # of a hash; enough to tell a changed text from the one that was there


class ManifestError(ValueError):
    """The lines are no manifest, or not one that this program wrote."""


class OtherVersionError(ManifestError):
    """The manifest is of another version of the program; `format` is what it says."""

    def __init__(self, format_: str) -> None:
        super().__init__(format_)
        self.format = format_


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row as it was made.

    Attributes:
        sheet: the sheet's name.
        item: the item's number.
        target: the target's id; None for the item as a whole.
        hashes: of what the plan says, by the keys of official columns.
        given: what the department had set already, by the keys of inputs.
        open: the keys of the inputs that may be filled in.
    """

    sheet: str
    item: int
    target: str | None
    hashes: Mapping[str, str]
    given: Mapping[str, str]
    open: frozenset[str]

    def given_text(self, key: str) -> str:
        """Return what stood in an input when the list was made."""
        return self.given.get(key, "").strip()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a workbook remembers.

    Attributes:
        number: the number of the notice.
        department: canonical name of the department.
        year: the year of the goals.
        as_of: the day of the data.
        headers: the headings of each sheet, by the sheets' names.
        keys: the keys of the columns, in the same order.
        known: the ids of the reports that were there, by item.
        rows: the rows, in their order.
    """

    number: str
    department: str
    year: int
    as_of: date
    headers: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, tuple[str, ...]]
    known: Mapping[int, tuple[str, ...]]
    rows: tuple[KnownRow, ...]


def hashed(text: str) -> str:
    """Return a short hash of a cell's text; what a program does to line ends does not matter."""
    plain = text.replace("\r\n", "\n").strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def manifest_lines(ledger: Ledger) -> list[str]:
    """Return the lines of the manifest of a work list."""
    items = {row.item for sheet in ledger.sheets for row in sheet.rows}
    head = {
        "format": FORMAT,
        "number": ledger.number,
        "department": ledger.department,
        "year": ledger.year,
        "as_of": ledger.as_of.isoformat(),
        "known": {str(item): list(ledger.known.get(item, ())) for item in sorted(items)},
    }
    found = [_dumped(head)]
    for sheet in ledger.sheets:
        columns = [[column.key, column.header] for column in sheet.columns]
        found.append(_dumped({"sheet": sheet.name, "columns": columns}))
        found += [_dumped(_row(sheet, row)) for row in sheet.rows]
    return [NOTICE, *(piece for line in found for piece in _pieces(line)), _checksum(found)]


def _pieces(line: str) -> Iterator[str]:
    """Yield the parts of a line that each fit into a cell; all but the first begin with a mark."""
    for start in range(0, len(line), _LONGEST):
        yield (_MORE if start else "") + line[start : start + _LONGEST]


def _row(sheet: Sheet, row: Row) -> dict[str, Any]:
    official = [column.key for column in sheet.columns if not column.input]
    return {
        "row": [sheet.name, row.item, row.target],
        "hashes": {key: hashed(row.text(key)) for key in official},
        "given": dict(row.given),
        "open": sorted(row.open),
    }


def read(texts: Sequence[str]) -> Manifest:
    """Read the lines of a manifest.

    Raises:
        ManifestError: they are none, or something in them was changed.
        OtherVersionError: they are those of another version of the program.
    """
    found: list[str] = []
    for text in texts:
        if text.startswith(_MORE) and found:
            found[-1] += text.removeprefix(_MORE)
        elif text and text != NOTICE:
            found.append(text)
    if len(found) < 2 or found[-1] != _checksum(found[:-1]):  # noqa: PLR2004  (head and checksum)
        raise ManifestError
    try:
        return _manifest([json.loads(text) for text in found[:-1]])
    except OtherVersionError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ManifestError from error


def _manifest(values: Sequence[dict[str, Any]]) -> Manifest:
    head, rest = values[0], values[1:]
    if head["format"] != FORMAT:
        raise OtherVersionError(str(head["format"]))
    sheets = {_text(one["sheet"]): one["columns"] for one in rest if "sheet" in one}
    headers = {name: tuple(_text(header) for _k, header in one) for name, one in sheets.items()}
    keys = {name: tuple(_text(key) for key, _h in one) for name, one in sheets.items()}
    return Manifest(
        number=_text(head["number"]),
        department=_text(head["department"]),
        year=_number(head["year"]),
        as_of=date.fromisoformat(head["as_of"]),
        headers=headers,
        keys=keys,
        known={int(item): tuple(map(_text, ids)) for item, ids in head["known"].items()},
        rows=tuple(_known_row(value, keys) for value in rest if "row" in value),
    )


def _known_row(value: Mapping[str, Any], keys: Mapping[str, Sequence[str]]) -> KnownRow:
    sheet, item, target = value["row"]
    row = KnownRow(
        sheet=_text(sheet),
        item=_number(item),
        target=None if target is None else _text(target),
        hashes={key: _text(text) for key, text in value["hashes"].items()},
        given={key: _text(text) for key, text in value["given"].items()},
        open=frozenset(map(_text, value["open"])),
    )
    columns = set(keys[row.sheet])
    if not _NEEDED <= row.hashes.keys() <= columns or not {*row.given, *row.open} <= columns:
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


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _checksum(found: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogatepass")).hexdigest()


def read_manifest(book: Book) -> Manifest:
    """Return what a workbook remembers of the dataset.

    Raises:
        RefusedFileError: it is no work list, one of another version, or what it remembers was
            changed.
    """
    sheet = next((one for one in book.sheets if one.name == SHEET_NAME), None)
    if sheet is None:
        raise RefusedFileError(
            _("it is no work list of plan worklist"),
            _("Send back the work list (.xlsx) that plan worklist has made, filled in."),
        )
    rows = sorted(row for row, column in sheet.cells if column == 1)
    try:
        return read([sheet.text(row, 1) for row in rows])
    except OtherVersionError as error:
        raise RefusedFileError(
            _("it was made by another version of the program ({format})", format=error.format),
            _("Make a new work list, and copy what was filled in into it."),
        ) from error
    except ManifestError as error:
        raise RefusedFileError(
            _("the sheet {name} is not as it was made", name=SHEET_NAME),
            _("Copy what was filled in into the work list as it was sent out."),
        ) from error
