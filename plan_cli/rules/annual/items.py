"""A department sets itself goals on items in which it has a part of its own.

On a task that is its lead, and whoever supports it: also where the item names a plate they bear, a
definite group they belong to, or a group or 等 to which they are assigned. On an indicator it is
the department responsible, and nobody else: that a department may report any indicator does not
make it answer for it. Whoever has taken over the duties of a department by the end of the year has
its part.

PASS: annual/2023/市工信局.yaml

    - item: 1
      goal: 引进工业企业2家

FAIL: annual/2023/市工信局.yaml

    - item: 2  # <--
      goal: 全市生产总值增长7%
"""

from collections.abc import Iterator
from datetime import date

from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context, charged
from plan_cli.rules.records import goals, no_item
from plan_cli.rules.rule import Finding, register


@register("annual.items", needs=("departments", "tasks", "indicators"))
def check(context: Context) -> Iterator[Finding]:
    for one in goals(context):
        item = context.items.get(one.record.item)
        if item is None:
            yield one.finding(("item",), *no_item(one.record.item, context.items))
            continue
        if one.year is None or one.by not in context.directory.by_name:
            continue  # annual.files finds that
        year_end = date(max(one.year, 1), 12, 31)
        if not context.has_part(one.by, item, year_end):
            message = _("{by} has no part in item {item}", by=one.by, item=item.id)
            hint = _("Who may set goals on it: {names}.", names=listed(charged(item)))
            yield one.finding(("item",), message, hint)
