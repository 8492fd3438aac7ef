"""Papers as one HTML file without scripts, fonts or pictures from outside, for screen and A4."""

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import Final

from plan_cli.papers import blocks
from plan_cli.papers.blocks import COLOURS
from plan_cli.text import clean

_UPRIGHT_CELLS: Final = 48
_SMALL: Final = 54
_LANDSCAPE_CELLS: Final = 86
"""Widths of the printed page, in sizes of a table's letters; `_SMALL` in smaller print."""


def _inline(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _attribute(text: str) -> str:
    return escape(clean(text).replace("\n", " "))


def _table(block: blocks.PaperTable, *, landscape: bool = False) -> str:
    room = _LANDSCAPE_CELLS if landscape else _SMALL if block.is_small else _UPRIGHT_CELLS
    widths = "".join(f'<col style="width:{one:.2%}">' for one in blocks.column_widths(block, room))
    headers = "".join(f'<th scope="col">{_inline(one.header)}</th>' for one in block.columns)
    kind = " small" if block.is_small else ""
    return "\n".join(
        [
            f'<div class="table{kind}"><table>',
            f"<colgroup>{widths}</colgroup>",
            f"<thead><tr>{headers}</tr></thead>",
            *_bodies(block),
            "</table></div>",
        ]
    )


def _bodies(block: blocks.PaperTable) -> list[str]:
    """Rows; those with joined cells share a `tbody`, which print keeps together."""
    groups: list[list[tuple[str | None, ...]]] = []
    for row in block.rows:
        if groups and None in row:
            groups[-1].append(row)
        else:
            groups.append([row])
    found = []
    for rows in groups:
        lines = [_row(rows[number:], block.columns) for number in range(len(rows))]
        found.append("\n".join(["<tbody>", *lines, "</tbody>"]))
    return found


def _row(rows: Sequence[Sequence[str | None]], columns: Sequence[blocks.TableColumn]) -> str:
    """The first of some rows; None below a cell joins the two."""
    cells = []
    for place, (text, column) in enumerate(zip(rows[0], columns, strict=True)):
        if text is not None:
            ends = (number for number, row in enumerate(rows) if number and row[place] is not None)
            cells.append(_cell(text, next(ends, len(rows)), column))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, span: int, column: blocks.TableColumn) -> str:
    rows = f' rowspan="{span}"' if span > 1 else ""
    return f"<td{rows}{_class(column.align)}>{_inline(text)}</td>"


def _class(align: blocks.Align) -> str:
    return "" if align == "left" else f' class="{align}"'


def _bar_chart(block: blocks.BarChart) -> str:
    whole = sum(column.width for column in block.columns)
    widths = "".join(f'<col style="width:{one.width / whole:.2%}">' for one in block.columns)
    texts = [_inline(one.header) for one in block.columns]
    texts[block.place] = _bars_header(block)
    headers = "".join(
        f"<th{_class(one.align)}>{text}</th>"
        for one, text in zip(block.columns, texts, strict=True)
    )
    return "\n".join(
        [
            f'<figure class="chart"><figcaption>{_inline(block.caption)}</figcaption>',
            f'<table role="img" aria-label="{_attribute(block.text)}">',
            f"<colgroup>{widths}</colgroup>",
            f"<thead><tr>{headers}</tr></thead>",
            "<tbody>",
            *(_bar_row(bar, block) for bar in block.bars),
            "</tbody>",
            "</table></figure>",
        ]
    )


def _bars_header(block: blocks.BarChart) -> str:
    if block.sides is not None:
        left, right = block.sides
        header = _inline(block.columns[block.place].header)
        sides = f"<span>← {_inline(left)}</span><span>{_inline(right)} →</span>"
        return f'{header}<div class="sides">{sides}</div>'
    return "".join(
        f'<span class="key"><i style="background:#{COLOURS[tone].fill}"></i>{_inline(label)}</span>'
        for label, tone in block.key
    )


