"""A file of reports is named after the department whose reports it holds.

Every department has a file of its own, so that nobody writes into another's.

PASS: progress/市工信局.yaml

    - id: k3m9qx
      item: 1
      date: 2024-03-01
      status: in_progress

FAIL: progress/工信局.yaml

    - id: k3m9qx  # <--
      item: 1
      date: 2024-03-01
      status: in_progress
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.reference.departments import unknown
from plan_cli.rules.rule import ReportFinding, Rule


def check(context: Context) -> Iterator[ReportFinding]:
    """Yield a finding for every file whose name is no department's canonical name."""
    for by in context.loaded.progress:
        if by in context.directory.by_name:
            continue
        if by in context.directory.group_by_name:
            message = _("{group} is a group, and a group hands in no reports", group=by)
            yield ReportFinding(by, (), message, _("Name the department that does."))
        else:
            message, hint = unknown(by, context.directory)
            yield ReportFinding(by, (), message, hint)


RULE = Rule("progress.files", "progress", check, needs=("departments",))
