"""A value is of its kind: text, a whole number, a date, a list, one of the allowed words.

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
"""

from plan_cli.rules.rule import Rule

RULE = Rule("schema.wrong-value", "schema", None, text=__doc__ or "")
