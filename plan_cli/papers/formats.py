"""Turns papers into the bytes of a file, in a format chosen by name.

Adding one is a function of papers and a line in `FORMATS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol

from plan_cli.office import need
from plan_cli.papers.blocks import Paper


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """A format: the function that renders it, how its files end, whether it is text."""

    renderer: str
    suffix: str
    text: bool = True


FORMATS: Final = {
    "markdown": PaperFormat("plan_cli.papers.markdown:as_markdown", ".md"),
    "html": PaperFormat("plan_cli.papers.html:as_html", ".html"),
    "docx": PaperFormat("plan_cli.papers.docx:as_docx", ".docx", text=False),
}


class PaperRenderer(Protocol):
    """Turns papers into a file."""

    def __call__(self, papers: Sequence[Paper]) -> bytes:
        """Return the file's bytes; text is in UTF-8 and ends in a line break."""


def paper_renderer(name: str) -> PaperRenderer:
    """Return the renderer called `name`; its module is imported only now.

    Raises:
        OfficePackageMissingError: it needs a package that is not installed.
    """
    if name == "docx":
        need("docx", "python-docx")
    module, function = FORMATS[name].renderer.split(":")
    chosen: PaperRenderer = getattr(import_module(module), function)
    return chosen
