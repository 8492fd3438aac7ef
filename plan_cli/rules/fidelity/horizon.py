"""The years of the plan are those that the notice states.

第十四个五年规划 runs from 2021 to 2025, and the next ones follow every five years. The base is
the year that the goals are measured against (较2020年), the vision the year of the long-term goals
(远景目标时间节点至2035年).

PASS: plan.yaml

    horizon:
      end: 2025

FAIL: plan.yaml

    horizon:
      end: 2026  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("fidelity.horizon", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    for key, year in context.stated_horizon.items():
        if getattr(context.plan.horizon, key) != year:
            message = _("the notice states the year {year}", year=year)
            hint = _("Follow the published text.")
            yield Finding("plan", ("horizon", key), message, hint)
