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

import re
from collections.abc import Iterator
from typing import Final

from plan_cli.i18n import _
from plan_cli.notice.numerals import numeral_value
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule

_PLAN: Final = re.compile("第([一二三四五六七八九十]+)个五年规划")
_BASE: Final = re.compile(r"较(\d{4})年")
_VISION: Final = re.compile(r"远景目标[^。]{0,10}至(\d{4})年")
_FIRST: Final = 1956  # counted back from the fourteenth; those before the third began otherwise
_LENGTH: Final = 5


def stated_horizon(context: Context) -> dict[str, int]:
    """Return the years that the notice states, as far as it does."""
    if context.notice is None:
        return {}
    text = context.published.text or ""
    found: dict[str, int] = {}
    if plan := _PLAN.search(text):
        start = _FIRST + _LENGTH * (numeral_value(plan[1]) - 1)
        found |= {"base": start - 1, "start": start, "end": start + _LENGTH - 1}
    if base := _BASE.search(text):
        found["base"] = int(base[1])
    if vision := _VISION.search(text):
        found["vision"] = int(vision[1])
    return found


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every year that is not the stated one."""
    for key, year in stated_horizon(context).items():
        if getattr(context.plan.horizon, key) != year:
            message = _("the notice states the year {year}", year=year)
            hint = _("Follow the published text.")
            yield Finding("plan", ("horizon", key), message, hint)


RULE = Rule("fidelity.horizon", "fidelity", check, needs=("plan",))
