"""Papers as Markdown; charts become tables, with bars of plain characters."""

import re
from collections.abc import Sequence
from typing import Final

from plan_cli.listings.plain import escaped
from plan_cli.papers import blocks
from plan_cli.text import clean

_LINE_START: Final = re.compile(r"^(?:(\d+)(?=[.)])|(?=[-+=]))")  # of a list, a rule, a heading
_RULE: Final[dict[blocks.Align, str]] = {"left": "---", "center": ":---:", "right": "---:"}
_BAR: Final = 10  # characters of the longest bar


def as_markdown(papers: Sequence[blocks.Paper]) -> bytes:
    return "\n---\n\n".join(_paper(paper) for paper in papers).encode()


def _paper(paper: blocks.Paper) -> str:
    head = [f"# {_inline(paper.title)}"]
    if paper.subtitle:
        head.append(f"**{_inline(paper.subtitle)}**")
    if paper.lines:
        head.append("  \n".join(_start(line) for line in paper.lines))
    return "\n\n".join([*head, *(text for one in paper.blocks if (text := _block(one)))]) + "\n"


def _block(block: blocks.Block) -> str:
    match block:
        case blocks.Heading(text):
            found = f"## {_inline(text)}"
        case blocks.Paragraph(text):
            found = "  \n".join(_start(line) for line in text.split("\n"))
        case blocks.Note(text):
            found = "\n".join(f"> {_start(line)}" for line in text.split("\n"))
        case blocks.PaperTable():
            found = _table(block)
        case blocks.BarChart():
            found = _bar_chart(block)
        case blocks.PageBreak():
            found = ""
    return found


def _table(block: blocks.PaperTable) -> str:
    lines = [
        _row([column.header for column in block.columns]),
        _row_of_marks([_RULE[column.align] for column in block.columns]),
        *(_row(["" if cell is None else cell for cell in row]) for row in block.rows),
    ]
    return "\n".join(lines)


def _bar_chart(block: blocks.BarChart) -> str:
    place = block.place
    headers = [column.header for column in block.columns]
    marks = [_RULE[column.align] for column in block.columns]
    if block.sides is not None:
        worse, better = block.sides
        headers[place] = f"{headers[place]} ({worse} − / {better} +)"
        marks[place] = _RULE["left"]
    else:
        headers[place : place + 1] = [label for label, _tone in block.key]
        marks[place : place + 1] = [_RULE["right"]] * len(block.key)
    lines = [f"**{_inline(block.caption)}**\n", _row(headers), _row_of_marks(marks)]
    for bar in block.bars:
        figures = [one.figure for one in bar.segments]
        if block.sides is not None:
            figures = [_drawn(bar, block.longest)]
        lines.append(_row([*bar.texts[:place], *figures, *bar.texts[place:]]))
    return "\n".join(lines)


def _drawn(bar: blocks.Bar, longest: float) -> str:
    if not bar.segments:
        return ""
    (one,) = bar.segments
    size = round(abs(one.length) / longest * _BAR) if longest else 0
    return f"{one.figure} {'■' * size}".rstrip()


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_inline(cell) for cell in cells)} |"


def _row_of_marks(marks: Sequence[str]) -> str:
    return f"| {' | '.join(marks)} |"


def _start(text: str) -> str:
    """A line that Markdown does not take for the beginning of a list, a rule or a heading."""
    return _LINE_START.sub(r"\1\\", _inline(text).lstrip())


def _inline(text: str) -> str:
    return escaped(clean(text))
