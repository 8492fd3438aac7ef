"""A section's kind is the one that the notice's headings state.

目标定位 holds items of kind positioning, 主要指标 indicators, 远景目标 vision, 重要举措 measures;
a section's own heading says it, or that of its part. A section without items has no kind.

PASS: plan.yaml

      - code: 三(一)
        kind: measure

FAIL: plan.yaml

      - code: 三(一)
        kind: vision  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("fidelity.section-kinds", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    stated = context.stated_kinds
    for index, section in enumerate(context.plan.sections):
        if section.code not in stated or section.kind == stated[section.code]:
            continue
        kind = stated[section.code]
        message = (
            _("the items of section {code} are of kind {kind}", code=section.code, kind=kind)
            if kind
            else _("section {code} has no items, and so no kind", code=section.code)
        )
        hint = _("The headings of the notice state it.")
        yield Finding("plan", ("sections", index, "kind"), message, hint)
