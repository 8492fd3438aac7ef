"""The line that a problem is on, cut to the room there is, with carets under the place."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from plan_cli.render.fold import cells
from plan_cli.render.text import visible

_CUT: Final = "…"
_BYTES: Final = range(0xDC80, 0xDD00)  # how `surrogateescape` keeps a byte that is no UTF-8


class Excerpt(NamedTuple):
    """A part of a line, and the line below it that points at the place."""

    text: str
    carets: str


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Return what `width` cells can show of `line`, with carets from `start` to before `end`.

    Columns count characters from 1; the place may be behind the last one. What is left out on a
    side is marked by an ellipsis.
    """
    first = min(start - 1, len(line))
    last = max(first, min(end - 1, len(line)))
    room = width - 2 * len(_CUT)
    # A character takes a cell at least, so nothing further away can be on show.
    begin = max(0, first - room)
    shown = [_shown(character) for character in line[begin : first + room]]
    sizes = [cells(text) for text in shown]
    left, right = _window(sizes, first - begin, room)
    head = _CUT if begin + left > 0 else ""
    tail = _CUT if begin + right < len(line) else ""
    indent = len(head) + sum(sizes[left : first - begin])
    marked = sum(sizes[first - begin : min(last - begin, right)])
    text = head + "".join(shown[left:right]) + tail
    return Excerpt(text, " " * indent + "^" * max(marked, 1))


def _window(sizes: list[int], place: int, room: int) -> tuple[int, int]:
    """Return from where to where characters fit into `room` cells, `place` among them.

    A third of the room goes to what comes before; what one side does not need, the other gets.
    """
    before = _fitting(reversed(sizes[:place]), room // 3)
    after = _fitting(iter(sizes[place:]), room - sum(sizes[place - before : place]))
    used = sum(sizes[place : place + after])
    before = _fitting(reversed(sizes[:place]), room - used)
    return place - before, place + after


def _fitting(sizes: Iterator[int], room: int) -> int:
    """Return how many of the characters fit into `room` cells."""
    used = count = 0
    for size in sizes:
        used += size
        if used > room:
            break
        count += 1
    return count


def _shown(character: str) -> str:
    """Return a character as a terminal may safely show it; a TAB is told from blanks."""
    if ord(character) in _BYTES:
        return f"\\x{ord(character) - 0xDC00:02x}"
    return visible(character) if character != "\n" else ""
