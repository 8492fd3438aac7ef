"""What rules are made of: the rule, its findings, and the dataset as a rule sees it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plan_cli.dataset.directory import build_directory
from plan_cli.dataset.loading import FileKey, Loaded
from plan_cli.model import Departments, Indicator, Plan, Task
from plan_cli.naming import Directory
from plan_cli.problems import Severity
from plan_cli.strict_yaml import Path

if TYPE_CHECKING:  # a query does not read the notice
    from plan_cli.dataset.published import Published
    from plan_cli.notice import Clause, Notice

Tier = Literal["schema", "reference", "fidelity", "progress"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at `path` in a file; `at_key` means the key rather than its value."""

    file: FileKey
    path: Path
    message: str
    hint: str
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class SourceFinding:
    """Something wrong in the published text itself, by line and column."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """Something wrong at `path` in the reports of a department."""

    by: str
    path: Path
    message: str
    hint: str
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound item with the file that holds it and its place there."""

    file: FileKey
    index: int
    item: Task | Indicator


class Context:
    """The dataset as rules see it; only files that could be read are in it."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    @property
    def plan(self) -> Plan:
        """The plan; rules that use it name `plan` in `needs`."""
        assert self.loaded.plan is not None  # noqa: S101  (guaranteed by `needs`)
        return self.loaded.plan

    @property
    def departments(self) -> Departments:
        """The departments' file; rules that use it name `departments` in `needs`."""
        assert self.loaded.departments is not None  # noqa: S101  (guaranteed by `needs`)
        return self.loaded.departments

    @cached_property
    def directory(self) -> Directory:
        """The departments, indexed by name."""
        return build_directory(self.departments)

    @cached_property
    def entries(self) -> list[Entry]:
        """All sound items, indicators and tasks, in the order of the files."""
        indicators = self.loaded.indicators.items()
        tasks = self.loaded.tasks.items()
        return [
            *(Entry("indicators", index, item) for index, item in indicators),
            *(Entry("tasks", index, item) for index, item in tasks),
        ]

    @cached_property
    def published(self) -> "Published":
        """The published text, as far as it can be read."""
        from plan_cli.dataset.published import read_published

        return read_published(self.loaded.folder, self.plan.source.file)

    @property
    def notice(self) -> "Notice | None":
        """The notice as read from the published text; None where that cannot be read."""
        return self.published.notice

    @cached_property
    def clauses(self) -> "dict[int, Clause]":
        """The notice's clauses by number, the first where a number stands twice."""
        found: dict[int, Clause] = {}
        for clause in self.notice.clauses if self.notice else ():
            found.setdefault(clause.number, clause)
        return found


AnyFinding = Finding | SourceFinding | ReportFinding
Check = Callable[[Context], Iterator[AnyFinding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its ID, its tier, how grave a finding is, and the files that it cannot do without.

    A rule runs only when every file in `needs` could be read and is sound as a whole.
    """

    id: str
    tier: Tier
    check: Check
    needs: tuple[FileKey, ...] = ()
    severity: Severity = "error"
