"""Makes plan_cli/papers/template.docx: the styles, pages and footer of an official paper.

It is made from python-docx's own template, the same bytes each time. 小标宋 is for the title, 黑体
and 楷体 for headings, 仿宋 for the text; sizes and spacing are those of GB/T 9704.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from plan_cli.papers.docx_xml import element, properties, runs

TEMPLATE: Final = Path(__file__).resolve().parents[1] / "plan_cli" / "papers" / "template.docx"

TITLE: Final = "方正小标宋简体"
TEXT: Final = "仿宋"


@dataclass(frozen=True, slots=True)
class Look:
    """A style: sizes and spaces in points, `line` 0 for the font's own line height.

    `indent` is that of the first line in characters, `hanging` that of the others.
    """

    font: str = TEXT
    size: float = 16
    line: float = 28
    align: Literal["both", "left", "center"] = "both"
    indent: int = 0
    hanging: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    keep: bool = False
    colour: str = ""


STYLES: Final = {
    "Normal": Look(),
    "Title": Look(TITLE, 22, 34, "center", after=6),
    "Subtitle": Look("楷体", 16, 28, "center"),
    "Paper Line": Look("楷体", 14, 24, "center"),
    "Heading 1": Look("黑体", 16, 28, "both", indent=2, before=8, keep=True),
    "Heading 2": Look("楷体", 16, 28, "both", indent=2, before=4, keep=True),
    "Heading 3": Look(TEXT, 16, 28, "both", indent=2, bold=True, keep=True),
    "Body Text": Look(indent=2),
    "Paper Flush": Look(align="left"),
    "Paper Item": Look(align="both", hanging=26),
    "Paper Note": Look(TEXT, 12, 20, "both", before=2, after=2),
    "Caption": Look("黑体", 12, 22, "center", before=8, after=4, keep=True),
    "Paper Cell": Look(TEXT, 10.5, 0, "left"),
    "Paper Small Cell": Look(TEXT, 9, 0, "left"),
    "Paper Gap": Look(TEXT, 4, 8),
    "Footer": Look("宋体", 14, 0, "center"),
}
_LATIN: Final = "Times New Roman"
_FALLBACKS: Final = {
    TITLE: ("宋体", "roman"),
    TEXT: ("仿宋_GB2312", "roman"),
    "楷体": ("楷体_GB2312", "roman"),
    "黑体": ("SimHei", "swiss"),
}
"""What to take instead of a Chinese font: another one, else any of its family."""


def template() -> bytes:
    """Return the template's bytes."""
    document = Document()
    _define_defaults(document)
    for name, look in STYLES.items():
        _define(document, name, look)
    _add_fallbacks(document)
    _add_pages(document)
    _tidy(document)
    stream = BytesIO()
    document.save(stream)
    return _without_clock(stream.getvalue())


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


_UPRIGHT: Final = (37, 26, 35, 28, 25)
"""Margins on top, right, bottom and left, as GB/T 9704 has them, and that of the foot; in mm."""
_LANDSCAPE: Final = (22, 20, 20, 20, 12)


def _add_pages(document: Doc) -> None:
    """Make a section of upright A4, and one of A4 on its side; pages are counted from 1."""
    (upright,) = document.sections
    _set_page(upright, 210, 297, _UPRIGHT)
    _add_page_number(upright)
    landscape = document.add_section(WD_SECTION.NEW_PAGE)
    landscape.orientation = WD_ORIENT.LANDSCAPE
    _set_page(landscape, 297, 210, _LANDSCAPE)


def _set_page(section: Section, width: int, height: int, margins: tuple[int, ...]) -> None:
    top, right, bottom, left, foot = margins
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.header_distance, section.footer_distance = Mm(12), Mm(foot)
    properties_ = section._sectPr  # noqa: SLF001  (python-docx has no page numbers)
    if properties_.find(qn("w:pgNumType")) is None:
        properties_.find(qn("w:cols")).addprevious(element("w:pgNumType", start=1))


def _add_page_number(section: Section) -> None:
    """Put — 1 — at the foot of the page."""
    footer = section.footer
    footer.is_linked_to_previous = False
    (old,) = footer.paragraphs
    field = element("w:fldSimple", *runs("1"), instr=" PAGE ")
    new = element("w:p", properties("Footer"), *runs("— "), field, *runs(" —"))
    old._p.getparent().replace(old._p, new)  # noqa: SLF001


_THUMBNAIL: Final = "/metadata/thumbnail"
_MODE: Final = "15"  # that of Word 2013 and later; an earlier one is shown in the title bar


def _tidy(document: Doc) -> None:
    """Take out the picture, names and remarks of python-docx's template."""
    package = document.part.package
    for key, link in list(package.rels.items()):
        if link.reltype.endswith(_THUMBNAIL):
            del package.rels[key]
    found = document.core_properties
    found.title = found.author = found.comments = ""
    settings = document.settings.element
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), _MODE)
    for one in settings.iter(qn("w:themeFontLang")):
        one.set(qn("w:eastAsia"), "zh-CN")


_CLOCK: Final = (1980, 1, 1, 0, 0, 0)


def _without_clock(content: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _CLOCK), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def refresh() -> None:
    """Write the template."""
    TEMPLATE.write_bytes(template())
