"""Bars of plain characters, which every console has."""

from collections.abc import Mapping
from typing import Final

MARKS: Final = {
    "done": "#",
    "in_progress": "=",
    "blocked": "!",
    "not_started": "-",
    "terminated": "x",
    "unreported": ".",
}


def bar(counts: Mapping[str, int], width: int) -> str:
    """Return a bar of `width` characters that shares itself out by `counts`.

    What there is at all has a character at least; the largest part gives way for it.
    """
    present = {name: counts[name] for name in MARKS if counts[name]}
    total = sum(present.values())
    if not total:
        return ""
    cells = {name: max(1, number * width // total) for name, number in present.items()}
    largest = max(present, key=lambda name: present[name])
    cells[largest] += width - sum(cells.values())
    return "".join(MARKS[name] * number for name, number in cells.items())
