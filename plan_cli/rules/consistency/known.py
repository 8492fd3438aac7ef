"""A recorded discrepancy is shown, as a note: there is nothing to correct in the data.

The notice is evidence and is not changed. What it says twice, and differently, is recorded with
both quotes and with what is known; `plan show` tells it with each of the items.

PASS: plan.yaml

    discrepancies: []

FAIL: plan.yaml

      - kind: different_figures  # <--
        targets: ["3.1", "9.1"]
"""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every record with a pair that is at odds."""
    for index, one in enumerate(context.plan.discrepancies):
        if context.pairs.explains(one):
            message = _("known of {targets}: {note}", targets=listed(one.targets), note=one.note)
            yield Finding("plan", ("discrepancies", index), message, "")


RULE = Rule(
    "consistency.known",
    "consistency",
    check,
    needs=("plan", "indicators", "tasks"),
    severity="note",
)
