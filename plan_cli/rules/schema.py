"""Tier `schema`: what a record may hold; single values are checked while the files are loaded."""

from collections.abc import Iterator
from typing import Final

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import RULES, Finding, Rule, register
from plan_cli.rules.targets import shape_faults

_MANUALS: Final = {
    "unknown-key": """A record has only keys that are known.

What a misspelt key says is lost, and nobody notices. A key that is close to a known one comes with
that one; where that one is missing, the two are one mistake, and told once.

PASS: tasks.yaml
    - id: 6
      support_open: true
FAIL: tasks.yaml
    - id: 6
      suport_open: true  # <--
""",
    "missing-key": """A record has all the keys that it cannot do without.

What is not known is left out only where it may be; README.md beside the data tells of every key.

PASS: departments.yaml
      - name: 市商务局
        category: 政府部门
FAIL: departments.yaml
    departments:
      - name: 市档案局  # <--
        aliases: [daj]
""",
    "wrong-value": """\
A value is of its kind: text, a whole number, a date, a list, one of the allowed words.

Nothing is converted: "3" is not 3 and yes is not true. What a program would guess, it would some
day guess wrong.

PASS: tasks.yaml
        - id: "6.1"
          value: 3
FAIL: tasks.yaml
        - id: "6.1"
          value: "3"  # <--
FAIL: plan.yaml
    signed: 2022-07-32  # <--
FAIL: tasks.yaml
        - id: "6.1"
          measure: level  # <--
""",
}

RULES.extend(Rule(f"schema.{code}", None, manual) for code, manual in _MANUALS.items())


@register("schema.target-shape")
def target_shape(context: Context) -> Iterator[Finding]:
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
    hint = _("See the section on targets in README.md beside the data.")
    for one in context.targets:
        for key, message in shape_faults(one.target):
            yield one.finding((key,), message, hint)
