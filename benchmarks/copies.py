"""The text of a dataset's files for several copies of the plan, one entry behind the other."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

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


def items(text: str, copies: list[Copy]) -> str:
    """Return `tasks.yaml` or `indicators.yaml`."""
    return _each(text, _RECORD, copies, _item)


def reports(text: str, copies: list[Copy]) -> str:
    """Return a file of reports."""
    return _each(text, _RECORD, copies, _report)


def departments(text: str, copies: list[Copy]) -> str:
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


def plan(text: str, copies: list[Copy], names: list[Copy]) -> str:
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


def notice(text: str, copies: list[Copy], whose: Mapping[int, str]) -> str:
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


def attributions(texts: Iterable[str]) -> dict[int, str]:
    """Return how a notice would say whose the items of some files are."""
    found: dict[int, str] = {}
    for record in (record for text in texts for record in _RECORD.split(text)[1:]):
        fields = dict(re.findall(r"^[- ] (\w+): (.*)$", record, re.MULTILINE))
        if "responsible" in fields:
            said = f"责任部门:{fields['responsible']}"
        else:
            support = fields["support"].strip("[]").replace(", ", "、")
            etc = "等" if "support_open" in fields else ""
            said = f"牵头部门:{fields['lead']}" + (f",配合部门:{support}{etc}" if support else "")
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


def counted(text: str, copies: int) -> str:
    """Return a text with the numbers of indicators that the notice states multiplied."""
    return _COUNT.sub(lambda number: str(int(number[0]) * copies), text)
