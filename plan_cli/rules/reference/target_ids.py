"""A target's id is its item's number, a dot, and its own number: 1, 2, 3, without gaps.

Ids are permanent: other targets, reports and the office's papers point at them. A gap is a target
that was taken out although the notice still makes the promise.

PASS: tasks.yaml

        - id: "6.2"
          metric: 新增高新技术企业

FAIL: tasks.yaml

    - id: 6
      targets:
        - metric: 新增高新技术企业户数
          id: "6.4"  # <--
          quote: 新增高新技术企业20户以上
          measure: qualitative
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Entry, Finding, TargetEntry, register


@register("reference.target-ids")
def check(context: Context) -> Iterator[Finding]:
    for entry in context.entries:
        clause = context.clause_of(entry) if "fidelity" in context.tiers else None
        yield from _check_item(entry, clause.number if clause else entry.item.id)


def _check_item(entry: Entry, number: int) -> Iterator[Finding]:
    ids = [target.id for target in entry.item.targets]
    expected = 0
    for index, target in enumerate(entry.item.targets):
        expected += 1
        one = TargetEntry(entry, index, target)
        item, _dot, own = target.id.partition(".")
        if item != str(number):
            message = _("target {id} stands under item {item}", id=target.id, item=number)
            hint = _("A target's id is its item's number, a dot, and a number of its own.")
            yield one.finding(("id",), message, hint)
        elif target.id in ids[:index] and own != str(expected):
            message = _("target {id} is there already", id=target.id)
            hint = _("Give the new target the next free number; ids are permanent.")
            yield one.finding(("id",), message, hint)
        elif own != str(expected):
            message = _(
                "target {id} stands where {expected} should",
                id=target.id,
                expected=f"{number}.{expected}",
            )
            hint = _("Targets are numbered 1, 2, 3 without gaps; put back the one that is gone.")
            yield one.finding(("id",), message, hint)
            if own.isdigit() and target.id not in ids[index + 1 :] and int(own) > expected:
                left = len(ids) - index - 1
                follows = left == 0 or ids[index + 1] == f"{number}.{int(own) + 1}"
                expected = int(own) if follows else expected
