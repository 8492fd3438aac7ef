"""The reports that a paper rests on, and the numbers by which it cites them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.rows import ReportRow

Written = TypeVar("Written")

_MAX_RUNS: Final = 12  # a reference with more is useless to a reader


class Sources:
    """Numbers of reports. What is cited without a number is noted, and has the number 0."""

    def __init__(self, numbers: Mapping[str, int] | None = None) -> None:
        self._numbers = numbers or {}
        self.cited: set[str] = set()

    def cite(self, reports: Iterable[str], *, table: bool = False) -> str:
        """Reference after a word; very many numbers become “see the table below” or the annex."""
        numbers = self._numbers_of(reports)
        if not numbers:
            return ""
        if len(_runs(numbers)) <= _MAX_RUNS:
            return f"[{spans(numbers)}]"
        return "[见下表]" if table else "[见附件所列报送]"

    def numbers(self, reports: Iterable[str]) -> str:
        return spans(self._numbers_of(reports))

    def _numbers_of(self, reports: Iterable[str]) -> set[int]:
        found = set(reports)
        self.cited |= found
        return {self._numbers.get(one, 0) for one in found}


def with_sources(
    dataset: "Dataset", first: Collection[str], write: Callable[[Sources], Written]
) -> tuple[Written, list["ReportRow"]]:
    """Result of `write`, and the reports that it cites, in the order of their numbers.

    `write` runs twice, as only the whole says what is cited. The reports in `first` come first,
    then those on indicators, then those on tasks.
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


def spans(numbers: Iterable[int]) -> str:
    """Numbers in order, three or more in a row as a span: 1—3、5."""
    return "、".join(
        f"{run[0]}—{run[-1]}" if len(run) > 2 else "、".join(map(str, run))  # noqa: PLR2004
        for run in _runs(numbers)
    )


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found
