"""`plan collect`: work lists that came back filled in; what they add, and handing it in."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_cli.cli.console import progress
from plan_cli.cli.errors import PlanError
from plan_cli.cli.output import prints
from plan_cli.cli.papers import office_package_missing
from plan_cli.cli.session import session_in
from plan_cli.cli.typed import what_stands_in_the_way
from plan_cli.i18n import _, listed
from plan_cli.listings.listing import Listing
from plan_cli.office import OfficePackageMissingError
from plan_cli.today import today

if TYPE_CHECKING:
    from plan_cli.cli.session import Session
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.worklists.submit import Collected


@prints
def collect(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=_("FILE..."),
            help=_("Work lists that came back; a folder stands for all in it."),
        ),
    ],
    apply: Annotated[
        bool,
        typer.Option("--apply", help=_("Hand in what is new; without it, nothing is written.")),
    ] = False,
    partial: Annotated[
        bool,
        typer.Option(
            "--partial",
            help=_("With --apply, hand in what is good of a work list in which something is not."),
        ),
    ] = False,
    despite_conflicts: Annotated[
        bool,
        typer.Option(
            "--despite-conflicts",
            help=_("Hand in also what is at odds with reports that came in meanwhile."),
        ),
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help=_("The day of reports for which none is filled in; today without it."),
        ),
    ] = None,
) -> Listing:
    """Collect work lists."""
    from plan_cli.cli.asking import day
    from plan_cli.cli.typed import see_that_it_is_ones_own
    from plan_cli.listings.worklists import collected_listing

    session = session_in(context)
    folder = session.folder()
    if apply:
        see_that_it_is_ones_own(folder)
    chosen = Chosen(
        apply, partial, despite_conflicts, today() if date is None else day("--date", date)
    )
    paths = expanded(files)
    dataset = session.loaded_dataset()
    found = collect_all(paths, session, dataset, chosen)
    summaries = summary_lines(found, chosen)
    failed = is_failed(found, chosen)
    return collected_listing(found, dataset.units, summaries, failed=failed)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen on the command line; `day` is the date of reports that have none."""

    apply: bool
    partial: bool
    despite: bool
    day: date


def expanded(files: Sequence[Path]) -> list[Path]:
    """Return files, and for folders the workbooks in them; what is open now has a twin with ~$."""
    found: list[Path] = []
    for path in files:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(one for one in path.glob("*.xlsx") if not one.name.startswith((".", "~$")))
        if not inside:
            raise PlanError(
                _("there is no workbook in {folder}", folder=path),
                _("Name the folder in which the work lists (.xlsx) are."),
            )
        found += inside
    return found


def collect_all(
    files: Sequence[Path], session: "Session", dataset: "Dataset", chosen: Chosen
) -> "list[Collected]":
    """Return what is in work lists, in their order; what one hands in, the next one sees."""
    found: list[Collected] = []
    with progress(sys.stderr) as tell:
        for number, path in enumerate(files, 1):
            told = _("Reading {number} of {total}: {name}")
            tell(told.format(number=number, total=len(files), name=path.name))
            with _told_if_it_stops(path, found, chosen):
                found.append(_collect(path, session.folder(), dataset, chosen))
                if found[-1].in_state("handed_in"):
                    dataset = session.loaded_dataset()
    return found


@contextmanager
def _told_if_it_stops(path: Path, found: "Sequence[Collected]", chosen: Chosen) -> Iterator[None]:
    """Say what was handed in already if a run does not come to its end."""
    try:
        yield
    except BaseException:
        if any(one.in_state("handed_in") for one in found):
            for line in summary_lines(found, chosen):
                typer.echo(line, err=True)
            message = _("Then it stopped at {name}; what is handed in above stays.")
            typer.echo(message.format(name=path.name), err=True)
        raise


def _collect(path: Path, folder: Path, dataset: "Dataset", chosen: Chosen) -> "Collected":
    from plan_cli.worklists.submit import collect, handed_in, tried

    with what_stands_in_the_way(folder):
        try:
            read = collect(path, dataset)
        except OfficePackageMissingError as error:
            raise office_package_missing(error) from error
        found = tried(read, folder, chosen.day, despite=chosen.despite)
        if not chosen.apply or (_is_held_back(found, chosen) and not chosen.partial):
            return found
        return handed_in(found, folder, chosen.day, despite=chosen.despite)


def _is_held_back(collected: "Collected", chosen: Chosen) -> bool:
    """Say whether something in a work list cannot be handed in."""
    states = ("wrong",) if chosen.despite else ("wrong", "conflict")
    return bool(collected.in_state(*states))


def is_failed(collected: "Sequence[Collected]", chosen: Chosen) -> bool:
    """Say whether something in any work list cannot be handed in."""
    return any(_is_held_back(one, chosen) for one in collected)


def summary_lines(collected: "Sequence[Collected]", chosen: Chosen) -> tuple[str, ...]:
    """Return what is said of each work list: what is in it, and what became of it."""
    from plan_cli.listings.worklists import key_of, names_of

    names = names_of(collected)
    return tuple(line for one in collected for line in _summary(one, names[key_of(one)], chosen))


def _summary(one: "Collected", name: str, chosen: Chosen) -> Iterator[str]:
    from plan_cli.listings.worklists import counts

    told = _(
        "{name}: {counts}. {end}", name=name, counts=counts(one.outcomes), end=_end(one, chosen)
    )
    yield told.strip()
    if one.idle:
        yield _(
            "Not taken, as only a day stands there: {cells}",
            cells=listed(str(place) for place in one.idle),
        )


def _end(one: "Collected", chosen: Chosen) -> str:
    """Return what became of a work list, and what to do next."""
    ready = bool(one.in_state("new", "changed"))
    if one.in_state("handed_in"):
        if one.in_state("wrong", "conflict"):
            return _("What is wrong or in conflict was left out.")
        return ""
    if not chosen.apply:
        return _("Nothing was written; --apply hands it in.") if ready else ""
    if ready:
        return _("Nothing of it was handed in; --partial hands in what is good.")
    return ""
