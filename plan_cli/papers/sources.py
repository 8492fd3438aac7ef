"""Which reports a paper rests on, and the numbers by which it cites them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from plan_cli.i18n import _
from plan_cli.papers.wording import spans

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.reports import ReportRow

Written = TypeVar("Written")


class Sources:
    """The numbers of reports. What is cited without one is remembered, and has the number 0."""

    def __init__(self, numbers: Mapping[str, int] | None = None) -> None:
        self._numbers = numbers or {}
        self.cited: set[str] = set()

    def cite(self, reports: Iterable[str]) -> str:
        """Return the reference to reports as it follows a word; nothing without reports."""
        found = set(reports)
        self.cited |= found
        if not found:
            return ""
        return _(" [{numbers}]").format(numbers=self.numbers(found))

    def numbers(self, reports: Iterable[str]) -> str:
        """Return the numbers of reports, for a column of a table."""
        found = set(reports)
        self.cited |= found
        return spans({self._numbers.get(one, 0) for one in found})


def with_sources(
    dataset: "Dataset", write: Callable[[Sources], Written]
) -> tuple[Written, list["ReportRow"]]:
    """Write something that cites reports; return it with the reports, in the order of the numbers.

    It is written twice, as only the whole says what is cited. The numbers follow the items,
    indicators first, so that those of a group of items stand together.
    """
    draft = Sources()
    write(draft)
    tasks = {task.id for task in dataset.tasks}
    rows = sorted(
        (row for row in dataset.report_rows if row["id"] in draft.cited),
        key=lambda row: (row["item"] in tasks, row["item"], row["date"], row["id"]),
    )
    numbers = {row["id"]: number for number, row in enumerate(rows, start=1)}
    return write(Sources(numbers)), rows
