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

    `file` is a key such as `tasks` or `annual/2023/市工信局`; in the published text, `source`, the
    path is a mark. `part` narrows the place to a range of characters.
    """

    file: str
    path: Path | Mark
    message: str
    hint: str
    at_key: bool = False
    part: tuple[int, int] | None = None


class Entry(NamedTuple):
    """An item with its file and its index there."""

    file: FileKey
    index: int  # type: ignore[assignment]  # any tuple has a method of the name
    item: Task | Indicator

    def finding(
        self, path: Path, message: str, hint: str, part: tuple[int, int] | None = None
    ) -> Finding:
        return Finding(self.file, (self.index, *path), message, hint, part=part)


class TargetEntry(NamedTuple):
    """A target with its item and its index there."""

    entry: Entry
    index: int  # type: ignore[assignment]  # any tuple has a method of the name
    target: Target

    def finding(
        self, path: Path, message: str, hint: str, part: tuple[int, int] | None = None
    ) -> Finding:
        return self.entry.finding(("targets", self.index, *path), message, hint, part)


Check = Callable[["Context"], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule; it runs only if every file in `needs` could be read.

    One without `check` is found while the files are read.
    """

    id: str
    check: Check | None
    manual: str
    needs: tuple[FileKey, ...] = ()
    severity: Severity = "error"

    @property
    def tier(self) -> str:
        return tier_of(self.id)


def tier_of(rule: str) -> str:
    return rule.partition(".")[0]


RULES: Final[list[Rule]] = []
"""The rules of the tiers that have been imported, those of one tier in the order of their run."""


def register(
    name: str, *, needs: tuple[FileKey, ...] = (), severity: Severity = "error"
) -> Callable[[Check], Check]:
    """Register a check as the rule `name`; its docstring, or its module's, is the manual."""

    def add(check: Check) -> Check:
        manual = check.__doc__ or sys.modules[check.__module__].__doc__ or ""
        RULES.append(Rule(name, check, cleandoc(manual), needs, severity))
        return check

    return add
