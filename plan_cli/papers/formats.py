"""The formats of papers, and the packages that office files need."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import Final

from plan_cli.papers.blocks import Paper

EXTRA: Final = "govplan[office]"


class OfficePackageMissingError(Exception):
    """A package of the extra `office` is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package


def need(module: str, package: str) -> None:
    """Import a module of an optional package, or raise OfficePackageMissingError."""
    try:
        import_module(module)
    except ImportError as error:
        raise OfficePackageMissingError(package) from error


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
