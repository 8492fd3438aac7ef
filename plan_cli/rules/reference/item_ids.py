"""Item numbers are unique over both files and ascend in each.

The notice numbers its items once through; a number leads to one record, and a reader finds it
where they expect it.

PASS: tasks.yaml

    - id: 6
      section: 三(一)

FAIL: tasks.yaml

    - section: 三(一)
      id: 8  # <--
      kind: measure
      text: 完成剩余18个老旧小区改造。
      lead: 市住建局
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Entry, Finding, register


@register("reference.item-ids")
def check(context: Context) -> Iterator[Finding]:
    seen: dict[int, Entry] = {}
    previous: Entry | None = None
    for entry in context.entries:
        number = entry.item.id
        if "fidelity" in context.tiers and (entry.file, entry.index) in context.misnumbered:
            continue  # the notice says which number it is: fidelity.coverage finds that
        if number in seen:
            message = _("item {number} is there already", number=number)
            hint = _("Every number of the notice has one record; take one out.")
            yield entry.finding(("id",), message, hint)
        elif previous and previous.file == entry.file and number < previous.item.id:
            before = previous.item.id
            message = _(
                "item {number} stands after item {previous}", number=number, previous=before
            )
            hint = _("Keep the items in the order of their numbers.")
            yield entry.finding(("id",), message, hint)
        seen.setdefault(number, entry)
        previous = entry
