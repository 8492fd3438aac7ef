"""Reads figures out of papers in Markdown, as somebody does who has only the paper."""

import re
from dataclasses import dataclass
from itertools import groupby

STATES = {
    "未报告": "unreported",
    "未启动": "not_started",
    "推进中": "in_progress",
    "受阻": "blocked",
    "已完成": "done",
    "中止": "terminated",
}
VERDICTS = {
    "提前实现": "early",
    "按期完成": "met",
    "快于预期": "ahead",
    "符合预期": "on_track",
    "滞后": "behind",
    "未完成": "missed",
    "无法判断": "unknown",
}


@dataclass
class Part:
    """A part of a paper."""

    text: str

    @property
    def tables(self) -> list[list[list[str]]]:
        """Its tables: headings, then rows of cells."""
        lines = groupby(self.text.splitlines(), lambda line: line.startswith("|"))
        found = [list(group) for is_table, group in lines if is_table]
        return [[_cells(line) for at, line in enumerate(one) if at != 1] for one in found]

    @property
    def rows(self) -> list[list[str]]:
        """The rows of its first table; none where it has no table."""
        return self.tables[0][1:] if self.tables else []

    @property
    def items(self) -> list[int]:
        return [int(row[0]) for row in self.rows]

    def number(self, after: str) -> int:
        """The number after some words; 0 where the words are not said."""
        found = re.search(rf"{after}(\d+)项", self.text)
        return int(found[1]) if found else 0

    def counted(self, after: str, labels: dict[str, str]) -> dict[str, int]:
        """What is counted after some words: `快于预期3项、符合预期2项`."""
        found = re.search(rf"{after}：([^。\[\\]*)", self.text)
        pieces = re.findall(r"([^\d、]+)(\d+)项", found[1]) if found else []
        return {labels[label]: int(number) for label, number in pieces}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def part(paper: str, title: str) -> Part:
    """The part whose heading has some words; empty where there is none."""
    for text in re.split(r"(?m)^## ", paper):
        if title in text.partition("\n")[0]:
            return Part(text)
    return Part("")


def numbers(cell: str) -> set[int]:
    """`1、4—6` is 1, 4, 5 and 6."""
    found: set[int] = set()
    for piece in filter(None, cell.split("、")):
        first, _dash, last = piece.partition("—")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def plain(cell: str) -> str:
    """A cell without the marks of Markdown."""
    return re.sub(r"\\(.)", r"\1", cell)
