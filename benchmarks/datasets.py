"""Datasets shaped like the real one and many times as large, on which every check passes.

Each item stands there several times, one copy behind the other in its section, in the data and in
the notice. The copies differ in their numbers, in a word before the text, and in whose they are:
every copy of the plan has departments and groups of its own (市工信局, 市工信局甲, 市工信局乙), so
that each has as much as in the real plan. Or all copies share the departments, which then have as
many times as much.
"""

import hashlib
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REAL: Final = Path(__file__).resolve().parents[1] / "data"
ITEMS: Final = 210
"""Items of the real dataset, numbered from 1."""

_DIGITS: Final = "癸甲乙丙丁戊己庚辛壬"
_ID_LETTERS: Final = "abcdefghjkmnpqrstvwxyz"

_RECORD: Final = re.compile(r"^(?=- )", re.MULTILINE)
_ENTRY: Final = re.compile(r"^(?=  - )", re.MULTILINE)
_INNER_ENTRY: Final = re.compile(r"^(?=    - )", re.MULTILINE)
_TOP_KEY: Final = re.compile(r"^(?=\w)", re.MULTILINE)

_ITEM: Final = re.compile(r"^((?:- id|  item): )(\d+)$", re.MULTILINE)
_TARGET: Final = re.compile(r'"(\d+)(\.\d+)"')
_REPORT: Final = re.compile(r"^((?:- id|  replaces): )([a-z]\w+)$", re.MULTILINE)
_TEXT: Final = re.compile(r"^(  text: )(.*)$", re.MULTILINE)
_METRIC: Final = re.compile(r"^(      metric: )(.*)$", re.MULTILINE)
_KEYS: Final = (
    "name|full_name|category|aliases|plates|members|may_include|lead|support|responsible|department"
)
_SHORT_FORM: Final = re.compile(r"(?<=aliases: )\[.*\]")
_WHOSE: Final = re.compile(
    rf"((?:^|- )\s*(?:{_KEYS}): |alias: |departments: \[)(.*?)(?=, departments: |\]?}}|$)",
    re.MULTILINE,
)
_NAME: Final = re.compile(r"[^\s\[\],〈〉{}]+")
_CLAUSE: Final = re.compile(r"(\*?)(\d+)\.(.*)(\([^()]*(?:部门|单位):[^()]*\))(。?)")
_COUNT: Final = re.compile(
    r"(?<=共设置)\d+(?=项指标)|(?<=预期性指标)\d+|(?<=约束性指标)\d+(?=项)|(?<=该)\d+(?=项约束性)"
    r"|(?<=^  indicators: )\d+|(?<=^  expected: )\d+|(?<=^  binding: )\d+",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several copies of the plan; in number 0 only the items' numbers are others."""

    number: int
    of: int
    own_departments: bool

    @property
    def word(self) -> str:
        """What tells the copy from others: 甲乙 for 12."""
        return "".join(_DIGITS[int(digit)] for digit in str(self.number)) if self.number else ""

    def item(self, item: int) -> int:
        """Return the number of an item; all copies of one stand together."""
        return (item - 1) * self.of + self.number + 1

    def name(self, name: str) -> str:
        """Return what a department, a group, a plate or a short form is in this copy."""
        if not self.own_departments or not self.number:
            return name
        return f"{name}{self.number if name.isascii() else self.word}"

    def wording(self, text: str) -> str:
        """Return what an item says."""
        return f"{self.word}片区,{text}" if self.number else text

    def report(self, identifier: str) -> str:
        """Return the id of a report: drawn from that of the real one, so that each has its own."""
        if not self.number:
            return identifier
        drawn = hashlib.sha256(f"{identifier} {self.number}".encode()).digest()
        return "".join(_ID_LETTERS[byte % len(_ID_LETTERS)] for byte in drawn[:6])

    def metric(self, text: str) -> str:
        """Return what a target measures."""
        return f"{text}（{self.word}片区）" if self.number else text


def make(folder: Path, copies: int, *, own_departments: bool = True, source: Path = REAL) -> None:
    """Write a dataset of `copies` times 210 items into `folder`.

    Args:
        folder: where; it must not exist yet.
        copies: how many times each item stands there.
        own_departments: whether every copy has departments of its own.
        source: the dataset that is copied.
    """
    all_copies = [Copy(number, copies, own_departments) for number in range(copies)]
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("progress"))
    for name in ("tasks.yaml", "indicators.yaml"):
        _write(folder / name, _each(_read(source / name), _RECORD, all_copies, _item))
    names = all_copies if own_departments else all_copies[:1]
    _write(folder / "departments.yaml", _departments(_read(source / "departments.yaml"), names))
    for path in (source / "progress").glob("*.yaml"):
        for copy in names:
            reports = [copy] if own_departments else all_copies
            text = _each(_read(path), _RECORD, reports, _report)
            _write(folder / "progress" / f"{copy.name(path.stem)}.yaml", text)
    notice = next((source / "source").glob("*.txt"))
    published = folder / "source" / notice.name
    whose = _attributions(folder) if own_departments else {}
    _write(published, _counted(_notice(_read(notice), all_copies, whose), copies))
    plan = _counted(_plan(_read(source / "plan.yaml"), all_copies, names), copies)
    checksum = hashlib.sha256(published.read_bytes()).hexdigest()
    _write(folder / "plan.yaml", re.sub(r"(?<=sha256: )\w+", checksum, plan))


