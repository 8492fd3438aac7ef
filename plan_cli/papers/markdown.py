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
            return f"## {_inline(text)}"
        case blocks.Paragraph(text):
            return "  \n".join(_start(line) for line in text.split("\n"))
        case blocks.Note(text):
            return "\n".join(f"> {_start(line)}" for line in text.split("\n"))
        case blocks.PaperTable():
            return _table(block)
        case blocks.BarChart():
            return _bar_chart(block)
        case blocks.PageBreak():
            return ""


def _table(block: blocks.PaperTable) -> str:
    headers = _row([column.header for column in block.columns])
    marks = _row_of_marks([_RULE[column.align] for column in block.columns])
    return "\n".join([headers, marks, *(_row([one or "" for one in row]) for row in block.rows)])


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
            sizes = [round(abs(one.length) / (block.longest or 1) * _BAR) for one in bar.segments]
            drawn = zip(figures, sizes, strict=True)
            figures = ["".join(f"{figure} {'■' * size}".rstrip() for figure, size in drawn)]
        lines.append(_row([*bar.texts[:place], *figures, *bar.texts[place:]]))
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_inline(cell) for cell in cells)} |"


def _row_of_marks(marks: Sequence[str]) -> str:
    return f"| {' | '.join(marks)} |"


def _start(text: str) -> str:
    """A line that Markdown does not take for the beginning of a list, a rule or a heading."""
    return _LINE_START.sub(r"\1\\", _inline(text).lstrip())


def _inline(text: str) -> str:
    return escaped(clean(text))
