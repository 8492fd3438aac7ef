"""What a rule is, what it works on and what it yields."""

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from plan_cli.dataset.files import FileKey
from plan_cli.dataset.models import Indicator, Target, Task
from plan_cli.dataset.yaml import Path
from plan_cli.problems import Severity

if TYPE_CHECKING:
    from plan_cli.rules.context import Context


Tier = Literal["syntax", "schema", "reference", "fidelity", "consistency", "progress", "annual"]


class Finding(NamedTuple):
    """Something wrong at `path` in a file; `at_key` means the key rather than its value.

    `part` narrows the place to characters of the text there: from the first to the second.
    """

    file: FileKey
    path: Path
    message: str
    hint: str
    at_key: bool = False
    part: tuple[int, int] | None = None


class SourceFinding(NamedTuple):
    """Something wrong in the published text itself, by line and column."""

    line: int
    column: int
    message: str
    hint: str


class ReportFinding(NamedTuple):
    """Something wrong at `path` in the reports of a department."""

    by: str
    path: Path
    message: str
    hint: str
    at_key: bool = False


class GoalFinding(NamedTuple):
    """Something wrong at `path` in a file of annual goals, by its key: `2023/市工信局`."""

    file: str
    path: Path
    message: str
    hint: str
    at_key: bool = False


class Entry(NamedTuple):
    """An item with the file that holds it and its place there."""

    file: FileKey
    index: int  # type: ignore[assignment]  # any tuple has a method of the name
    item: Task | Indicator


class TargetEntry(NamedTuple):
    """A target with the item that it belongs to and its place among the item's targets."""

    entry: Entry
    index: int  # type: ignore[assignment]  # any tuple has a method of the name
    target: Target

    def path(self, *keys: str) -> Path:
        """Return the path of the target, or of something in it."""
        return (self.entry.index, "targets", self.index, *keys)


AnyFinding = Finding | SourceFinding | ReportFinding | GoalFinding
Check = Callable[["Context"], Iterator[AnyFinding]]


class Rule(NamedTuple):
    """A rule: its ID, its tier, how grave a finding is, and the files that it cannot do without.

    A rule runs only when every file in `needs` could be read. One without `check` is found while
    the files are read and only has its manual here.
    """

    id: str
    tier: Tier
    check: Check | None
    needs: tuple[FileKey, ...] = ()
    severity: Severity = "error"
    text: str = ""

    @property
    def manual(self) -> str:
        """The rule's manual: the docstring of its module, where it has no text of its own."""
        module = sys.modules[self.check.__module__] if self.check else None
        return self.text or (module.__doc__ if module else "") or ""
