"""Widths of columns, and the scale of charts."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from plan_cli.papers.blocks import Pace, Table
from plan_cli.text import cells

_WORD: Final = re.compile(r"[\w.%()–—-]+", re.ASCII)
_LONGEST: Final = 14  # letters; what is longer, such as an address, may be broken
_BOLD: Final = 0.72  # width of a letter in a bold font that runs wide, in sizes of the letters
_PLAIN: Final = 0.68  # as wide as w and m in an id
_HEADER: Final = 2.0  # Chinese characters of a header that stand in a line at least
_MARGINS: Final = 0.9


def column_widths(table: Table, room: float) -> list[float]:
    """Return the parts of a table's width that its columns have; they add up to 1.

    Args:
        table: the table.
        room: its width, in sizes of its letters.
    """
    asked = [column.width for column in table.columns]
    least = [_least(table, place) / room for place in range(len(asked))]
    if sum(least) >= 1:
        return [one / sum(least) for one in least]
    return _shared(asked, least)


def _shared(asked: Sequence[float], least: Sequence[float]) -> list[float]:
    """Give every column its least, and share what is left among those that ask for more."""
    narrow: set[int] = set()
    while True:
        room = 1 - sum(least[place] for place in narrow)
        whole = sum(one for place, one in enumerate(asked) if place not in narrow)
        found = [
            least[place] if place in narrow else one / whole * room
            for place, one in enumerate(asked)
        ]
        more = {place for place, one in enumerate(found) if one < least[place]} - narrow
        if not more:
            return found
        narrow |= more


def _least(table: Table, place: int) -> float:
    header = table.columns[place].header
    cells_ = [row[place] or "" for row in table.rows]
    chinese = min(_HEADER, cells(header) / 2)
    words = max(_longest([header]) * _BOLD, _longest(cells_) * _PLAIN)
    return max(words, chinese) + _MARGINS


def _longest(texts: Iterable[str]) -> int:
    """Return how many letters the longest word has that must not be broken."""
    words = (word for text in texts for word in _WORD.findall(text))
    return max((len(word) for word in words if len(word) <= _LONGEST), default=0)


_LONGEST_BAR: Final = 1.0
"""A bar that is longer than what was planned is cut there, so that the others can be seen."""


def longest_share(bars: Sequence[Pace]) -> float:
    """Return the share that the longest bar stands for; 0 where there is none."""
    return min(max((abs(bar.share) for bar in bars if bar.share), default=0.0), _LONGEST_BAR)


def bar_cells(counts: Sequence[int], most: int, width: int) -> list[int]:
    """Share a bar out over whole cells: `most` fills `width`, and what there is has a cell.

    Args:
        counts: the parts of the bar.
        most: what the longest bar adds up to.
        width: cells of the longest bar.
    """
    total = sum(counts)
    if not total:
        return [0 for _number in counts]
    there = sum(number > 0 for number in counts)
    free = max(round(total * width / most), there) - there
    found = [1 + free * number // total if number else 0 for number in counts]
    found[max(range(len(counts)), key=lambda place: counts[place])] += free + there - sum(found)
    return found
