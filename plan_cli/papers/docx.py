"""Papers as a Word document in the style of Chinese official papers (GB/T 9704).

The module needs python-docx, from the extra `office`; `paper_renderer` says so where it is missing.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.document import Document as Doc
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers.blocks import (
    Block,
    Heading,
    Items,
    Note,
    PaceChart,
    PageBreak,
    Paper,
    Paragraph,
    StackChart,
    Table,
)
from plan_cli.papers.docx_styles import add_page_number, begin_section, define_styles, tidy
from plan_cli.papers.docx_tables import pace_chart, stack_chart, table
from plan_cli.papers.docx_xml import element, paragraph, properties, runs
from plan_cli.text import clean

Elements = list[BaseOxmlElement]


def as_docx(papers: Sequence[Paper]) -> bytes:
    """Return papers as one document; each is a section, counted from 1 unless it goes on."""
    document = Document()
    define_styles(document)
    add_page_number(document)
    for number, paper in enumerate(papers):
        width = begin_section(
            document, first=number == 0, landscape=paper.landscape, goes_on=paper.goes_on
        )
        _write(document, _paper(paper, width))
    tidy(document, clean(papers[0].title) if papers else "")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _write(document: Doc, elements: Elements) -> None:
    body = document.element.body
    for one in elements:
        body.insert_element_before(one, "w:sectPr")


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
    Table: table,
    PaceChart: pace_chart,
    StackChart: stack_chart,
    PageBreak: _page_break,
}
