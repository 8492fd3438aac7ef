"""Charts drawn as tables: every bar is a row of shaded cells on a fine grid of columns.

Word, WPS and LibreOffice all show it alike, and it prints as sharp as text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.renderers.docx.tables import cell, frame, paragraphs
from plan_cli.papers.renderers.docx.xml import element
from plan_cli.papers.text import clean

STYLE: Final = "Paper Small Cell"
_WHITE: Final = "FFFFFF"
_WHOLE: Final = 20  # rows of a chart that is kept on one page
_GAP: Final = 24  # above and below a bar, in eighths of a point


def area(
    width: int, span: int, fill: str, *, text: str = "", ink: str = "", axis: str = ""
) -> BaseOxmlElement:
    """Return a piece of a bar, with white above and below, or of the paper beside it."""
    borders = element(
        "w:tcBorders",
        element("w:top", val="single", sz=_GAP, space=0, color=_WHITE),
        element("w:left", val="single", sz=8, space=0, color="000000") if axis == "left" else None,
        element("w:bottom", val="single", sz=_GAP, space=0, color=_WHITE),
        element("w:right", val="single", sz=8, space=0, color="000000")
        if axis == "right"
        else None,
    )
    margins = element(
        "w:tcMar", element("w:left", w=0, type="dxa"), element("w:right", w=0, type="dxa")
    )
    content = paragraphs(text, STYLE, "center", ink=ink)
    return cell(content, width, span=span, fill=fill, borders=borders, margins=margins)


def _keep_together(found: BaseOxmlElement) -> None:
    """Keep every row on a page with the next one."""
    for row_ in found.findall(qn("w:tr"))[:-1]:
        for looks in row_.iter(qn("w:pPr")):
            looks.insert(1, element("w:keepNext"))


def chart(widths: Sequence[int], rows: Iterable[BaseOxmlElement], text: str) -> BaseOxmlElement:
    """Return a chart of rows, with its words for whoever cannot see it."""
    found = frame(widths, rows, lines=False)
    if len(found.findall(qn("w:tr"))) <= _WHOLE:
        _keep_together(found)
    found[0].append(element("w:tblDescription", val=clean(text)))
    return found
