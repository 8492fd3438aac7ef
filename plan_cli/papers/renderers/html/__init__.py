"""Papers as one HTML file that needs nothing else: no scripts, no fonts, no pictures from outside.

It can be read on a screen and printed on A4: no row is torn apart, headers are repeated.
"""

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any, Final

from plan_cli.i18n import active_language
from plan_cli.papers.blocks import (
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
from plan_cli.papers.renderers.html.charts import pace_chart, stack_chart
from plan_cli.papers.renderers.html.tables import table
from plan_cli.papers.renderers.html.text import attribute, inline

_LANGUAGES: Final = {"zh": "zh-CN", "en": "en"}


def render(papers: Sequence[Paper]) -> bytes:
    """Return papers as one page; printed, each begins on a new sheet."""
    style = (files(__package__) / "paper.css").read_text(encoding="utf-8")
    title = papers[0].title if papers else ""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_LANGUAGES[active_language()]}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{inline(title)}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            *(_paper(paper) for paper in papers),
            "</body>",
            "</html>",
            "",
        ]
    ).encode()


def _paper(paper: Paper) -> str:
    kind = "paper landscape" if paper.landscape else "paper"
    head = [f"<h1>{inline(paper.title)}</h1>"]
    if paper.subtitle:
        head.append(f'<p class="subtitle">{inline(paper.subtitle)}</p>')
    head += [f'<p class="line">{inline(line)}</p>' for line in paper.lines]
    return "\n".join(
        [
            f'<article class="{kind}" aria-label="{attribute(paper.title)}">',
            "<header>",
            *head,
            "</header>",
            *(_block(block) for block in paper.blocks),
            "</article>",
        ]
    )


def _block(block: Any) -> str:
    return _BLOCKS[type(block)](block)


def _heading(block: Heading) -> str:
    level = block.level + 1
    return f"<h{level}>{inline(block.text)}</h{level}>"


def _paragraph(block: Paragraph) -> str:
    kinds = [block.align] if block.align != "left" else [] if block.indent else ["flush"]
    kind = "".join(f' class="{one}"' for one in kinds)
    return f"<p{kind}>{inline(block.text)}</p>"


def _note(block: Note) -> str:
    return f'<p class="note">{inline(block.text)}</p>'


def _items(block: Items) -> str:
    tag = "ol" if block.numbered else "ul"
    return "\n".join(
        [f"<{tag}>", *(f"<li>{inline(text)}</li>" for text in block.texts), f"</{tag}>"]
    )


def _page_break(block: PageBreak) -> str:
    del block
    return '<div class="break"></div>'


_BLOCKS: Final[dict[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Note: _note,
    Items: _items,
    Table: table,
    PaceChart: pace_chart,
    StackChart: stack_chart,
    PageBreak: _page_break,
}
