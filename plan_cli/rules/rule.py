"""What a rule is, what it works on, what it yields, and which rules there are."""

import sys
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from plan_cli.dataset.folder import FileKey
from plan_cli.dataset.models import Indicator, Target, Task
from plan_cli.dataset.yaml import Mark, Path
from plan_cli.problems import Severity

if TYPE_CHECKING:
    from plan_cli.rules.context import Context


Tier = Literal["syntax", "schema", "reference", "fidelity", "consistency", "progress", "annual"]
TIERS: Final[tuple[Tier, ...]] = get_args(Tier)
"""The tiers in their order; the rules of each are in the module or package of its name."""


class Finding(NamedTuple):
    """Something wrong at `path` in a file; `at_key` means the key rather than its value.

    `file` is the key of a file: `tasks`, `progress/市工信局`, `annual/2023/市工信局`. The published
    text is `source`, and has a line and a column in the place of a path. `part` narrows the place
    to characters of the text there: from the first to the second.
    """

    file: str
    path: Path | Mark
    message: str
    hint: str
    at_key: bool = False
    part: tuple[int, int] | None = None


class Entry(NamedTuple):
    """An item with the file that holds it and its place there."""

    file: FileKey
    index: int  # type: ignore[assignment]  # any tuple has a method of the name
    item: Task | Indicator

    def finding(
        self, path: Path, message: str, hint: str, part: tuple[int, int] | None = None
    ) -> Finding:
        """Return a finding at `path` within the item."""
        return Finding(self.file, (self.index, *path), message, hint, part=part)


class TargetEntry(NamedTuple):
    """A target with the item that it belongs to and its place among the item's targets."""

    entry: Entry
    index: int  # type: ignore[assignment]  # any tuple has a method of the name
    target: Target

    def finding(
        self, path: Path, message: str, hint: str, part: tuple[int, int] | None = None
    ) -> Finding:
        """Return a finding at `path` within the target."""
        return self.entry.finding(("targets", self.index, *path), message, hint, part)


Check = Callable[["Context"], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule: its id, its check, its manual, the files that it cannot do without, its severity.

    A rule runs only when every file in `needs` could be read. One without `check` is found while
    the files are read.
    """

    id: str
    check: Check | None
    manual: str
    needs: tuple[FileKey, ...] = ()
    severity: Severity = "error"

    @property
    def tier(self) -> str:
        """The tier, which is the first part of the id."""
        return tier_of(self.id)


def tier_of(rule: str) -> str:
    """Return the tier of a rule by its id."""
    return rule.partition(".")[0]


RULES: Final[list[Rule]] = []
"""The rules of the tiers that have been imported, those of one tier in the order of their run."""


def register(
    name: str, *, needs: tuple[FileKey, ...] = (), severity: Severity = "error"
) -> Callable[[Check], Check]:
    """Register a check as the rule of this id; the manual is its docstring or its module's."""

    def add(check: Check) -> Check:
        manual = check.__doc__ or sys.modules[check.__module__].__doc__ or ""
        RULES.append(Rule(name, check, cleandoc(manual), needs, severity))
        return check

    return add
