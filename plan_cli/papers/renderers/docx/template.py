"""What python-docx's empty document brings along that an office would wonder at."""

from typing import Final

from docx.document import Document as Doc
from docx.oxml.ns import qn

_THUMBNAIL: Final = "/metadata/thumbnail"
_MODE: Final = "15"  # that of Word 2013 and later; an earlier one is shown in the title bar


def tidy(document: Doc, title: str) -> None:
    """Take out the template's picture, names and remarks, and give the document its title."""
    package = document.part.package
    for key, link in list(package.rels.items()):
        if link.reltype.endswith(_THUMBNAIL):
            del package.rels[key]
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    settings = document.settings.element
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), _MODE)
    for one in settings.iter(qn("w:themeFontLang")):
        one.set(qn("w:eastAsia"), "zh-CN")
