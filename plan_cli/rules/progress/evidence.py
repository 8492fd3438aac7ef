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

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import reports
from plan_cli.rules.rule import Finding, register


@register("progress.evidence")
def check(context: Context) -> Iterator[Finding]:
    for one in reports(context):
        if one.record.status == "done" and not one.record.evidence:
            message = _("done (已完成) needs evidence (佐证)")
            hint = _("Give a document number, a link or a file.")
            yield one.finding(("status",), message, hint)
