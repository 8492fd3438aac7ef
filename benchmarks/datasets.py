"""Datasets of many times 210 items on which every check passes: copies of the real one.

Each item stands there several times, one copy behind the other, in the data and in the notice. The
copies differ in their numbers and in a word before the text; the departments have as many times as
much to do.
"""

import hashlib
import re
import shutil
from pathlib import Path
from typing import Final

REAL: Final = Path(__file__).resolve().parents[1] / "data"
ITEMS: Final = 210
"""Items of the real dataset, numbered from 1."""

_DIGITS: Final = "癸甲乙丙丁戊己庚辛壬"
_ID_LETTERS: Final = "abcdefghjkmnpqrstvwxyz"

_RECORD: Final = re.compile(r"^(?=- )", re.MULTILINE)
_DISCREPANCIES: Final = re.compile(r"(?<=^discrepancies:\n)(?:[ #].*\n)+", re.MULTILINE)
_DISCREPANCY: Final = re.compile(r"^(?=  - )", re.MULTILINE)
_ITEM: Final = re.compile(r"^((?:- id|  item): )(\d+)$", re.MULTILINE)
_TARGET: Final = re.compile(r'"(\d+)(\.\d+)"')
_REPORT: Final = re.compile(r"^((?:- id|  replaces): )([a-z]\w+)$", re.MULTILINE)
_TEXT: Final = re.compile(r"^(  text: )", re.MULTILINE)
_METRIC: Final = re.compile(r"^(      metric: .*)$", re.MULTILINE)
_CLAUSE: Final = re.compile(r"^(\*?)(\d+)\.(.*\([^()]*(?:部门|单位):[^()]*\)。?)$", re.MULTILINE)
_COUNT: Final = re.compile(
    r"(?<=共设置)\d+(?=项指标)|(?<=预期性指标)\d+|(?<=约束性指标)\d+(?=项)|(?<=该)\d+(?=项约束性)"
    r"|(?<=^  indicators: )\d+|(?<=^  expected: )\d+|(?<=^  binding: )\d+",
    re.MULTILINE,
)


def make(folder: Path, copies: int) -> Path:
    """Write a dataset of `copies` times 210 items into `folder`, which must not exist yet."""
    shutil.copytree(REAL, folder)
    for path in (
        folder / "tasks.yaml",
        folder / "indicators.yaml",
        *folder.glob("progress/*.yaml"),
    ):
        _write(path, _repeated(_read(path), _RECORD, copies))
    (published,) = folder.glob("source/*.txt")
    notice = _CLAUSE.sub(lambda clause: _clauses(clause, copies), _read(published))
    _write(published, _counted(notice, copies))
    plan = _read(folder / "plan.yaml")
    plan = _DISCREPANCIES.sub(lambda part: _repeated(part[0], _DISCREPANCY, copies), plan)
    checksum = hashlib.sha256(published.read_bytes()).hexdigest()
    plan = re.sub(r"(?<=sha256: )\w+", checksum, _counted(plan, copies))
    _write(folder / "plan.yaml", plan)
    return folder


def _repeated(text: str, start: re.Pattern[str], copies: int) -> str:
    """Return a list with every entry, which begins at `start`, once for each copy."""
    head, *entries = start.split(text)
    return head + "".join(
        _copied(entry, number, copies) for entry in entries for number in range(copies)
    )


def _copied(entry: str, number: int, of: int) -> str:
    """Return an entry as it is in a copy; in the first one only numbers differ."""
    entry = _ITEM.sub(lambda found: f"{found[1]}{_item(found[2], number, of)}", entry)
    entry = _TARGET.sub(lambda found: f'"{_item(found[1], number, of)}{found[2]}"', entry)
    if number:
        entry = _TEXT.sub(rf"\1{_prefix(number)}", entry)
        entry = _METRIC.sub(rf"\1（{_prefix(number)[:-1]}）", entry)
        entry = _REPORT.sub(lambda found: found[1] + _report(found[2], number), entry)
    return entry


def _clauses(clause: re.Match[str], copies: int) -> str:
    star, item, rest = clause.groups()
    numbers = range(copies)
    return "\n".join(f"{star}{_item(item, n, copies)}.{_prefix(n)}{rest}" for n in numbers)


def _item(item: str, number: int, of: int) -> int:
    """Return the number of an item in a copy; all copies of one stand together."""
    return (int(item) - 1) * of + number + 1


def _prefix(number: int) -> str:
    """Return what tells a copy from others: 甲乙片区 for 12."""
    return f"{''.join(_DIGITS[int(digit)] for digit in str(number))}片区," if number else ""


def _report(identifier: str, number: int) -> str:
    """Return the id of a report in a copy, drawn from that of the real one."""
    drawn = hashlib.sha256(f"{identifier} {number}".encode()).digest()
    return "".join(_ID_LETTERS[byte % len(_ID_LETTERS)] for byte in drawn[:6])


def _counted(text: str, copies: int) -> str:
    """Return a text with the numbers of indicators that the notice states multiplied."""
    return _COUNT.sub(lambda number: str(int(number[0]) * copies), text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
