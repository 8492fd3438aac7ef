"""`plan collect`: work lists that came back filled in; what they add, and handing it in."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.console import PlanError, progress
from plan_cli.cli.options import session_in
from plan_cli.cli.output import prints
from plan_cli.cli.papers import office_package_missing
from plan_cli.cli.submission import require_writable_dataset, submission_errors
from plan_cli.cli.typed import day
from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.listings.listing import Listing
from plan_cli.papers.formats import OfficePackageMissingError
from plan_cli.words import today

if TYPE_CHECKING:
    import datetime as dt

    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.load import Loaded
    from plan_cli.worklists.submit import Collected


@prints
def collect(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=N_("FILE..."),
            help=N_("Returned work lists; a folder means all work lists in it."),
        ),
    ],
    apply: Annotated[
        bool,
        typer.Option("--apply", help=N_("Hand in what is new; without it, nothing is written.")),
    ] = False,
    partial: Annotated[
        bool,
        typer.Option(
            "--partial",
            help=N_("With --apply, hand in the valid entries of a work list with errors."),
        ),
    ] = False,
    despite_conflicts: Annotated[
        bool,
        typer.Option(
            "--despite-conflicts",
            help=N_("Also hand in entries in conflict with reports handed in meanwhile."),
        ),
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help=N_("The day of reports without a date; today without it."),
        ),
    ] = None,
) -> Listing:
    """Collect work lists."""
    from plan_cli.submit.submit import dataset_of, load_valid
    from plan_cli.worklists.collected import collected_listing

    folder = session_in(context).folder()
    if apply:
        require_writable_dataset(folder)
    submitted_on = today() if date is None else day("--date", date)
    options = Options(apply, partial, despite_conflicts, submitted_on)
    paths, skipped = workbook_paths(files)
    with submission_errors(folder):
        loaded = load_valid(folder)
        dataset = dataset_of(loaded)
    found = collect_all(paths, loaded, dataset, options)
    failed = any(is_held_back(one, options) for one in found)
    remarks = (*summaries(found, options), *of_folders(files, skipped, found, dataset))
    return collected_listing(found, dataset.units, remarks, failed=failed)


@dataclass(frozen=True, slots=True)
class Options:
    apply: bool
    partial: bool
    despite: bool
    day: "dt.date"  # of reports without a date


_SILENT = ("thumbs.db", "desktop.ini")  # made by file managers


def workbook_paths(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Files and the workbooks in folders, and what else is in these.

    `~$` marks the twin of a workbook that is open.
    """
    found: list[Path] = []
    skipped: list[Path] = []
    for path in files:
        if not path.is_dir():
            found.append(path)
            continue
        seen = [one for one in sorted(path.iterdir()) if not _is_silent(one.name)]
        inside = [one for one in seen if one.suffix.lower() == ".xlsx" and not one.is_dir()]
        others = [one for one in seen if one not in inside]
        if not inside:
            hint = _("Name the folder of the work lists (.xlsx).")
            if others:
                hint += " " + _("It has: {names}.", names=_named([one.name for one in others]))
            raise PlanError(_("there is no workbook in {folder}", folder=path), hint)
        found += inside
        skipped += others
    return found, skipped


