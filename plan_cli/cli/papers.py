"""Options of the commands that make papers: the format, and where to."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from plan_cli.cli.console import PlanError, WrongUseError, write_exactly
from plan_cli.cli.output import refuse_existing, write_file
from plan_cli.i18n import N_, _, listed
from plan_cli.papers.blocks import Paper
from plan_cli.papers.formats import (
    EXTRA,
    PAPER_SUFFIXES,
    OfficePackageMissingError,
    PaperFormat,
    PaperRenderer,
    paper_renderer,
    suffix_of,
)

PaperFormatOption = Annotated[
    PaperFormat | None,
    typer.Option(
        "--format",
        "-f",
        help=N_("The format; without it, that of the name of --output, or markdown."),
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
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Overwrite existing files."))]


class PaperTarget(NamedTuple):
    render: PaperRenderer
    output: Path | None

    def write(self, papers: Sequence[Paper]) -> None:
        content = self.render(papers)
        if self.output is not None:
            write_file(self.output, content)
            return
        if sys.stdout.isatty():
            sys.stdout.write(content.decode())
        else:
            write_exactly(content.decode())
        sys.stdout.flush()


def paper_target(
    format_: PaperFormat | None, output: Path | None, *, force: bool = False
) -> PaperTarget:
    """Where papers go; wrong use is refused before any work is done."""
    chosen = _format(format_, output)
    if output is None and chosen == PaperFormat.DOCX:
        raise WrongUseError(
            _("a Word document cannot be printed to the screen"),
            _("Name a file with --output, such as --output paper.docx."),
        )
    if output is not None:
        refuse_existing(output, force=force)
    try:
        return PaperTarget(paper_renderer(chosen), output)
    except OfficePackageMissingError as error:
        raise office_package_missing(error) from error


def _format(chosen: PaperFormat | None, output: Path | None) -> PaperFormat:
    if output is None:
        return chosen or PaperFormat.MARKDOWN
    named = PAPER_SUFFIXES.get(output.suffix.lower())
    if chosen is None and named is None:
        raise WrongUseError(
            _("the name of {file} does not say its format", file=output),
            _("Let it end in {suffixes}, or say --format.", suffixes=listed(PAPER_SUFFIXES)),
        )
    if chosen is not None and named not in {None, chosen}:
        raise WrongUseError(
            _("{file} would not be {format}", file=output, format=chosen.value),
            _("Leave --format out, or let the name end in {suffix}.", suffix=suffix_of(chosen)),
        )
    return chosen or named or PaperFormat.MARKDOWN


def office_package_missing(error: OfficePackageMissingError) -> PlanError:
    return PlanError(
        _("{package} is not installed, and office documents need it", package=error.package),
        _("Install it: pip install '{extra}'", extra=EXTRA),
    )
