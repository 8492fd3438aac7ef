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

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.queries.periods import bounds, year_of
from plan_cli.rules.context import Context
from plan_cli.rules.records import FiledReport, reports
from plan_cli.rules.rule import Finding, register
from plan_cli.words import period_label


@register("progress.periods", needs=("plan", "tasks", "indicators"))
def check(context: Context) -> Iterator[Finding]:
    base, end = context.year("base"), context.year("end")
    for one in reports(context):
        if one.record.period is None:
            continue
        target = context.target_by_id.get(one.record.target or "")
        last = max(end, (target.due if target else None) or end)
        if base <= year_of(one.record.period) <= last:
            yield from _check_day(one, one.record.period)
        else:
            message = _(
                "indicator {item} has no period {period}",
                item=one.record.item,
                period=period_label(one.record.period),
            )
            hint = _("Its values cover {first} (the base year) to {last}.", first=base, last=last)
            yield one.finding(("period",), message, hint)


def _check_day(one: FiledReport, period: str) -> Iterator[Finding]:
    first, last = bounds(period)
    if one.record.date < first:
        message = _(
            "{period} had not begun on {date}", period=period_label(period), date=one.record.date
        )
        yield one.finding(("period",), message, _("Check the period and the date."))
    elif one.record.date <= last and one.record.nature in ("preliminary", "final"):
        message = _(
            "{period} was not over on {date}", period=period_label(period), date=one.record.date
        )
        hint = _("Until it is, its value can only be an estimate (预计).")
        yield one.finding(("nature",), message, hint)
