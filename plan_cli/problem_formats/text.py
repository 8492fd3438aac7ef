"""For people: every problem with its line and what to do, grouped by file, and a last line."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from plan_cli.dataset.files import read_bytes
from plan_cli.i18n import _
from plan_cli.problem_formats.result import Result, kinds
from plan_cli.problems import Problem
from plan_cli.text import cells, fold, visible
from plan_cli.words import severity_label

_INDENT: Final = "    "
_NARROWEST: Final = 20  # cells that an excerpt takes, however small the terminal
_STYLES: Final = {"error": "1;31", "warning": "1;33", "note": "1;36", "place": "1"}


class Screen(NamedTuple):
    """Width in cells; on a terminal long lines are folded, in a pipe they stay whole."""

    width: int = 80
    terminal: bool = False
    colour: bool = False


def as_text(result: Result, screen: Screen) -> str:
    if not result.problems:
        return result.clean + "\n"
    blocks: list[str] = []
    for file, problems in groupby(result.problems, key=lambda problem: problem.file):
        found, lines = list(problems), _lines(file)
        if len(result.files) > 1:
            heading = _("{file}: {kinds}", file=visible(file), kinds=kinds(found))
            blocks.append(_painted(heading, "place", screen))
        blocks += ["\n".join(_problem(problem, lines, screen)) for problem in found]
    return "\n\n".join([*blocks, result.summary()]) + "\n"


def _lines(file: str) -> list[str]:
    """Lines of a file; bytes that are not UTF-8 stay, as surrogates."""
    raw = read_bytes(Path(file))
    text = "" if isinstance(raw, Problem) else raw.decode("utf-8-sig", "surrogateescape")
    return text.split("\n")


def _problem(problem: Problem, lines: Sequence[str], screen: Screen) -> Iterator[str]:
    yield from _head(problem, screen)
    yield from _excerpt(problem, lines, screen)
    yield from (_INDENT + line for line in _folded(visible(problem.hint), screen))


def _head(problem: Problem, screen: Screen) -> Iterator[str]:
    """Place and message; on a terminal, a message that is too long goes below.

    A place is never folded: terminals make links of it.
    """
    start = problem.span.start
    place = visible(f"{problem.file}:{start.line}:{start.column}")
    label, rule = severity_label(problem.severity), f"[{problem.rule}]"
    message = visible(problem.message).replace("\n", " ")
    painted = f"{_painted(place, 'place', screen)}: {_painted(label, problem.severity, screen)}"
    if not screen.terminal or cells(f"{place}: {label} {rule} {message}") <= screen.width:
        yield f"{painted} {rule} {message}"
        return
    yield f"{painted} {rule}"
    yield from (_INDENT + line for line in _folded(message, screen))


def _excerpt(problem: Problem, lines: Sequence[str], screen: Screen) -> Iterator[str]:
    start, end = problem.span.start, problem.span.end
    line = lines[start.line - 1].removesuffix("\r") if start.line <= len(lines) else ""
    if not line:
        return
    gutter = f"{start.line:>5} | "
    last = end.column if end.line == start.line else len(line) + 1
    shown = excerpt(line, start.column, last, max(screen.width - len(gutter), _NARROWEST))
    carets = shown.carets.lstrip()
    blank = " " * (len(shown.carets) - len(carets))
    yield gutter + shown.text
    yield " " * (len(gutter) - 2) + "| " + blank + _painted(carets, problem.severity, screen)


def _folded(text: str, screen: Screen) -> list[str]:
    room = max(screen.width - len(_INDENT), _NARROWEST)
    if cells(text) <= room:
        return [text] if text else []
    return [line.strip() for line in fold(text, room)]


def _painted(text: str, style: str, screen: Screen) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if screen.colour else text


_CUT: Final = "…"
_BYTES: Final = range(0xDC80, 0xDD00)  # how `surrogateescape` keeps a byte that is no UTF-8


class Excerpt(NamedTuple):
    """A part of a line, and the line below it that points at the place."""

    text: str
    carets: str


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Fit `line` into `width` cells, with carets from `start` to before `end`.

    Columns count characters from 1; the place may be behind the last one. An ellipsis marks what is
    left out.
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
    """The range of characters that fits into `room` cells, with `place` in it.

    A third of the room goes to what comes before; what one side does not need, the other gets.
    """
    before = _fitting(reversed(sizes[:place]), room // 3)
    after = _fitting(iter(sizes[place:]), room - sum(sizes[place - before : place]))
    used = sum(sizes[place : place + after])
    before = _fitting(reversed(sizes[:place]), room - used)
    return place - before, place + after


def _fitting(sizes: Iterator[int], room: int) -> int:
    """How many of the characters fit into `room` cells."""
    used = count = 0
    for size in sizes:
        used += size
        if used > room:
            break
        count += 1
    return count


def _shown(character: str) -> str:
    """A character that is safe on a terminal; a TAB does not look like blanks."""
    if ord(character) in _BYTES:
        return f"\\x{ord(character) - 0xDC00:02x}"
    return visible(character) if character != "\n" else ""