def _bar_row(bar: blocks.Bar, block: blocks.BarChart) -> str:
    columns = [one for place, one in enumerate(block.columns) if place != block.place]
    row = [_cell(text, 1, column) for text, column in zip(bar.texts, columns, strict=True)]
    kind = ' class="axis"' if block.sides is not None else ""
    areas = "".join(_areas(bar, block))
    row.insert(block.place, f'<td{kind}><div class="bar">{areas}</div></td>')
    return f"<tr>{''.join(row)}</tr>"


def _areas(bar: blocks.Bar, block: blocks.BarChart) -> Iterable[str]:
    """Pieces of a bar; those of a chart with an axis begin or end in the middle."""
    for one in bar.segments:
        share = abs(one.length) / block.longest if one.length else 0
        if not share:
            continue
        if block.sides is None:
            yield _area(one, share, one.figure if share >= _DIGIT * len(one.figure) else "")
        else:
            yield _area(one, share / 2, left=0.5 if one.length > 0 else 0.5 - share / 2)


_DIGIT: Final = 0.021  # of the longest bar, so wide is a digit


def _area(one: blocks.Segment, share: float, text: str = "", left: float | None = None) -> str:
    colour = COLOURS[one.tone]
    margin = "" if left is None else f"margin-left:{left:.2%};"
    style = f"{margin}width:{share:.2%};background:#{colour.fill};color:#{colour.ink}"
    return f'<div style="{style}">{_inline(text)}</div>'


_UPRIGHT: Final = "size: A4; margin: 25mm 22mm 22mm 24mm;"
_LANDSCAPE: Final = "size: A4 landscape; margin: 18mm;"


def as_html(papers: Sequence[blocks.Paper]) -> bytes:
    style = (files(__package__) / "paper.css").read_text(encoding="utf-8")
    title = papers[0].title if papers else ""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_inline(title)}</title>",
            f"<style>\n{style}{_sheets(papers)}</style>",
            "</head>",
            "<body>",
            *(_paper(paper, number) for number, paper in enumerate(papers, start=1)),
            "</body>",
            "</html>",
            "",
        ]
    ).encode()


def _sheets(papers: Sequence[blocks.Paper]) -> str:
    return "".join(
        f"@page paper{number} {{ {_LANDSCAPE if paper.landscape else _UPRIGHT}"
        f" counter-increment: sheet{number};"
        f' @bottom-center {{ content: "— " counter(sheet{number}) " —"; }} }}\n'
        for number, paper in enumerate(papers, start=1)
    )


def _paper(paper: blocks.Paper, number: int) -> str:
    kind, label = "paper landscape" if paper.landscape else "paper", _attribute(paper.title)
    head = [f"<h1>{_inline(paper.title)}</h1>"]
    if paper.subtitle:
        head.append(f'<p class="subtitle">{_inline(paper.subtitle)}</p>')
    head += [f'<p class="line">{_inline(line)}</p>' for line in paper.lines]
    return "\n".join(
        [
            f'<article class="{kind}" style="page: paper{number}" aria-label="{label}">',
            "<header>",
            *head,
            "</header>",
            *(_block(block, landscape=paper.landscape) for block in paper.blocks),
            "</article>",
        ]
    )


def _block(block: blocks.Block, *, landscape: bool) -> str:
    match block:
        case blocks.Heading(text):
            return f"<h2>{_inline(text)}</h2>"
        case blocks.Paragraph():
            kind = _class(block.align) or ("" if block.indent else ' class="flush"')
            return "\n".join(f"<p{kind}>{_inline(line)}</p>" for line in block.text.split("\n"))
        case blocks.Note(text):
            return f'<p class="note">{_inline(text)}</p>'
        case blocks.PaperTable():
            return _table(block, landscape=landscape)
        case blocks.BarChart():
            return _bar_chart(block)
        case blocks.PageBreak():
            return '<div class="break"></div>'
