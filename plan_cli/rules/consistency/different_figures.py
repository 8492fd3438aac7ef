"""Two items that promise one metric for one year promise the same figure.

43 has 粮食产量稳定在19万吨以上, 117 has 粮食总产稳定在19.5万吨以上: the notice says both,
nobody can say which is meant, and a reader has to know. Such a pair is recorded in plan.yaml; a
new one is a slip.

PASS: tasks.yaml

        - id: "9.1"
          same_as: ["3.1"]

FAIL: tasks.yaml

        - id: "8.1"
          same_as: ["11.1"]
        - id: "11.1"
          same_as: ["8.1"]
          value: 20  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.consistency.pairs import finding
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every pair that is not recorded."""
    for pair in context.pairs.unrecorded("different_figures"):
        first, second = pair.first.target, pair.second.target
        message = _(
            "{second} has {value}{unit}, and {first} of the same metric {other}{unit}",
            second=second.id,
            value=second.value,
            unit=second.unit,
            first=first.id,
            other=first.value,
        )
        yield finding(pair, message, "value")


RULE = Rule(
    "consistency.different-figures",
    "consistency",
    check,
    needs=("plan", "indicators", "tasks"),
    severity="warning",
)
