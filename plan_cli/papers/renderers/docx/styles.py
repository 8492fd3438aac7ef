"""The styles of an official paper: 小标宋 for the title, 黑体 and 楷体 for headings, 仿宋 for text.

Sizes and spacing are those of GB/T 9704 in Chinese; English letters need less room.
"""

from dataclasses import dataclass
from typing import Final, Literal

from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle

from plan_cli.i18n import active_language
from plan_cli.papers.renderers.docx.xml import element

_LATIN: Final = "Times New Roman"
_LANGUAGES: Final = {"zh": "zh-CN", "en": "en-US"}
_TITLE: Final = "方正小标宋简体"
_TEXT: Final = "仿宋"
_FALLBACKS: Final = {
    _TITLE: ("宋体", "roman"),
    _TEXT: ("仿宋_GB2312", "roman"),
    "楷体": ("楷体_GB2312", "roman"),
    "黑体": ("SimHei", "swiss"),
}
"""What to take instead of a Chinese font: another one, else any of its family."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A style: sizes and spaces in points, `line` 0 for the font's own line height.

    `indent` is that of the first line in characters, `hanging` that of the others.
    """

    font: str = _TEXT
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


_CHINESE: Final = {
    "Normal": _Look(),
    "Title": _Look(_TITLE, 22, 34, "center", after=6),
    "Subtitle": _Look("楷体", 16, 28, "center"),
    "Paper Line": _Look("楷体", 14, 24, "center"),
    "Heading 1": _Look("黑体", 16, 28, "both", indent=2, before=8, keep=True),
    "Heading 2": _Look("楷体", 16, 28, "both", indent=2, before=4, keep=True),
    "Heading 3": _Look(_TEXT, 16, 28, "both", indent=2, bold=True, keep=True),
    "Body Text": _Look(indent=2),
    "Paper Flush": _Look(align="left"),
    "Paper Item": _Look(align="both", hanging=26),
    "Paper Note": _Look(_TEXT, 12, 20, "both", before=2, after=2),
    "Caption": _Look("黑体", 12, 22, "center", before=8, after=4, keep=True),
    "Paper Cell": _Look(_TEXT, 10.5, 0, "left"),
    "Paper Small Cell": _Look(_TEXT, 9, 0, "left"),
    "Paper Gap": _Look(_TEXT, 4, 8),
    "Footer": _Look("宋体", 14, 0, "center"),
}
_ENGLISH: Final = {
    "Normal": _Look(size=12, line=18),
    "Title": _Look(_TITLE, 20, 26, "center", after=6, bold=True),
    "Subtitle": _Look("楷体", 13, 20, "center"),
    "Paper Line": _Look("楷体", 12, 18, "center"),
    "Heading 1": _Look("黑体", 14, 20, "left", before=12, after=4, bold=True, keep=True),
    "Heading 2": _Look("楷体", 12, 18, "left", before=8, after=2, bold=True, keep=True),
    "Heading 3": _Look(_TEXT, 12, 18, "left", before=6, bold=True, keep=True),
    "Body Text": _Look(size=12, line=18, after=6),
    "Paper Flush": _Look(size=12, line=18, align="left", after=6),
    "Paper Item": _Look(size=12, line=18, align="left", hanging=20, after=2),
    "Paper Note": _Look(_TEXT, 10, 14, "both", before=2, after=4),
    "Caption": _Look("黑体", 11, 16, "center", before=8, after=4, bold=True, keep=True),
    "Paper Cell": _Look(_TEXT, 10, 0, "left"),
    "Paper Small Cell": _Look(_TEXT, 8.5, 0, "left"),
    "Paper Gap": _Look(_TEXT, 4, 8),
    "Footer": _Look("宋体", 11, 0, "center"),
}


def size(style: str) -> float:
    """Return the size of a style's letters, in points."""
    return _looks()[style].size


def _looks() -> dict[str, _Look]:
    return _CHINESE if active_language() == "zh" else _ENGLISH


def define_styles(document: Doc) -> None:
    """Give a new document the styles of an official paper in the reader's language."""
    _define_defaults(document, _LANGUAGES[active_language()])
    for name, look in _looks().items():
        _define(document, name, look)
    _add_fallbacks(document)


def _define_defaults(document: Doc, language: str) -> None:
    """Take the template's own font, language and spacing out of what all styles start from."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for old in list(defaults):
        defaults.remove(old)
    words = element("w:lang", val=language, eastAsia="zh-CN", bidi="ar-SA")
    run = element("w:rPr", _fonts(_TEXT), words)
    defaults.append(element("w:rPrDefault", run))
    defaults.append(element("w:pPrDefault", element("w:pPr")))


def _define(document: Doc, name: str, look: _Look) -> None:
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


def _paragraph_properties(name: str, look: _Look) -> BaseOxmlElement:
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


def _indent(look: _Look) -> BaseOxmlElement:
    if look.hanging:
        width = round(look.hanging * 20)
        return element("w:ind", left=width, hanging=width)
    if look.indent:
        width = round(look.indent * look.size * 20)
        return element("w:ind", firstLineChars=look.indent * 100, firstLine=width)
    return element("w:ind", left=0, firstLine=0)


def _run_properties(look: _Look) -> BaseOxmlElement:
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
