"""Reports as rows, in the order of time, and which of them stand on a day."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from plan_cli.dataset.rows import Figure

if TYPE_CHECKING:
    from plan_cli.model import Report, Target


class ValueRow(TypedDict):
    """How far a target of a task is, in the target's unit."""

    target: str
    value: Figure


class ReportRow(TypedDict):
    """A report with who handed it in (`by`); what it does not say is None or empty."""

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


class Handed(NamedTuple):
    """A report as it was handed in: by whom, and at which place of their file."""

    by: str
    position: int
    report: "Report"


def report_row(handed: Handed) -> ReportRow:
    """Return a report as a row."""
    report = handed.report
    return {
        "id": report.id,
        "by": handed.by,
        "item": report.item,
        "date": report.date.isoformat(),
        "status": report.status,
        "values": [{"target": one.target, "value": one.value} for one in report.values],
        "target": report.target,
        "period": report.period,
        "value": report.value,
        "nature": report.nature,
        "progress": report.progress,
        "problems": report.problems,
        "next": report.next,
        "evidence": list(report.evidence),
        "publisher": report.publisher,
        "source": report.source,
        "quote": report.quote,
        "replaces": report.replaces,
        "note": report.note,
    }


def in_time_order(reports: Iterable[Handed]) -> list[ReportRow]:
    """Return reports as rows by date, then by file, then by their place in it."""
    ordered = sorted(reports, key=lambda one: (one.report.date, one.by, one.position))
    return [report_row(one) for one in ordered]


def standing(rows: Iterable[ReportRow], as_of: date) -> list[ReportRow]:
    """Return the reports that stand on a day: handed in by then, and not replaced by then."""
    known = [row for row in rows if date.fromisoformat(row["date"]) <= as_of]
    replaced = {row["replaces"] for row in known}
    return [row for row in known if row["id"] not in replaced]


def reported_unit(target: "Target") -> str | None:
    """Return the unit that values of a target are in; coverage (全覆盖) is a share."""
    return value_unit(target.unit, target.measure)


def value_unit(unit: str | None, measure: str | None) -> str | None:
    """Return the unit that values are in, by the unit and the measure of their target."""
    return unit or ("%" if measure == "coverage" else None)
