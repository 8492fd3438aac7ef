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

from plan_cli.dataset.models import Indicator, Task
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context, charged
from plan_cli.rules.progress.filed import Filed, filed, items, no_item
from plan_cli.rules.rule import ReportFinding, Rule


def check(context: Context) -> Iterator[ReportFinding]:
    """Yield a finding for every report on nothing, or by somebody it does not concern."""
    known = items(context)
    for one in filed(context):
        item = known.get(one.report.item)
        if item is None:
            yield one.finding(("item",), *no_item(one.report.item, known))
        elif one.by in context.directory.by_name and not _may_report(context, one, item):
            yield _not_theirs(context, one, item)


def _may_report(context: Context, one: Filed, item: Task | Indicator) -> bool:
    if isinstance(item, Indicator) and one.by in context.reporters:
        return True
    return context.has_part(one.by, item, one.report.date)


def _not_theirs(context: Context, one: Filed, item: Task | Indicator) -> ReportFinding:
    names = charged(item)
    if isinstance(item, Indicator):
        names = list(dict.fromkeys([*names, *context.reporters]))
    message = _("{by} has no part in item {item}", by=one.by, item=item.id)
    hint = _("Who may report on it: {names}.", names=listed(names))
    return one.finding(("item",), message, hint)


RULE = Rule(
    "progress.items", "progress", check, needs=("plan", "departments", "tasks", "indicators")
)
