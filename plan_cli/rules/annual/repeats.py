"""A department sets one goal for a target in a year, and one for an item beside its targets.

Two of them would leave open which one counts. Several things that are to be done on an item without
being a step towards a target are one goal, in several sentences.

PASS: annual/2023/市发改局.yaml

    - item: 6
      target: "6.1"
      goal: 建成专业孵化器1个
      value: 1
    - item: 6
      goal: 出台孵化器管理办法；举办创业大赛1次

FAIL: annual/2023/市发改局.yaml

    - item: 6
      target: "6.1"
      goal: 建成专业孵化器1个
      value: 1
    - target: "6.1"  # <--
      item: 6
      goal: 建成专业孵化器2个
      value: 2
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import goals
from plan_cli.rules.rule import Finding, register


@register("annual.repeats")
def check(context: Context) -> Iterator[Finding]:
    seen: set[tuple[str, int, str | None]] = set()
    for one in goals(context):
        key = (one.file, one.record.item, one.record.target)
        if key not in seen:
            seen.add(key)
        elif one.record.target is not None:
            message = _("the goal for target {id} is set already", id=one.record.target)
            yield one.finding(("target",), message, _("Take one of the two out."))
        else:
            message = _("the goal for item {item} is set already", item=one.record.item)
            hint = _("Put both into one, or name the target that each is a step towards.")
            yield one.finding(("item",), message, hint)
