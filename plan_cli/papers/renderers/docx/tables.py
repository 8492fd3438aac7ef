"""Tables: fixed widths, the header repeated on every page, no row torn apart."""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import Align, Table
from plan_cli.papers.renderers.docx.looks import size
from plan_cli.papers.renderers.docx.xml import element, paragraph, properties, runs
from plan_cli.papers.widths import column_widths

_HEADER_FILL: Final = "F0F0F0"
_LINE: Final = "777777"


def table(block: Table, width: int) -> list[BaseOxmlElement]:
    """Return a table as wide as the text, its caption above it, and a gap below."""
    style = "Paper Small Cell" if block.is_small else "Paper Cell"
    widths = shared(column_widths(block, width / 20 / size(style)), width)
    aligns = [column.align for column in block.columns]
    headers = [
        cell(
            paragraphs(column.header, style, "center", bold=True, keep=True),
            one,
            fill=_HEADER_FILL,
        )
        for column, one in zip(block.columns, widths, strict=True)
    ]
    rows = [
        row(_cells(block.rows, number, widths, aligns, style)) for number in range(len(block.rows))
    ]
    found = frame(widths, [row(headers, header=True), *rows])
    return [above(block.caption), found, paragraph("Paper Gap")]


def above(caption: str) -> BaseOxmlElement:
    """Return the line above a table or a chart: its caption, else a gap."""
    if caption:
        return paragraph("Caption", caption)
    return paragraph("Paper Gap", element("w:keepNext"))


def _cells(
    rows: Sequence[Sequence[str | None]],
    number: int,
    widths: Sequence[int],
    aligns: Sequence[Align],
    style: str,
) -> Iterable[BaseOxmlElement]:
    below = rows[number + 1] if number + 1 < len(rows) else [""] * len(widths)
    for place, text in enumerate(rows[number]):
        merge = "continue" if text is None else "restart" if below[place] is None else ""
        # What is joined with the next row stays on a page with it.
        keep = None in below
        content = paragraphs(text or "", style, aligns[place], keep=keep)
        yield cell(content, widths[place], merge=merge)


def shared(parts: Sequence[float], width: int) -> list[int]:
    """Share a width out; the widths add up to it exactly."""
    whole, found, begun = sum(parts), [], 0.0
    for part in parts:
        ended = begun + part
        found.append(round(ended / whole * width) - round(begun / whole * width))
        begun = ended
    return found


def frame(
    widths: Sequence[int], rows: Iterable[BaseOxmlElement], *, lines: bool = True
) -> BaseOxmlElement:
    """Return a table of rows with columns of these widths, in twips."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element(
        "w:tblBorders",
        *(element(f"w:{side}", val="single", sz=4, space=0, color=_LINE) for side in sides),
    )
    margins = element(
        "w:tblCellMar",
        element("w:top", w=30, type="dxa"),
        element("w:left", w=70, type="dxa"),
        element("w:bottom", w=30, type="dxa"),
        element("w:right", w=70, type="dxa"),
    )
    looks = element(
        "w:tblPr",
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:jc", val="center"),
        borders if lines else None,
        element("w:tblLayout", type="fixed"),
        margins,
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element("w:tbl", looks, grid, *rows)


def row(cells: Iterable[BaseOxmlElement], *, header: bool = False) -> BaseOxmlElement:
    """Return a row that no page tears apart; a header comes again on every page."""
    looks = element("w:trPr", element("w:cantSplit"), element("w:tblHeader") if header else None)
    return element("w:tr", looks, *cells)


def cell(
    content: Iterable[BaseOxmlElement],
    width: int,
    *,
    span: int = 1,
    merge: str = "",
    fill: str = "",
    borders: BaseOxmlElement | None = None,
    margins: BaseOxmlElement | None = None,
) -> BaseOxmlElement:
    """Return a cell of paragraphs."""
    looks = element(
        "w:tcPr",
        element("w:tcW", w=width, type="dxa"),
        element("w:gridSpan", val=span) if span > 1 else None,
        element("w:vMerge", val=merge) if merge else None,
        borders,
        element("w:shd", val="clear", color="auto", fill=fill) if fill else None,
        margins,
        element("w:vAlign", val="center"),
    )
    return element("w:tc", looks, *content)


def paragraphs(
    text: str,
    style: str,
    align: Align = "left",
    *,
    bold: bool = False,
    keep: bool = False,
    ink: str = "",
) -> list[BaseOxmlElement]:
    """Return the lines of a text as paragraphs of a cell."""
    found = []
    for line in text.split("\n"):
        looks = properties(
            style,
            *([element("w:keepNext")] if keep else []),
            *([element("w:jc", val=align)] if align != "left" else []),
        )
        found.append(element("w:p", looks, *(runs(line, bold=bold, ink=ink) if line else ())))
    return found
