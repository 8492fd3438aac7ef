"""A recorded discrepancy still exists.

A record that explains nothing hides the next real one. When the data was corrected, take it out.

PASS: plan.yaml

      - kind: different_figures
        targets: ["3.1", "9.1"]

FAIL: plan.yaml

      - kind: different_figures
        kind: counted_twice  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every record without a pair that is at odds."""
    for index, one in enumerate(context.plan.discrepancies):
        if context.pairs.is_sound(one) and not context.pairs.explains(one):
            message = _("the targets are not at odds, or not in this way")
            hint = _("Take the record out, or correct its kind or its targets.")
            yield Finding("plan", ("discrepancies", index, "kind"), message, hint)


RULE = Rule(
    "consistency.stale",
    "consistency",
    check,
    needs=("plan", "indicators", "tasks"),
    severity="warning",
)
