"""Reports and annual goals as rules see them: each with its file and its place there."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from plan_cli.dataset.models import AnnualGoal, Indicator, Report, Task
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding

Record = TypeVar("Record", Report, AnnualGoal)


@dataclass(frozen=True, slots=True)
class Filed(Generic[Record]):
    """A record with the key of its file, the file's department and its index.

    `year` is that of an annual goal; None if its folder is no year.
    """

    file: str
    by: str
    index: int
    record: Record
    year: int | None = None

    def finding(self, path: Path, message: str, hint: str) -> Finding:
        return Finding(self.file, (self.index, *path), message, hint)


FiledReport: TypeAlias = Filed[Report]
FiledGoal: TypeAlias = Filed[AnnualGoal]


def reports(context: Context) -> Iterator[FiledReport]:
    for by, file in context.loaded.progress.items():
        for index, report in file.reports.items():
            yield Filed(f"progress/{by}", by, index, report)


def goals(context: Context) -> Iterator[FiledGoal]:
    for key, file in context.loaded.annual.items():
        for index, goal in file.goals.items():
            yield Filed(f"annual/{key}", file.by, index, goal, file.year)


def no_item(number: int, known: Collection[int]) -> tuple[str, str]:
    """Message and hint for an item that does not exist."""
    first, last = min(known, default=0), max(known, default=0)
    hint = _("Items are numbered {first} to {last}.", first=first, last=last)
    return _("there is no item {numbers}", numbers=number), hint


def no_target(item: Task | Indicator, name: str, none: str) -> tuple[str, str]:
    """Message and hint for a target that an item lacks; `none` is the hint if it has none."""
    names = [target.id for target in item.targets]
    message = _("item {item} has no target {id}", item=item.id, id=name)
    return message, _("It has {names}.", names=listed(names)) if names else none
