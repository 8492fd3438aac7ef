"""Turns papers into the bytes of a file: one module a format, chosen by name.

Adding one is a module with `render(papers)` and a line in `FORMATS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol

from plan_cli.papers.blocks import Paper


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """A format: the module that renders it, how its files end, whether it is text."""

    module: str
    suffix: str
    text: bool = True


FORMATS: Final = {
    "markdown": PaperFormat("plan_cli.papers.renderers.markdown", ".md"),
    "html": PaperFormat("plan_cli.papers.renderers.html", ".html"),
    "docx": PaperFormat("plan_cli.papers.renderers.docx", ".docx", text=False),
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
    chosen: PaperRenderer = import_module(FORMATS[name].module).render
    return chosen
