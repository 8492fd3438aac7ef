"""One metric, promised for one year, has one department that answers for it.

34 (a binding indicator, 责任部门 市绿化办) and 158 (牵头部门 市水利局) both promise
森林覆盖率 40%. Only the responsible department of the indicator can lose the grade 优秀 for it;
such a pair is recorded in plan.yaml, so that nobody charges the wrong one.

PASS: tasks.yaml

        - id: "9.1"
          same_as: ["3.1"]

FAIL: tasks.yaml

    - id: 9
      lead: 市财政局
      targets:
        - id: "9.1"  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.consistency.pairs import finding
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every pair that is not recorded."""
    for pair in context.pairs.unrecorded("different_departments"):
        message = _(
            "{second} and {first} are one metric and have different departments",
            second=pair.second.target.id,
            first=pair.first.target.id,
        )
        yield finding(pair, message, "id")


RULE = Rule(
    "consistency.different-departments",
    "consistency",
    check,
    needs=("plan", "indicators", "tasks"),
    severity="warning",
)
