"""A record has only keys that are known.

What a misspelt key says is lost, and nobody notices. A key that is close to a known one comes with
that one; where that one is missing, the two are one mistake, and told once.

PASS: tasks.yaml

    - id: 6
      support_open: true

FAIL: tasks.yaml

    - id: 6
      suport_open: true  # <--
"""

from plan_cli.rules.rule import Rule

RULE = Rule("schema.unknown-key", "schema", None, text=__doc__ or "")
