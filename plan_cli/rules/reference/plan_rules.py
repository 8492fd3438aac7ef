"""Every rule of the plan has an id of its own.

The program finds a rule of the notice by its id: `binding_veto` is 一票否优, `early_bonus` the
bonus for a goal reached early.

PASS: plan.yaml

      - id: half_year_meeting
        section: 四(一)

FAIL: plan.yaml

    rules:
      - section: 四(一)
        id: half_year_meeting  # <--
        quote: 每半年召开1次专题会。
        meaning: {zh: 每半年开一次会。, en: A meeting every half-year.}
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("reference.plan-rules", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, rule in enumerate(context.plan.rules):
        if rule.id in seen:
            message = _("rule {id} is there already", id=rule.id)
            hint = _("Every rule of the plan has one record.")
            yield Finding("plan", ("rules", index, "id"), message, hint)
        seen.add(rule.id)
