"""A report is on an item that exists, by a department that has a part in it.

The lead and those who support a task report on it, also where the item names a plate they bear, a
definite group they belong to, or a group or 等 to which they are assigned. Whoever is responsible
for an indicator reports it, and so does whoever `plan.yaml` lets report any.

PASS: progress/市工信局.yaml

    - id: k3m9qx
      item: 1
      date: 2024-03-01
      status: in_progress

FAIL: progress/市工信局.yaml

    - id: k3m9qx
      item: 8  # <--
      date: 2024-03-01
      status: in_progress
"""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.records import no_item, reports
from plan_cli.rules.rule import Finding, register


@register("progress.items", needs=("plan", "departments", "tasks", "indicators"))
def check(context: Context) -> Iterator[Finding]:
    for one in reports(context):
        item = context.items.get(one.record.item)
        if item is None:
            yield one.finding(("item",), *no_item(one.record.item, context.items))
        elif one.by in context.directory.by_name and not context.may_report(
            one.by, item, one.record.date
        ):
            message = _("{by} has no part in item {item}", by=one.by, item=item.id)
            names = listed(context.who_may_report(item))
            hint = _("Who may report on it: {names}.", names=names)
            yield one.finding(("item",), message, hint)
