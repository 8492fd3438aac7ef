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
from plan_cli.rules.progress.filed import Filed, filed
from plan_cli.rules.rule import ReportFinding, Rule
from plan_cli.words import period_label


def check(context: Context) -> Iterator[ReportFinding]:
    """Yield a finding for every final value beside another one that stands too."""
    replaced = {one.report.replaces for one in filed(context)}
    standing: dict[tuple[str | None, str | None], Filed] = {}
    for one in sorted(filed(context), key=lambda one: (one.report.date, one.by, one.index)):
        if one.report.nature != "final" or one.report.id in replaced:
            continue
        first = standing.setdefault((one.report.target, one.report.period), one)
        if first is not one:
            message = _("target {id} has a final value for {period} already: {report} of {by}")
            hint = _("If this one corrects it, say so: replaces: {id}.")
            yield one.finding(
                ("period",),
                message.format(
                    id=one.report.target,
                    period=period_label(one.report.period) if one.report.period else "",
                    report=first.report.id,
                    by=first.by,
                ),
                hint.format(id=first.report.id),
            )


RULE = Rule("progress.finals", "progress", check)