def _departments(text: str, copies: list[Copy]) -> str:
    """Return `departments.yaml` with its categories and all its entries for every copy."""
    parts = []
    for part in _TOP_KEY.split(text):
        if part.startswith("categories:"):
            names = _NAME.findall(part.partition(": ")[2])
            categories = ", ".join(copy.name(name) for copy in copies for name in names)
            parts.append(f"categories: [{categories}]\n")
        else:
            parts.append(_each(part, _ENTRY, copies, _department))
    return "".join(parts)


def _plan(text: str, copies: list[Copy], names: list[Copy]) -> str:
    """Return `plan.yaml` with what it says of targets, and of departments, for every copy."""
    parts = []
    for part in _TOP_KEY.split(text):
        if part.startswith("discrepancies:"):
            parts.append(_each(part, _ENTRY, copies, _entry))
        elif part.startswith("reporting:"):
            parts.append(_each(part, _INNER_ENTRY, names, _entry))
        else:
            parts.append(part)
    return "".join(parts)


def _notice(text: str, copies: list[Copy], whose: Mapping[int, str]) -> str:
    """Return the notice; `whose` has the attributions of the copies, by their numbers."""
    lines: list[str] = []
    for line in text.split("\n"):
        clause = _CLAUSE.fullmatch(line)
        if clause is None:
            lines.append(line)
            continue
        star, number, wording, attribution, stop = clause.groups()
        for copy in copies:
            item = copy.item(int(number))
            said = whose.get(item, attribution) if copy.number else attribution
            lines.append(f"{star}{item}.{copy.wording(wording)}{said}{stop}")
    return "\n".join(lines)


def _attributions(folder: Path) -> dict[int, str]:
    """Return how a notice would say whose the items of a dataset are."""
    found: dict[int, str] = {}
    for name in ("tasks.yaml", "indicators.yaml"):
        for record in _RECORD.split(_read(folder / name))[1:]:
            fields = dict(re.findall(r"^[- ] (\w+): (.*)$", record, re.MULTILINE))
            if "responsible" in fields:
                said = f"责任部门:{fields['responsible']}"
            else:
                support = fields["support"].strip("[]").replace(", ", "、")
                etc = "等" if "support_open" in fields else ""
                said = f"牵头部门:{fields['lead']}" + (
                    f",配合部门:{support}{etc}" if support else ""
                )
            found[int(fields["id"])] = f"({said})"
    return found


def _each(
    text: str, start: re.Pattern[str], copies: list[Copy], change: Callable[[str, Copy], str]
) -> str:
    """Return a list with every entry, which begins at `start`, once for each copy."""
    head, *entries = start.split(text)
    return head + "".join(change(entry, copy) for entry in entries for copy in copies)


def _item(record: str, copy: Copy) -> str:
    record = _numbered(record, copy)
    record = _TEXT.sub(lambda found: found[1] + copy.wording(found[2]), record)
    record = _METRIC.sub(lambda found: found[1] + copy.metric(found[2]), record)
    return _named(record, copy)


def _entry(entry: str, copy: Copy) -> str:
    return _named(_numbered(entry, copy), copy)


def _department(entry: str, copy: Copy) -> str:
    if copy.number:  # no notice writes its short forms: what is typed for it are its letters
        entry = _SHORT_FORM.sub(lambda found: _letters(found[0]), entry)
    return _entry(entry, copy)


def _letters(names: str) -> str:
    return f"[{', '.join(name for name in _NAME.findall(names) if name.isascii())}]"


def _report(record: str, copy: Copy) -> str:
    return _REPORT.sub(lambda found: found[1] + copy.report(found[2]), _numbered(record, copy))


def _numbered(text: str, copy: Copy) -> str:
    text = _ITEM.sub(lambda found: f"{found[1]}{copy.item(int(found[2]))}", text)
    return _TARGET.sub(lambda found: f'"{copy.item(int(found[1]))}{found[2]}"', text)


def _named(text: str, copy: Copy) -> str:
    def renamed(found: re.Match[str]) -> str:
        return found[1] + _NAME.sub(lambda name: copy.name(name[0]), found[2])

    return _WHOSE.sub(renamed, text)


def _counted(text: str, copies: int) -> str:
    """Return a text with the numbers of indicators that the notice states multiplied."""
    return _COUNT.sub(lambda number: str(int(number[0]) * copies), text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
