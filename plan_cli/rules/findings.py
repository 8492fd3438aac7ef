"""What rules work on and what they yield: items and targets with their places, findings."""

from typing import Literal, NamedTuple

from plan_cli.dataset.inventory import FileKey
from plan_cli.model import Indicator, Target, Task
from plan_cli.strict_yaml import Path

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
