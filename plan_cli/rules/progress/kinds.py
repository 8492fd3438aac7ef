"""A report says what its kind of item needs, and nothing that belongs to the other kind.

A task's has a `status`, and may have `values` for its targets; an indicator's has `target`,
`period`, `value` and `nature`.

PASS: progress/市发改局.yaml

    - id: k3m9qx
      item: 2
      date: 2024-03-01
      target: "2.1"
      period: "2023"
      value: 2.7
      nature: preliminary

FAIL: progress/市发改局.yaml

    - id: k3m9qx
      item: 2
      date: 2024-03-01
      status: in_progress  # <--
      target: "2.1"
      period: "2023"
      value: 2.7
      nature: preliminary
"""

from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.models import Task
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import reports
from plan_cli.rules.rule import Finding, register

TASK_KEYS: Final = ("status", "values")
INDICATOR_KEYS: Final = ("target", "period", "value", "nature")


@register("progress.kinds", needs=("tasks", "indicators"))
def check(context: Context) -> Iterator[Finding]:
    for one in reports(context):
        item = context.items.get(one.record.item)
        if item is None:
            continue
        is_task = isinstance(item, Task)
        hint = (
            _("A task's report has status, and may have values.")
            if is_task
            else _("An indicator's report has target, period, value and nature.")
        )
        for key in ("status",) if is_task else INDICATOR_KEYS:
            if getattr(one.record, key) is None:
                message = _("the key {key} is missing", key=key)
                yield one.finding((), message, hint)
        for key in INDICATOR_KEYS if is_task else TASK_KEYS:
            if getattr(one.record, key) not in (None, ()):
                message = (
                    _("a task's report has no {key}", key=key)
                    if is_task
                    else _("an indicator's report has no {key}", key=key)
                )
                yield one.finding((key,), message, hint)
