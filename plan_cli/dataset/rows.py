"""Rows: plain dictionaries with the keys of the JSON contract, in its order.

Every key is always there; what the dataset does not say is None, never zero or empty text.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict, TypeVar

if TYPE_CHECKING:
    from typing_extensions import TypeIs

Role = Literal["lead", "support"]
Figure = int | Decimal


class TargetRow(TypedDict):
    """A target; `value` and `upper` are in `unit`, `due` is a year."""

    id: str
    quote: str
    metric: str
    measure: str | None
    direction: str | None
    direction_basis: str | None
    value: Figure | None
    upper: Figure | None
    unit: str | None
    unit_basis: str
    value_unstated: bool
    due: int | None
    due_basis: str | None
    same_as: list[str]
    note: str | None


class TaskRow(TypedDict):
    """A task; `role` and `via` are there when departments were asked for.

    `via` is the group or the predecessor through which a department has the task; None if the task
    names the department itself.
    """

    id: int
    kind: str
    section: str
    text: str
    lead: str
    support: list[str]
    support_open: bool
    targets: list[TargetRow]
    note: str | None
    role: NotRequired[Role]
    via: NotRequired[str | None]


class IndicatorRow(TypedDict):
    id: int
    section: str
    text: str
    binding: bool
    responsible: str
    targets: list[TargetRow]
    note: str | None


def is_task(row: TaskRow | IndicatorRow) -> "TypeIs[TaskRow]":
    return "lead" in row


class ValueRow(TypedDict):
    target: str
    value: Figure


class ReportRow(TypedDict):
    """A report handed in by `by`; what it does not say is None or empty."""

    id: str
    by: str
    item: int
    date: str
    status: str | None
    values: list[ValueRow]
    target: str | None
    period: str | None
    value: Figure | None
    nature: str | None
    progress: str | None
    problems: str | None
    next: str | None
    evidence: list[str]
    publisher: str | None
    source: str | None
    quote: str | None
    replaces: str | None
    note: str | None


def current_reports(rows: Iterable[ReportRow], as_of: date) -> list[ReportRow]:
    """Reports handed in by a day and not replaced by then."""
    known = [row for row in rows if date.fromisoformat(row["date"]) <= as_of]
    replaced = {row["replaces"] for row in known}
    return [row for row in known if row["id"] not in replaced]


def value_unit(target: TargetRow) -> str | None:
    """The unit of a target's values; coverage (全覆盖) is in percent."""
    return target["unit"] or ("%" if target["measure"] == "coverage" else None)


class AssigneesRow(TypedDict):
    item: int
    group: str
    members: list[str]
    by: str
    document: str
    date: str
    note: str | None


class GoalRow(TypedDict):
    """A goal of a department (`by`) for a year; in words only if it has no target."""

    year: int
    by: str
    item: int
    target: str | None
    goal: str
    value: Figure | None


def select_goals(
    rows: Iterable[GoalRow],
    *,
    year: int | None = None,
    item: int | None = None,
    target: str | None = None,
    departments: Collection[str] = (),
) -> list[GoalRow]:
    """Goals that meet all conditions; None and () set no condition."""
    return [
        row
        for row in rows
        if year in (None, row["year"])
        and item in (None, row["item"])
        and target in (None, row["target"])
        and (not departments or row["by"] in departments)
    ]


class DiscrepancyRow(TypedDict):
    """A contradiction in the notice; `quotes` has the words of each target."""

    kind: str
    targets: list[str]
    quotes: list[str]
    note: str


def known_discrepancies(rows: Iterable[DiscrepancyRow], item: int) -> list[DiscrepancyRow]:
    """Discrepancies that involve a target of the item."""
    own = f"{item}."
    return [row for row in rows if any(target.startswith(own) for target in row["targets"])]


Tuple = TypeVar("Tuple", bound=tuple[Any, ...])


def as_tuple(kind: type[Tuple], record: Mapping[str, Any]) -> Tuple:
    """Make a named tuple from a record; its lists become tuples."""
    fields: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
    values = [record[name] for name in fields]
    return kind(*(tuple(one) if isinstance(one, list) else one for one in values))