def _is_silent(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _SILENT


_MOST_NAMED = 10


def _named(names: Sequence[str]) -> str:
    """Names in a sentence, not too many of them."""
    more = len(names) - _MOST_NAMED
    shown = listed(names[:_MOST_NAMED])
    return _("{names} and {number} more", names=shown, number=more) if more > 0 else shown


def of_folders(
    files: Sequence[Path],
    skipped: Sequence[Path],
    collected: "Sequence[Collected]",
    dataset: "Dataset",
) -> tuple[str, ...]:
    """What was skipped in folders, and whose work lists are not in them."""
    if not any(path.is_dir() for path in files):
        return ()
    lines: list[str] = []
    if skipped:
        names = [f"{one.name}/" if one.is_dir() else one.name for one in skipped]
        lines.append(_("Skipped, as they are no .xlsx: {names}.", names=_named(names)))
    made = [one.made for one in collected if one.made is not None]
    for year in sorted({one.year for one in made}):
        back = {one.department for one in made if one.year == year}
        day = max(one.as_of for one in made if one.year == year)
        if missing := [name for name in _sent(dataset, year, day) if name not in back]:
            lines.append(
                ngettext(
                    "No work list for {year} of {number} department: {names}.",
                    "No work list for {year} of {number} departments: {names}.",
                    len(missing),
                    number=len(missing),
                    year=year,
                    names=_named(missing),
                )
            )
    return tuple(lines)


def _sent(dataset: "Dataset", year: int, day: "dt.date") -> list[str]:
    """Departments that have a part in any item on a day, and so a work list."""
    from plan_cli.worklists.content import work_list

    return [
        one.name
        for one in dataset.directory.departments
        if (one.valid_until is None or one.valid_until >= day)
        and work_list(dataset, one.name, year, day).sheets
    ]


def collect_all(
    files: Sequence[Path], loaded: "Loaded", dataset: "Dataset", options: Options
) -> "list[Collected]":
    """Read work lists in their order; each is compared with what those before it submitted."""
    from plan_cli.submit.submit import dataset_of
    from plan_cli.worklists import submit as worklists

    found: list[Collected] = []
    total, despite = len(files), options.despite
    with progress(sys.stderr) as show:
        for number, path in enumerate(files, 1):
            name = path.name
            show(_("Reading {number} of {total}: {name}", number=number, total=total, name=name))
            with _interruption(path, found, options), submission_errors(loaded.folder):
                try:
                    one = worklists.collect(path, dataset)
                except OfficePackageMissingError as error:
                    raise office_package_missing(error) from error
                one = worklists.check(one, loaded, options.day, despite=despite)
                if options.apply and (options.partial or not is_held_back(one, options)):
                    one, loaded = worklists.submit(one, loaded, options.day, despite=despite)
                found.append(one)
                if one.in_state("handed_in"):
                    dataset = dataset_of(loaded)
    return found


@contextmanager
def _interruption(path: Path, found: "Sequence[Collected]", options: Options) -> Iterator[None]:
    """Say what was submitted already if a run does not come to its end."""
    try:
        yield
    except BaseException:
        if any(one.in_state("handed_in") for one in found):
            for line in summaries(found, options):
                typer.echo(line, err=True)
            name = path.name
            message = _("It stopped at {name}; what was handed in above stays.", name=name)
            typer.echo(message, err=True)
        raise


def is_held_back(collected: "Collected", options: Options) -> bool:
    """Whether something in a work list cannot be submitted."""
    in_conflict = not options.despite and collected.in_state("conflict")
    return bool(in_conflict or collected.in_state("wrong"))


def summaries(collected: "Sequence[Collected]", options: Options) -> tuple[str, ...]:
    from plan_cli.worklists.collected import counts, names_of

    lines: list[str] = []
    for one, name in zip(collected, names_of(collected), strict=True):
        end = _end(one, options)
        text = _("{name}: {counts}. {end}", name=name, counts=counts(one.outcomes), end=end)
        lines.append(text.strip())
        if one.idle:
            cells = listed(str(place) for place in one.idle)
            lines.append(_("Ignored, as they hold only a date: {cells}", cells=cells))
        lines += [f"{note.place}: {note.reason}" for note in one.notes]
    return tuple(lines)


def _end(one: "Collected", options: Options) -> str:
    if one.in_state("handed_in"):
        left_out = one.in_state("wrong", "conflict")
        return _("Entries that are wrong or in conflict were left out.") if left_out else ""
    if not one.in_state("new", "changed"):
        return ""
    if options.apply:
        return _("Nothing of it was handed in; --partial hands in the valid entries.")
    return _("Nothing was written; --apply hands it in.")
