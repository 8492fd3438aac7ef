"""Papers as a Word document in the style of Chinese official papers (GB/T 9704).

The module needs python-docx, from the extra `office`; importing it without raises
`OfficePackageMissingError`.
"""

from plan_cli.office import need

need("docx", "python-docx")

from collections.abc import Callable, Sequence  # noqa: E402  (only where the package is there)
from io import BytesIO  # noqa: E402
from typing import Any, Final  # noqa: E402

from docx import Document  # noqa: E402
from docx.document import Document as Doc  # noqa: E402
from docx.oxml.xmlchemy import BaseOxmlElement  # noqa: E402

from plan_cli.papers.blocks import (  # noqa: E402
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
from plan_cli.papers.renderers.docx.pace import pace_chart  # noqa: E402
from plan_cli.papers.renderers.docx.pages import add_page_number, begin_section  # noqa: E402
from plan_cli.papers.renderers.docx.stack import stack_chart  # noqa: E402
from plan_cli.papers.renderers.docx.styles import define_styles  # noqa: E402
from plan_cli.papers.renderers.docx.tables import table  # noqa: E402
from plan_cli.papers.renderers.docx.template import tidy  # noqa: E402
from plan_cli.papers.renderers.docx.xml import element, paragraph, properties, runs  # noqa: E402
from plan_cli.papers.text import clean  # noqa: E402

Elements = list[BaseOxmlElement]


def render(papers: Sequence[Paper]) -> bytes:
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
