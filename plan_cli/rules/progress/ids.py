"""Every report has an id of its own, in the whole dataset.

An id is for ever: corrections and papers refer to it.

PASS: progress/市工信局.yaml

    - id: k3m9qx
      item: 1
      date: 2024-03-01
      status: in_progress

FAIL: progress/市工信局.yaml

    - id: k3m9qx
      item: 1
      date: 2024-03-01
      status: in_progress
    - item: 1
      id: k3m9qx  # <--
      date: 2024-04-01
      status: in_progress
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import reports
from plan_cli.rules.rule import Finding, register


@register("progress.ids")
def check(context: Context) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for one in reports(context):
        identifier = one.record.id
        if identifier in taken:
            message = _(
                "report {id} is there already, in the file of {by}",
                id=identifier,
                by=taken[identifier],
            )
            hint = _("Give the later one another id, unless it is the same report twice.")
            yield one.finding(("id",), message, hint)
        taken.setdefault(identifier, one.by)
