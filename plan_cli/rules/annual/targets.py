"""A goal that is a step towards a target names one of its item's, and has a figure only with it.

A figure is read in the target's unit and towards the target's side: without a target, nothing says
what it counts, and it belongs into the words. A target that is met in words alone (定性) has no
figure either.

PASS: annual/2023/市发改局.yaml

    - item: 6
      target: "6.1"
      goal: 建成专业孵化器1个
      value: 1

FAIL: annual/2023/市发改局.yaml

    - item: 6
      target: "1.1"  # <--
      goal: 建成专业孵化器1个
      value: 1

FAIL: annual/2023/市发改局.yaml

    - item: 6
      goal: 建成专业孵化器1个
      value: 1  # <--
"""

from collections.abc import Iterator

from plan_cli.dataset.models import Indicator, Task
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import FiledGoal, goals, no_target
from plan_cli.rules.rule import Finding, register


@register("annual.targets", needs=("tasks", "indicators"))
def check(context: Context) -> Iterator[Finding]:
    for one in goals(context):
        if one.record.target is None:
            if one.record.value is not None:
                message = _("a figure without a target says nothing")
                hint = _("Name the target that it is a step towards, or say it in words.")
                yield one.finding(("value",), message, hint)
        elif (item := context.items.get(one.record.item)) is not None:
            yield from _check_target(one, item, one.record.target)


def _check_target(one: FiledGoal, item: Task | Indicator, name: str) -> Iterator[Finding]:
    target = next((target for target in item.targets if target.id == name), None)
    if target is None:
        none = _("It has none; say the goal in words.")
        yield one.finding(("target",), *no_target(item, name, none))
    elif target.measure == "qualitative" and one.record.value is not None:
        message = _("target {id} has no figure to reach", id=name)
        yield one.finding(("value",), message, _("Say the goal in words."))
