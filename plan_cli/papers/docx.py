"""Papers as a Word document in the style of Chinese official papers (GB/T 9704).

Styles, fonts and pages are those of template.docx, which scripts/template.py makes.
"""

from collections.abc import Sequence
from copy import deepcopy
from importlib.resources import files
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_cli.papers import blocks
from plan_cli.papers.docx_tables import bar_chart, table
from plan_cli.papers.docx_xml import element, paragraph, properties
from plan_cli.text import clean

Elements = list[BaseOxmlElement]


def as_docx(papers: Sequence[blocks.Paper]) -> bytes:
    """One document, a section a paper; its pages count from 1 unless it continues another."""
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
        if paper.continues:
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


def _paper(paper: blocks.Paper, width: int) -> Elements:
    head = [paragraph("Title", paper.title)]
    if paper.subtitle:
        head.append(paragraph("Subtitle", paper.subtitle))
    head += [paragraph("Paper Line", line) for line in paper.lines]
    if len(head) > 1:
        head.append(paragraph("Paper Gap"))
    body = [_block(block, width) for block in paper.blocks]
    _keep_signature(paper.blocks, body)
    return [*head, *(one for elements in body for one in elements)]


def _keep_signature(parts: Sequence[blocks.Block], body: Sequence[Elements]) -> None:
    """Keep what is aligned to the right, such as a date, on a page with the words above it."""
    for place, block in enumerate(parts[1:]):
        signed = isinstance(block, blocks.Paragraph) and block.align == "right"
        if signed and isinstance(parts[place], blocks.Paragraph):
            for one in body[place]:
                one.get_or_add_pPr().insert(1, element("w:keepNext"))


def _block(block: blocks.Block, width: int) -> Elements:
    match block:
        case blocks.Heading(text):
            return [paragraph("Heading 1", text)]
        case blocks.Paragraph():
            return _paragraph(block)
        case blocks.Note(text):
            return [paragraph("Paper Note", text)]
        case blocks.PaperTable():
            return table(block, width)
        case blocks.BarChart():
            return bar_chart(block, width)
        case blocks.PageBreak():
            run = element("w:r", element("w:br", type="page"))
            return [element("w:p", properties("Paper Gap"), run)]


def _paragraph(block: blocks.Paragraph) -> Elements:
    # Each line is a paragraph: a line break would stretch the line before it, which is justified.
    lines = block.text.split("\n")
    if block.align != "left":
        return [paragraph("Paper Flush", line, element("w:jc", val=block.align)) for line in lines]
    style = "Body Text" if block.indent else "Paper Flush"
    return [paragraph(style, line) for line in lines]
