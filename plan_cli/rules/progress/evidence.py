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
from plan_cli.rules.progress.filed import filed
from plan_cli.rules.rule import ReportFinding, Rule


def check(context: Context) -> Iterator[ReportFinding]:
    """Yield a finding for every `done` without evidence."""
    for one in filed(context):
        if one.report.status == "done" and not one.report.evidence:
            message = _("done (已完成) needs evidence (佐证)")
            hint = _("Give a document number, a link or a file.")
            yield one.finding(("status",), message, hint)


RULE = Rule("progress.evidence", "progress", check)
