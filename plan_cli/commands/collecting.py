"""The steps of `plan collect`: reading one work list after the other, and handing in."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plan_cli.cli.papers import office_package_missing
from plan_cli.cli.progress import progress
from plan_cli.commands.handing import told_on_the_command_line
from plan_cli.i18n import _
from plan_cli.office import OfficePackageMissingError

if TYPE_CHECKING:
    from plan_cli.cli.session import Session
    from plan_cli.ledgers.collecting import Collected


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen on the command line; `day` is the date of reports that have none."""

    apply: bool
    partial: bool
    despite: bool
    day: date


def collect_all(files: Sequence[Path], session: "Session", chosen: Chosen) -> "list[Collected]":
    """Return what is in work lists, in their order; what one hands in, the next one sees."""
    dataset = session.dataset()
    found: list[Collected] = []
    with progress(sys.stderr) as tell:
        for number, path in enumerate(files, 1):
            tell(
                _("Reading {number} of {total}: {name}").format(
                    number=number, total=len(files), name=path.name
                )
            )
            found.append(_collect(path, session, dataset, chosen))
            if found[-1].in_state("handed_in"):
                dataset = session.dataset()
    return found
