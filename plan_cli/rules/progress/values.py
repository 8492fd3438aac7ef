"""Periods, dates and evidence of reports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plan_cli.i18n import _
from plan_cli.queries.periods import bounds, year_of
from plan_cli.rules.context import Context
from plan_cli.rules.records import FiledReport, reports
from plan_cli.rules.rule import Finding, register
from plan_cli.words import period_label, today

if TYPE_CHECKING:
    from datetime import date


@register("progress.periods", needs=("plan", "tasks", "indicators"))
def periods(context: Context) -> Iterator[Finding]:
    """A period is one that the indicator has, and had begun when its value was reported.

    The plan counts from its base year to its last; only an estimate can be given before a period is
    over.

    PASS: progress/市发改局.yaml
        - id: k3m9qx
          item: 2
          date: 2024-03-01
          target: "2.1"
          period: "2023"
          value: 2.7
          nature: preliminary
    FAIL: progress/市发改局.yaml
        - id: k3m9qx
          item: 2
          date: 2024-03-01
          target: "2.1"
          period: "2019"  # <--
          value: 2.7
          nature: preliminary
    """
    base, end = context.year("base"), context.year("end")
    for one in reports(context):
        if one.record.period is None:
            continue
        target = context.target_by_id.get(one.record.target or "")
        last = max(end, (target.due if target else None) or end)
        if base <= year_of(one.record.period) <= last:
            yield from _check_day(one, one.record.period)
        else:
            item, period = one.record.item, period_label(one.record.period)
            message = _("indicator {item} has no period {period}", item=item, period=period)
            hint = _("Its values cover {first} (the base year) to {last}.", first=base, last=last)
            yield one.finding(("period",), message, hint)


def _check_day(one: FiledReport, period: str) -> Iterator[Finding]:
    first, last = bounds(period)
    words = {"period": period_label(period), "date": one.record.date}
    if one.record.date < first:
        message = _("{period} had not begun on {date}", **words)
        yield one.finding(("period",), message, _("Check the period and the date."))
    elif one.record.date <= last and one.record.nature in ("preliminary", "final"):
        message = _("{period} was not over on {date}", **words)
        hint = _("Until it is, its value can only be an estimate (预计).")
        yield one.finding(("nature",), message, hint)


@register("progress.dates")
def dates(context: Context) -> Iterator[Finding]:
    """Reports stand in the order of their dates, and none is dated in the future.

    A file only grows at its end: what was handed in later stands further below.

    PASS: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2024-03-01
          status: in_progress
    FAIL: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2999-03-01  # <--
          status: in_progress
    """
    now = today()
    latest: dict[str, date] = {}
    for one in reports(context):
        day = one.record.date
        before = latest.get(one.by, day)
        if day > now:
            message = _("{date} is in the future", date=day)
            yield one.finding(("date",), message, _("Today is {date}.", date=now))
        elif day < before:
            values = {"date": day, "before": before}
            message = _("{date} is before {before}, the date of a report above it", **values)
            hint = _("Reports are in order of date: date it {before} or later.", before=before)
            yield one.finding(("date",), message, hint)
        else:
            latest[one.by] = day


@register("progress.evidence")
def evidence(context: Context) -> Iterator[Finding]:
    """Whoever reports a task done says what shows it.

    A document number, a link or a file will do; others have to be able to look.

    PASS: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2024-03-01
          status: done
          evidence:
            - 兴工信发〔2024〕1号
    FAIL: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2024-03-01
          status: done  # <--
    """
    for one in reports(context):
        if one.record.status == "done" and not one.record.evidence:
            message = _("done (已完成) needs evidence (佐证)")
            yield one.finding(("status",), message, _("Give a document number, a link or a file."))
