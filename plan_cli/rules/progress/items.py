"""Reports are on an item of the department's own, and say what its kind needs."""

from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.models import Indicator, Task
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.names import ended
from plan_cli.rules.records import FiledReport, no_item, no_target, reports
from plan_cli.rules.rule import Finding, register


@register("progress.items", needs=("plan", "departments", "tasks", "indicators"))
def items(context: Context) -> Iterator[Finding]:
    """A report is on an item that exists, by a department that has a part in it.

    The lead and those who support a task report on it, also where the item names a plate they bear,
    a definite group they belong to, or a group or 等 to which they are assigned. Whoever is
    responsible for an indicator reports it, and so does whoever `plan.yaml` lets report any.
    Whoever has succeeded one of them reports from the day after its last (`valid_until`), and it no
    longer does.

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
    for one in reports(context):
        item = context.items.get(one.record.item)
        if item is None:
            yield one.finding(("item",), *no_item(one.record.item, context.items))
        elif (fault := ended(one.by, one.record.date, context.directory)) is not None:
            yield one.finding(("date",), *fault)
        elif one.by in context.directory.by_name and not context.may_report(
            one.by, item, one.record.date
        ):
            message = _("{by} has no part in item {item}", by=one.by, item=item.id)
            names = listed(context.who_may_report(item))
            yield one.finding(("item",), message, _("Who may report on it: {names}.", names=names))


TASK_KEYS: Final = ("status", "values")
INDICATOR_KEYS: Final = ("target", "period", "value", "nature")


@register("progress.kinds", needs=("tasks", "indicators"))
def kinds(context: Context) -> Iterator[Finding]:
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
    for one in reports(context):
        item = context.items.get(one.record.item)
        if item is None:
            continue
        is_task = isinstance(item, Task)
        hint = _("An indicator's report has target, period, value and nature.")
        if is_task:
            hint = _("A task's report has status, and may have values.")
        for key in ("status",) if is_task else INDICATOR_KEYS:
            if getattr(one.record, key) is None:
                yield one.finding((), _("the key {key} is missing", key=key), hint)
        for key in INDICATOR_KEYS if is_task else TASK_KEYS:
            if getattr(one.record, key) not in (None, ()):
                message = _("an indicator's report has no {key}", key=key)
                if is_task:
                    message = _("a task's report has no {key}", key=key)
                yield one.finding((key,), message, hint)


@register("progress.targets", needs=("tasks", "indicators"))
def targets(context: Context) -> Iterator[Finding]:
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
    for one in reports(context):
        item = context.items.get(one.record.item)
        if item is None:
            continue
        seen: set[str] = set()
        for target, path in _named(one, item):
            if target in seen:
                message = _("target {id} has two values in one report", id=target)
                yield one.finding(path, message, _("Remove one of the two."))
            seen.add(target)
            yield from _check_target(one, item, target, path)


def _named(one: FiledReport, item: Task | Indicator) -> Iterator[tuple[str, Path]]:
    """Targets named in the keys of this kind of item; progress.kinds checks others."""
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
