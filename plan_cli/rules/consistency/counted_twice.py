"""What is counted in one item is not counted again in another.

88 and 132 both promise 18个老旧小区: the same ones, as far as anybody can tell. Whoever adds up
would have 36. Such a pair is recorded in plan.yaml.

PASS: tasks.yaml

        - id: "8.1"
          metric: 老旧小区改造

FAIL: tasks.yaml

        - id: "8.1"
          same_as: ["10.1"]
        - id: "10.1"  # <--
          same_as: ["8.1"]
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.consistency.pairs import finding
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every pair that is not recorded."""
    for pair in context.pairs.unrecorded("counted_twice"):
        message = _(
            "{second} and {first} seem to count the same {value}{unit}",
            second=pair.second.target.id,
            first=pair.first.target.id,
            value=pair.first.target.value,
            unit=pair.first.target.unit,
        )
        yield finding(pair, message, "id")


RULE = Rule(
    "consistency.counted-twice",
    "consistency",
    check,
    needs=("plan", "indicators", "tasks"),
    severity="warning",
)
