"""The reports as the rules of this tier see them: each with its file and its place there."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from plan_cli.dataset.models import Indicator, Report, Target, Task
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import ReportFinding


@dataclass(frozen=True, slots=True)
class Filed:
    """A report, who handed it in, and its place in their file."""

    by: str
    index: int
    report: Report

    def finding(self, path: Path, message: str, hint: str) -> ReportFinding:
        """Return a finding at `path` within the report."""
        return ReportFinding(self.by, (self.index, *path), message, hint)


def filed(context: Context) -> Iterator[Filed]:
    """Yield all sound reports, file by file, in the order of the files."""
    for by, file in context.loaded.progress.items():
        for index, report in file.reports.items():
            yield Filed(by, index, report)


def items(context: Context) -> dict[int, Task | Indicator]:
    """Return the items by their numbers."""
    return {context.number(entry): entry.item for entry in context.entries}


def targets(context: Context) -> dict[str, Target]:
    """Return the targets by their ids."""
    return {target.id: target for entry in context.entries for target in entry.item.targets}


def no_item(number: int, known: Collection[int]) -> tuple[str, str]:
    """Return what is told of a record about an item that is not there, with the hint."""
    message = _("there is no item {numbers}", numbers=number)
    hint = _(
        "Items are numbered {first} to {last}.",
        first=min(known, default=0),
        last=max(known, default=0),
    )
    return message, hint


def no_target(item: Task | Indicator, name: str, none: str) -> tuple[str, str]:
    """Return what is told of a target that an item lacks; `none` hints where it has no targets."""
    names = [target.id for target in item.targets]
    message = _("item {item} has no target {id}", item=item.id, id=name)
    return message, _("It has {names}.", names=listed(names)) if names else none
