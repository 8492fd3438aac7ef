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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import reports
from plan_cli.rules.rule import Finding, register
from plan_cli.today import today

if TYPE_CHECKING:
    from datetime import date


@register("progress.dates")
def check(context: Context) -> Iterator[Finding]:
    now = today()
    latest: dict[str, date] = {}
    for one in reports(context):
        day = one.record.date
        before = latest.get(one.by, day)
        if day > now:
            message = _("{date} is in the future", date=day)
            yield one.finding(("date",), message, _("Today is {date}.", date=now))
        elif day < before:
            message = _(
                "{date} is before {before}, the date of a report above it", date=day, before=before
            )
            hint = _(
                "Reports of a department stand in the order in which they were handed in: date "
                "it {before} or later.",
                before=before,
            )
            yield one.finding(("date",), message, hint)
        else:
            latest[one.by] = day
