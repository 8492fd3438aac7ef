"""Gives a document its styles."""

from typing import Final

from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle

from plan_cli.papers.renderers.docx.looks import TEXT, TITLE, Look, looks
from plan_cli.papers.renderers.docx.xml import element

_LATIN: Final = "Times New Roman"
_FALLBACKS: Final = {
    TITLE: ("宋体", "roman"),
    TEXT: ("仿宋_GB2312", "roman"),
    "楷体": ("楷体_GB2312", "roman"),
    "黑体": ("SimHei", "swiss"),
}
"""What to take instead of a Chinese font: another one, else any of its family."""


def define_styles(document: Doc) -> None:
    """Give a new document the styles of an official paper."""
    _define_defaults(document)
    for name, look in looks().items():
        _define(document, name, look)
    _add_fallbacks(document)


def _define_defaults(document: Doc) -> None:
    """Take the template's own font, language and spacing out of what all styles start from.

    Latin letters and digits are in English whatever the paper's language: as Chinese, LibreOffice
    would break a line within a figure. They are ids and units, and no spelling is checked.
    """
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for old in list(defaults):
        defaults.remove(old)
    words = element("w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run = element("w:rPr", _fonts(TEXT), element("w:noProof"), words)
    defaults.append(element("w:rPrDefault", run))
    defaults.append(element("w:pPrDefault", element("w:pPr")))


def _define(document: Doc, name: str, look: Look) -> None:
    styles = document.styles
    known = name in {style.name for style in styles}
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101  (all of them are)
    for tag in ("w:pPr", "w:rPr"):
        old = style.element.find(qn(tag))
        if old is not None:
            style.element.remove(old)
    if not known:
        style.base_style = styles["Normal"]
    style.quick_style = True
    style.element.append(_paragraph_properties(name, look))
    style.element.append(_run_properties(look))


def _paragraph_properties(name: str, look: Look) -> BaseOxmlElement:
    spacing = element("w:spacing", before=round(look.before * 20), after=round(look.after * 20))
    if look.line:
        spacing.set(qn("w:line"), str(round(look.line * 20)))
        spacing.set(qn("w:lineRule"), "exact")
    else:
        spacing.set(qn("w:line"), "240")
        spacing.set(qn("w:lineRule"), "auto")
    level = int(name.removeprefix("Heading ")) - 1 if name.startswith("Heading ") else None
    return element(
        "w:pPr",
        element("w:keepNext") if look.keep else None,
        element("w:widowControl"),
        spacing,
        _indent(look),
        element("w:jc", val=look.align),
        None if level is None else element("w:outlineLvl", val=level),
    )


def _indent(look: Look) -> BaseOxmlElement:
    if look.hanging:
        width = round(look.hanging * 20)
        return element("w:ind", left=width, hanging=width)
    if look.indent:
        width = round(look.indent * look.size * 20)
        return element("w:ind", firstLineChars=look.indent * 100, firstLine=width)
    return element("w:ind", left=0, firstLine=0)


def _run_properties(look: Look) -> BaseOxmlElement:
    return element(
        "w:rPr",
        _fonts(look.font),
        element("w:b", val=int(look.bold)),
        element("w:i", val=0),
        element("w:color", val="000000"),
        element("w:sz", val=round(look.size * 2)),
        element("w:szCs", val=round(look.size * 2)),
    )


def _fonts(chinese: str) -> BaseOxmlElement:
    return element("w:rFonts", ascii=_LATIN, hAnsi=_LATIN, eastAsia=chinese, cs=_LATIN)


def _add_fallbacks(document: Doc) -> None:
    """Name for every Chinese font the one to take where it is missing."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            blob = part.blob.decode("utf-8")
            fonts = "".join(
                f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
                f'<w:family w:val="{family}"/><w:pitch w:val="auto"/></w:font>'
                for name, (other, family) in _FALLBACKS.items()
            )
            part._blob = blob.replace("</w:fonts>", f"{fonts}</w:fonts>").encode()  # noqa: SLF001
