"""What every command that makes papers shares: in which format, and where to."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from plan_cli.cli.console import write_exactly
from plan_cli.cli.errors import PlanError, WrongUseError
from plan_cli.cli.output import refuse_existing, write_file
from plan_cli.i18n import N_, _, listed
from plan_cli.office import EXTRA, OfficePackageMissingError
from plan_cli.papers.blocks import Paper
from plan_cli.papers.formats import FORMATS, PaperRenderer, paper_renderer


class PaperFormat(StrEnum):
    """The formats of papers, by the names of their renderers."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


PaperFormatOption = Annotated[
    PaperFormat | None,
    typer.Option(
        "--format",
        "-f",
        help=N_("In which format; markdown, or what the name of --output ends in."),
    ),
]
PaperOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar=N_("FILE"),
        help=N_("Write to this file: .md, .html or .docx (Word, WPS)."),
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Overwrite what is there already."))]

_SUFFIXES: Final = {
    ".md": PaperFormat.MARKDOWN,
    ".html": PaperFormat.HTML,
    ".htm": PaperFormat.HTML,
    ".docx": PaperFormat.DOCX,
}


@dataclass(frozen=True, slots=True)
class PaperTarget:
    """Where papers go, and in which format."""

    render: PaperRenderer
    output: Path | None

    def write(self, papers: Sequence[Paper]) -> None:
        """Write papers to the file, or print them."""
        content = self.render(papers)
        if self.output is not None:
            write_file(self.output, content)
            return
        text = content.decode()
        if sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            write_exactly(text)
        sys.stdout.flush()


def paper_target(
    format_: PaperFormat | None, output: Path | None, *, force: bool = False
) -> PaperTarget:
    """Return where papers go; what cannot be is wrong use, and told before any work is done."""
    chosen = _format(format_, output)
    if output is None and not FORMATS[chosen].text:
        raise WrongUseError(
            _("a Word document cannot be printed to the screen"),
            _("Name a file with --output, such as --output paper.docx."),
        )
    if output is not None:
        refuse_existing(output, force=force)
    return PaperTarget(_renderer(chosen), output)


def _format(chosen: PaperFormat | None, output: Path | None) -> PaperFormat:
    if output is None:
        return chosen or PaperFormat.MARKDOWN
    named = _SUFFIXES.get(output.suffix.lower())
    if chosen is None and named is None:
        raise WrongUseError(
            _("the name of {file} does not say its format", file=output),
            _("Let it end in {suffixes}, or say --format.", suffixes=listed(_SUFFIXES)),
        )
    if chosen is not None and named not in {None, chosen}:
        raise WrongUseError(
            _("{file} would not be {format}", file=output, format=chosen.value),
            _(
                "Leave --format out, or let the name end in {suffix}.",
                suffix=FORMATS[chosen].suffix,
            ),
        )
    return chosen or named or PaperFormat.MARKDOWN


def _renderer(name: str) -> PaperRenderer:
    try:
        return paper_renderer(name)
    except OfficePackageMissingError as error:
        raise office_package_missing(error) from error


def office_package_missing(error: OfficePackageMissingError) -> PlanError:
    """Return what to tell where a package for office documents is missing."""
    return PlanError(
        _("{package} is not installed, and office documents need it", package=error.package),
        _("Install it: pip install '{extra}'", extra=EXTRA),
    )
