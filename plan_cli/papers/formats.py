"""Turns papers into the bytes of a file, in a format chosen by name."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from plan_cli.files import need
from plan_cli.papers.blocks import Paper

PaperRenderer = Callable[[Sequence[Paper]], bytes]


class PaperFormat(StrEnum):
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


PAPER_SUFFIXES: Final = {
    ".md": PaperFormat.MARKDOWN,
    ".html": PaperFormat.HTML,
    ".htm": PaperFormat.HTML,
    ".docx": PaperFormat.DOCX,
}


def suffix_of(format_: PaperFormat) -> str:
    return next(suffix for suffix, one in PAPER_SUFFIXES.items() if one == format_)


def paper_renderer(format_: str) -> PaperRenderer:
    """The renderer of a format; raises OfficePackageMissingError without its package."""
    if format_ == PaperFormat.DOCX:
        need("docx", "python-docx")
        from plan_cli.papers.docx import as_docx

        return as_docx
    if format_ == PaperFormat.HTML:
        from plan_cli.papers.html import as_html

        return as_html
    from plan_cli.papers.markdown import as_markdown

    return as_markdown
