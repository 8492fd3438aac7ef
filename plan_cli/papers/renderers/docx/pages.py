"""Pages: A4, the margins of official papers, a page number at the foot."""

from typing import Final

from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from plan_cli.papers.renderers.docx.xml import element, properties, runs

_SHORT: Final = 210
_LONG: Final = 297
_UPRIGHT: Final = (37, 26, 35, 28)  # top, right, bottom, left in mm, as GB/T 9704 has them
_ON_ITS_SIDE: Final = (22, 20, 20, 20)
_FOOT: Final = {False: 25, True: 12}  # of the page number, by whether the page lies on its side
_TWIPS_PER_MM: Final = 1440 / 25.4


def begin_section(document: Doc, *, first: bool, landscape: bool, goes_on: bool) -> int:
    """Begin a paper on a new page, counted from 1 or on; return the width of its text in twips."""
    if first:
        section = document.sections[0]
    else:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        _join_last_paragraphs(document)
    top, right, bottom, left = _ON_ITS_SIDE if landscape else _UPRIGHT
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.header_distance, section.footer_distance = Mm(12), Mm(_FOOT[landscape])
    _count_pages(section, goes_on=goes_on)
    return int((width - left - right) * _TWIPS_PER_MM)


def _count_pages(section: Section, *, goes_on: bool) -> None:
    properties_ = section._sectPr  # noqa: SLF001  (python-docx has no page numbers)
    for old in properties_.findall(qn("w:pgNumType")):
        properties_.remove(old)  # a new section has that of the one before
    if goes_on:
        return
    number = element("w:pgNumType", start=1)
    after = properties_.find(qn("w:cols"))
    if after is None:
        properties_.append(number)
    else:
        after.addprevious(number)


def _join_last_paragraphs(document: Doc) -> None:
    """End a section with its last paragraph: an empty one after it might need a page of its own."""
    ending = document.element.body.p_lst[-1]
    before = ending.getprevious()
    if before is not None and before.tag == qn("w:p"):
        before.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
        ending.getparent().remove(ending)


def add_page_number(document: Doc) -> None:
    """Put — 1 — at the foot of the first section; the others go on with it."""
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    (old,) = footer.paragraphs
    field = element("w:fldSimple", *runs("1"), instr=" PAGE ")
    new = element("w:p", properties("Footer"), *runs("— "), field, *runs(" —"))
    old._p.getparent().replace(old._p, new)  # noqa: SLF001
