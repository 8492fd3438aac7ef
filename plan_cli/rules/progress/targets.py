"""A value is of a target that its item has, that can have a figure, and once in a report.

A target's id is for ever, and begins with the number of its item.

PASS: progress/市发改局.yaml

    - id: k3m9qx
      item: 6
      date: 2024-03-01
      status: in_progress
      values:
        - target: "6.1"
          value: 3

FAIL: progress/市发改局.yaml

    - id: k3m9qx
      item: 6
      date: 2024-03-01
      status: in_progress
      values:
        - target: "1.1"  # <--
          value: 3
"""

from collections.abc import Iterator

from plan_cli.dataset.models import Indicator, Task
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import FiledReport, no_target, reports
from plan_cli.rules.rule import Finding, register


@register("progress.targets", needs=("tasks", "indicators"))
def check(context: Context) -> Iterator[Finding]:
    for one in reports(context):
        item = context.items.get(one.record.item)
        if item is None:
            continue
        seen: set[str] = set()
        for target, path in _named(one, item):
            if target in seen:
                message = _("target {id} has two values in one report", id=target)
                yield one.finding(path, message, _("Take one of the two out."))
            seen.add(target)
            yield from _check_target(one, item, target, path)


def _named(one: FiledReport, item: Task | Indicator) -> Iterator[tuple[str, Path]]:
    """Yield the targets that a report of this kind of item names; progress.kinds checks others."""
    if isinstance(item, Indicator):
        if one.record.target is not None:
            yield one.record.target, ("target",)
        return
    for position, value in enumerate(one.record.values):
        yield value.target, ("values", position, "target")


def _check_target(
    one: FiledReport, item: Task | Indicator, target_id: str, path: Path
) -> Iterator[Finding]:
    target = next((target for target in item.targets if target.id == target_id), None)
    if target is None:
        none = _("It has none; say in words how far it is.")
        yield one.finding(path, *no_target(item, target_id, none))
    elif target.measure == "qualitative":
        message = _("target {id} has no figure to report", id=target_id)
        yield one.finding(path, message, _("Say in words how far it is."))
