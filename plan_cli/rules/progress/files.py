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
from plan_cli.rules.names import unknown_name
from plan_cli.rules.rule import Finding, register


@register("progress.files", needs=("departments",))
def check(context: Context) -> Iterator[Finding]:
    for by in context.loaded.progress:
        if by in context.directory.by_name:
            continue
        if by in context.directory.group_by_name:
            message = _("{group} is a group, and a group hands in no reports", group=by)
            yield Finding(f"progress/{by}", (), message, _("Name the department that does."))
        else:
            yield Finding(f"progress/{by}", (), *unknown_name(by, context.directory))
