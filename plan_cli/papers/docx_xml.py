"""WordprocessingML, element by element: python-docx has no table that is quick for many rows."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import Align
from plan_cli.text import clean

_LINE: Final = "777777"
_SHARED: Final = re.compile(r"([“”‘’…—·]+)")


def element(
    tag: str, *children: BaseOxmlElement | None, **attributes: str | int
) -> BaseOxmlElement:
    """An element of the namespace `w`, with attributes of the same namespace."""
    found = OxmlElement(tag)
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), str(value))
    found.extend(child for child in children if child is not None)
    return found


def properties(style: str, *more: BaseOxmlElement) -> BaseOxmlElement:
    """Properties of a paragraph; the id of its style is the name without blanks."""
    return element("w:pPr", element("w:pStyle", val=style.replace(" ", "")), *more)


def paragraph(style: str, *parts: str | BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph of texts; an element among the parts is one more property of it."""
    texts = [part for part in parts if isinstance(part, str)]
    more = [part for part in parts if not isinstance(part, str)]
    found = element("w:p", properties(style, *more))
    found.extend(run for text in texts for run in runs(text))
    return found


def runs(text: str, *, bold: bool = False, ink: str = "") -> list[BaseOxmlElement]:
    """Text as runs; line breaks stay.

    Quotation marks and dashes, which belong to both scripts, are marked as Chinese. Nothing else
    is, as LibreOffice would break lines inside of numbers.
    """
    pieces = [piece for piece in _SHARED.split(clean(text)) if piece] or [""]
    return [_run(piece, bold, ink, chinese=bool(_SHARED.match(piece))) for piece in pieces]


def _run(text: str, bold: bool, ink: str, *, chinese: bool) -> BaseOxmlElement:
    looks = [
        *([element("w:rFonts", hint="eastAsia")] if chinese else []),
        *([element("w:b")] if bold else []),
        *([element("w:color", val=ink)] if ink else []),
    ]
    found = element("w:r", element("w:rPr", *looks) if looks else None)
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append(element("w:br"))
        if line:
            words = element("w:t")
            words.text = line
            words.set(qn("xml:space"), "preserve")
            found.append(words)
    return found


def frame(
    widths: Sequence[int], rows: Iterable[BaseOxmlElement], *, lines: bool = True
) -> BaseOxmlElement:
    """A table; the widths of its columns are in twips."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = [element(f"w:{side}", val="single", sz=4, space=0, color=_LINE) for side in sides]
    margins = (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))
    looks = element(
        "w:tblPr",
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:jc", val="center"),
        element("w:tblBorders", *borders) if lines else None,
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *(element(f"w:{side}", w=w, type="dxa") for side, w in margins)),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element("w:tbl", looks, grid, *rows)


def row(cells: Iterable[BaseOxmlElement], *, header: bool = False) -> BaseOxmlElement:
    """A row that is never split; a header is repeated on every page."""
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
    found = []
    for line in text.split("\n"):
        more = [element("w:keepNext")] if keep else []
        more += [element("w:jc", val=align)] if align != "left" else []
        texts = runs(line, bold=bold, ink=ink) if line else []
        found.append(element("w:p", properties(style, *more), *texts))
    return found
