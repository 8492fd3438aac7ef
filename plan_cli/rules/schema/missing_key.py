"""A record has all the keys that it cannot do without.

What is not known is left out only where it may be; README.md beside the data tells of every key.

PASS: departments.yaml

      - name: 市商务局
        category: 政府部门

FAIL: departments.yaml

    departments:
      - name: 市档案局  # <--
        aliases: [daj]
"""

from plan_cli.rules.rule import Rule

RULE = Rule("schema.missing-key", "schema", None, text=__doc__ or "")
