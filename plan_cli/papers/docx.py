"""Papers as a Word document in the style of Chinese official papers (GB/T 9704).

Styles, fonts and pages are those of template.docx, which scripts/template.py makes.
The module needs python-docx, from the extra `office`; `paper_renderer` says so where it is missing.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import (
    BarChart,
    Block,
    Heading,
    Items,
    Note,
    PageBreak,
    Paper,
    PaperTable,
    Paragraph,
)
from plan_cli.papers.docx_tables import bar_chart, table
from plan_cli.papers.docx_xml import element, paragraph, properties, runs
from plan_cli.text import clean

Elements = list[BaseOxmlElement]


def as_docx(papers: Sequence[Paper]) -> bytes:
    """Return papers as one document; each is a section, counted from 1 unless it goes on."""
    with (files(__package__) / "template.docx").open("rb") as template:
        document = Document(template)
    document.core_properties.title = clean(papers[0].title)[:255] if papers else ""
    upright, landscape = document.element.body.iter(qn("w:sectPr"))
    footer = upright.find(qn("w:footerReference"))
    upright.remove(footer)
    body = document.element.body
    body.clear()
    for number, paper in enumerate(papers, start=1):
        section = deepcopy(landscape if paper.landscape else upright)
        found = _paper(paper, _text_width(section))
        if paper.goes_on:
            section.remove(section.find(qn("w:pgNumType")))
        if number == 1:  # the others go on with its footer
            section.insert(0, footer)
        if number == len(papers):
            found.append(section)
        else:  # in the last paragraph: an empty one after it might need a page of its own
            found[-1].get_or_add_pPr().append(section)
        body.extend(found)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _text_width(section: BaseOxmlElement) -> int:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    left, right = (int(margins.get(qn(f"w:{side}"))) for side in ("left", "right"))
    return int(size.get(qn("w:w"))) - left - right


def _paper(paper: Paper, width: int) -> Elements:
    head = [paragraph("Title", paper.title)]
    if paper.subtitle:
        head.append(paragraph("Subtitle", paper.subtitle))
    head += [paragraph("Paper Line", line) for line in paper.lines]
    if len(head) > 1:
        head.append(paragraph("Paper Gap"))
    body = [_block(block, width) for block in paper.blocks]
    _keep_signature(paper.blocks, body)
    return [*head, *(one for elements in body for one in elements)]


def _keep_signature(blocks: Sequence[Block], body: Sequence[Elements]) -> None:
    """Keep what stands to the right, such as a date, on a page with the words above it."""
    for place, block in enumerate(blocks[1:]):
        signed = isinstance(block, Paragraph) and block.align == "right"
        if signed and isinstance(blocks[place], Paragraph):
            for one in body[place]:
                one.get_or_add_pPr().insert(1, element("w:keepNext"))


def _block(block: Any, width: int) -> Elements:
    return _BLOCKS[type(block)](block, width)


def _heading(block: Heading, width: int) -> Elements:
    del width
    return [paragraph(f"Heading {block.level}", block.text)]


def _paragraph(block: Paragraph, width: int) -> Elements:
    del width
    # Each line is a paragraph: a line break would stretch the line before it, which is justified.
    lines = block.text.split("\n")
    if block.align != "left":
        return [paragraph("Paper Flush", line, element("w:jc", val=block.align)) for line in lines]
    style = "Body Text" if block.indent else "Paper Flush"
    return [paragraph(style, line) for line in lines]


def _note(block: Note, width: int) -> Elements:
    del width
    return [paragraph("Paper Note", block.text)]


def _items(block: Items, width: int) -> Elements:
    del width
    return [
        element(
            "w:p",
            properties("Paper Item"),
            *runs(f"{number}." if block.numbered else "·"),
            element("w:r", element("w:tab")),
            *runs(text),
        )
        for number, text in enumerate(block.texts, start=1)
    ]


def _page_break(block: PageBreak, width: int) -> Elements:
    del block, width
    run = element("w:r", element("w:br", type="page"))
    return [element("w:p", properties("Paper Gap"), run)]


_BLOCKS: Final[dict[type, Callable[[Any, int], Elements]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Note: _note,
    Items: _items,
    PaperTable: table,
    BarChart: bar_chart,
    PageBreak: _page_break,
}
