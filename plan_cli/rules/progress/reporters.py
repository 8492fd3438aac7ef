"""Whoever may report any indicator is a department, named once, with what that rests on.

`reporting` in `plan.yaml` names them. What rests on the notice has its words, which are
those of one of the rules there.

PASS: plan.yaml

    reporting:
      any_indicator:
        - department: 市统计局
          basis: duty

FAIL: plan.yaml

    reporting:
      any_indicator:
        - department: 统计局  # <--
          basis: duty
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.names import unknown_name
from plan_cli.rules.rule import Finding, register


@register("progress.reporters", needs=("plan", "departments"))
def check(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, one in enumerate(context.plan.reporting.any_indicator):
        path = ("reporting", "any_indicator", index, "department")
        if one.department not in context.directory.by_name:
            yield Finding("plan", path, *unknown_name(one.department, context.directory))
        elif one.department in seen:
            message = _("{name} is in the list twice", name=one.department)
            yield Finding("plan", path, message, _("Take one of the two out."))
        seen.add(one.department)
        if (one.basis == "notice") != (one.quote is not None):
            message = _("what rests on the notice has its words as quote, and nothing else has")
            hint = _("Write the quote, or basis: duty.")
            yield Finding("plan", (*path[:-1], "basis"), message, hint)
        elif one.quote and not any(one.quote in rule.quote for rule in context.plan.rules):
            message = _("these words are in none of the rules")
            hint = _("Quote one of the rules in this file, to the character.")
            yield Finding("plan", (*path[:-1], "quote"), message, hint)
