"""Formats, files and consoles, shared by the commands that print lists."""

import functools
import inspect
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, ParamSpec

import typer

from plan_cli.cli.console import PlanError, WrongUseError, columns, write_exactly
from plan_cli.files import reason_of, write_atomically
from plan_cli.i18n import N_, _
from plan_cli.listings.listing import Listing, Page, renderer

Parameters = ParamSpec("Parameters")


class Format(StrEnum):
    """Each is the name of its renderer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_BY_SUFFIX: Final = {".json": Format.JSON, ".csv": Format.CSV, ".md": Format.MARKDOWN}


def prints(command: Callable[Parameters, Listing | Sequence[Listing]]) -> Callable[..., None]:
    """Turn a function that returns listings into a command with the options of `_deliver` too."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        chosen = {name: options.pop(name) for name in shared if name in options}
        result = command(*arguments, **options)
        _deliver((result,) if isinstance(result, Listing) else result, **chosen)

    own = inspect.signature(command)
    deliver = inspect.signature(_deliver).parameters
    shared = {name: parameter for name, parameter in deliver.items() if name != "listings"}
    run.__signature__ = own.replace(  # type: ignore[attr-defined]
        parameters=[*own.parameters.values(), *shared.values()], return_annotation=None
    )
    run.__annotations__ = {
        **command.__annotations__,
        **{name: parameter.annotation for name, parameter in shared.items()},
        "return": None,
    }
    return run


def _deliver(
    listings: Sequence[Listing],
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help=N_("The output format; table by default, or the suffix of --output."),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=N_("Short for --format json."))] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=N_("FILE"), help=N_("Write to this file, in UTF-8.")
        ),
    ] = None,
    wide: Annotated[
        bool,
        typer.Option("--wide", "-w", help=N_("Show every wording in full, also in a terminal.")),
    ] = False,
    raw: Annotated[
        bool,
        typer.Option("--raw", help=N_("In CSV, do not disarm text that looks like a formula.")),
    ] = False,
) -> None:
    suffix = output.suffix.lower() if output else ""
    name = Format.JSON if json else format_ or _BY_SUFFIX.get(suffix, Format.TABLE)
    if name is Format.CSV and len(listings) > 1:
        raise WrongUseError(
            _("CSV holds one table; the result has several"),
            _("Choose one with --by, or another format."),
        )
    page = _page(output, wide=wide, raw=raw)
    text = renderer(name)(listings, page)
    if output is not None:
        write_file(output, text.encode("utf-8", "surrogateescape"))
    elif name is Format.TABLE or page.screen:
        sys.stdout.write(text)
    else:
        write_exactly(text)
    sys.stdout.flush()
    for remark in (remark for listing in listings for remark in listing.remarks):
        typer.echo(remark, err=True)
    if any(listing.failed for listing in listings):
        raise typer.Exit(1)


def _page(output: Path | None, *, wide: bool, raw: bool) -> Page:
    if output is not None:
        return Page(columns(), raw=raw)
    screen = sys.stdout.isatty()
    return Page(columns(), screen and not wide, screen, not _can_draw(sys.stdout.encoding), raw)


def _can_draw(encoding: str | None) -> bool:
    try:
        "─…".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def refuse_existing(path: Path, *, force: bool) -> None:
    """End the command if a file would be overwritten without --force."""
    if path.exists() and not force:
        raise PlanError(
            _("{file} already exists", file=path),
            _("Choose another name, or overwrite it with --force."),
        )


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlanError(
            _("{file} cannot be written: {reason}", file=folder, reason=reason_of(error)),
            _("Choose a folder that you may write to."),
        ) from error


def write_file(path: Path, content: bytes, *, quiet: bool = False) -> None:
    """Write a file as a whole or not at all; it replaces what is there: see `refuse_existing`."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise PlanError(
            _("{file} cannot be written: {reason}", file=path, reason=reason_of(error)),
            _("Close it where it is open, or choose another name or folder."),
        ) from error
    if not quiet:
        typer.echo(_("Written: {file}", file=path), err=True)
