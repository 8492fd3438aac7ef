"""A target's keys go together.

A value has a direction with its basis, a unit and a measure; only `between` has an upper value,
above the value; a year has a basis and a basis a year; a target whose value the notice does not
state has none; and the measures `qualitative` and `coverage` alone may do without a value.

PASS: tasks.yaml

        - id: "6.1"
          direction: between
          value: 3
          upper: 5

FAIL: tasks.yaml

        - id: "6.1"
          direction: at_least  # <--

FAIL: tasks.yaml

        - id: "8.1"
          measure: qualitative  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register
from plan_cli.rules.targets import shape_faults


@register("schema.target-shape")
def check(context: Context) -> Iterator[Finding]:
    hint = _("See the section on targets in README.md beside the data.")
    for one in context.targets:
        for key, message in shape_faults(one.target):
            yield one.finding((key,), message, hint)
