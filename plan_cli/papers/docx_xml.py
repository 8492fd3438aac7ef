"""WordprocessingML, element by element: python-docx has no table that is quick for many rows."""

import re
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.i18n import active_language
from plan_cli.text import clean

_SHARED: Final = re.compile(r"([“”‘’…—·]+)")


def element(
    tag: str, *children: BaseOxmlElement | None, **attributes: str | int
) -> BaseOxmlElement:
    """Return an element of the namespace `w` with attributes of the same."""
    found = OxmlElement(tag)
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), str(value))
    found.extend(child for child in children if child is not None)
    return found


def style_id(name: str) -> str:
    """Return the id of a style: its name without blanks."""
    return name.replace(" ", "")


def properties(style: str, *more: BaseOxmlElement) -> BaseOxmlElement:
    """Return the properties of a paragraph of a style."""
    return element("w:pPr", element("w:pStyle", val=style_id(style)), *more)


def paragraph(style: str, *parts: str | BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph of texts; an element among the parts is one more property of it."""
    texts = [part for part in parts if isinstance(part, str)]
    more = [part for part in parts if not isinstance(part, str)]
    found = element("w:p", properties(style, *more))
    found.extend(run for text in texts for run in runs(text))
    return found


def runs(text: str, *, bold: bool = False, ink: str = "") -> list[BaseOxmlElement]:
    """Return text as runs; line breaks stay.

    Quotation marks and dashes belong to both scripts. In Chinese they are marked as Chinese, and
    nothing else is: LibreOffice would break a line inside of a number that is.
    """
    if active_language() != "zh":
        return [_run(clean(text), bold, ink, chinese=False)]
    return [
        _run(piece, bold, ink, chinese=_SHARED.match(piece) is not None)
        for piece in _SHARED.split(clean(text))
        if piece
    ] or [_run("", bold, ink, chinese=False)]


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
