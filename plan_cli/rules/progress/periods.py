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
from plan_cli.rules.progress.filed import Filed, filed, targets
from plan_cli.rules.rule import ReportFinding, Rule
from plan_cli.words import period_label


def check(context: Context) -> Iterator[ReportFinding]:
    """Yield a finding for every period outside the plan's years, or not over, or not begun."""
    base, end = context.year("base"), context.year("end")
    known = targets(context)
    for one in filed(context):
        if one.report.period is None:
            continue
        target = known.get(one.report.target or "")
        last = max(end, (target.due if target else None) or end)
        if base <= year_of(one.report.period) <= last:
            yield from _check_day(one, one.report.period)
        else:
            message = _(
                "indicator {item} has no period {period}",
                item=one.report.item,
                period=period_label(one.report.period),
            )
            hint = _("Its values cover {first} (the base year) to {last}.", first=base, last=last)
            yield one.finding(("period",), message, hint)


def _check_day(one: Filed, period: str) -> Iterator[ReportFinding]:
    first, last = bounds(period)
    if one.report.date < first:
        message = _(
            "{period} had not begun on {date}", period=period_label(period), date=one.report.date
        )
        yield one.finding(("period",), message, _("Check the period and the date."))
    elif one.report.date <= last and one.report.nature in ("preliminary", "final"):
        message = _(
            "{period} was not over on {date}", period=period_label(period), date=one.report.date
        )
        hint = _("Until it is, its value can only be an estimate (预计).")
        yield one.finding(("nature",), message, hint)


RULE = Rule("progress.periods", "progress", check, needs=("plan", "tasks", "indicators"))
