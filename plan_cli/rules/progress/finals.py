"""A target has one final value (终值) for a period, unless a correction replaces it.

Two of them would leave open which one counts.

PASS: progress/市发改局.yaml

    - id: k3m9qx
      item: 2
      date: 2024-03-01
      target: "2.1"
      period: "2023"
      value: 2.7
      nature: final
    - id: p7d2ra
      item: 2
      date: 2024-09-01
      target: "2.1"
      period: "2023"
      value: 2.8
      nature: final
      replaces: k3m9qx

FAIL: progress/市发改局.yaml

    - id: k3m9qx
      item: 2
      date: 2024-03-01
      target: "2.1"
      period: "2023"
      value: 2.7
      nature: final
    - id: p7d2ra
      item: 2
      date: 2024-09-01
      target: "2.1"
      period: "2023"  # <--
      value: 2.8
      nature: final
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import FiledReport, reports
from plan_cli.rules.rule import Finding, register
from plan_cli.words import period_label


@register("progress.finals")
def check(context: Context) -> Iterator[Finding]:
    replaced = {one.record.replaces for one in reports(context)}
    standing: dict[tuple[str | None, str | None], FiledReport] = {}
    for one in sorted(reports(context), key=lambda one: (one.record.date, one.by, one.index)):
        if one.record.nature != "final" or one.record.id in replaced:
            continue
        first = standing.setdefault((one.record.target, one.record.period), one)
        if first is not one:
            message = _(
                "target {id} has a final value for {period} already: {report} of {by}",
                id=one.record.target,
                period=period_label(one.record.period) if one.record.period else "",
                report=first.record.id,
                by=first.by,
            )
            hint = _("If this one corrects it, say so: replaces: {id}.", id=first.record.id)
            yield one.finding(("period",), message, hint)
