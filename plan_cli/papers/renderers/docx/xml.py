"""WordprocessingML, element by element: python-docx has no table that is quick for many rows."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.i18n import active_language
from plan_cli.papers.text import clean


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
    return element("w:p", properties(style, *more), *(run(text) for text in texts))


def run(text: str, *looks: BaseOxmlElement) -> BaseOxmlElement:
    """Return a run of text; line breaks stay."""
    found = element("w:r", _run_properties(*looks))
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            found.append(element("w:br"))
        if line:
            words = element("w:t")
            words.text = line
            words.set(qn("xml:space"), "preserve")
            found.append(words)
    return found


def _run_properties(*looks: BaseOxmlElement) -> BaseOxmlElement | None:
    # Quotation marks and dashes belong to both scripts; in Chinese they are Chinese.
    hint = element("w:rFonts", hint="eastAsia") if active_language() == "zh" else None
    return element("w:rPr", hint, *looks) if looks or hint is not None else None
