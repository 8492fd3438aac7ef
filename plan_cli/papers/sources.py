"""Which reports a paper rests on, and the numbers by which it cites them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from plan_cli.i18n import _
from plan_cli.papers.words import runs, spans

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.rows import ReportRow

Written = TypeVar("Written")


_MOST: Final = 12
"""With more pieces than this a reference says nothing to a reader."""


class Sources:
    """The numbers of reports. What is cited without one is remembered, and has the number 0."""

    def __init__(self, numbers: Mapping[str, int] | None = None) -> None:
        self._numbers = numbers or {}
        self.cited: set[str] = set()

    def cite(self, reports: Iterable[str], *, table: bool = False) -> str:
        """Return the reference to reports as it follows a word; nothing without reports.

        Args:
            reports: their ids.
            table: whether a table below has them item by item; one with very many pieces then
                points there, else to the list of all reports.
        """
        found = set(reports)
        self.cited |= found
        if not found:
            return ""
        pieces = runs(self._numbers.get(one, 0) for one in found)
        if len(pieces) <= _MOST:
            return _(" [{numbers}]", numbers=spans(number for run in pieces for number in run))
        return _(" [see the table below]") if table else _(" [see the annex of reports]")

    def numbers(self, reports: Iterable[str]) -> str:
        """Return the numbers of reports, for a column of a table."""
        found = set(reports)
        self.cited |= found
        return spans({self._numbers.get(one, 0) for one in found})


def with_sources(
    dataset: "Dataset", first: Collection[str], write: Callable[[Sources], Written]
) -> tuple[Written, list["ReportRow"]]:
    """Write something that cites reports; return it with the reports, in the order of the numbers.

    It is written twice, as only the whole says what is cited. The numbers follow the items,
    indicators first, so that those of a group of items stand together.

    Args:
        dataset: the dataset.
        first: ids of the reports that come before all others.
        write: writes it.
    """
    draft = Sources()
    write(draft)
    tasks = {row["id"] for row in dataset.task_rows}
    rows = sorted(
        (row for row in dataset.report_rows if row["id"] in draft.cited),
        key=lambda row: (
            row["id"] not in first,
            row["item"] in tasks,
            row["item"],
            row["date"],
            row["id"],
        ),
    )
    numbers = {row["id"]: number for number, row in enumerate(rows, start=1)}
    return write(Sources(numbers)), rows
