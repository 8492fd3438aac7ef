"""The recorded discrepancies of the notice: those that exist, and those that do not any more."""

from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("consistency.stale", needs=("plan", "indicators", "tasks"), severity="warning")
def stale(context: Context) -> Iterator[Finding]:
    """A recorded discrepancy still exists.

    A record that explains nothing hides the next real one. When the data was corrected, take it
    out.

    PASS: plan.yaml

          - kind: different_figures
            targets: ["3.1", "9.1"]

    FAIL: plan.yaml

          - kind: different_figures
            kind: counted_twice  # <--
    """
    for index, one in enumerate(context.plan.discrepancies):
        if context.pairs.is_sound(one) and not context.pairs.explains(one):
            message = _("the targets are not at odds, or not in this way")
            hint = _("Take the record out, or correct its kind or its targets.")
            yield Finding("plan", ("discrepancies", index, "kind"), message, hint)


@register("consistency.known", needs=("plan", "indicators", "tasks"), severity="note")
def known(context: Context) -> Iterator[Finding]:
    """A recorded discrepancy is shown, as a note: there is nothing to correct in the data.

    The notice is evidence and is not changed. What it says twice, and differently, is recorded with
    both quotes and with what is known; `plan show` tells it with each of the items.

    PASS: plan.yaml

        discrepancies: []

    FAIL: plan.yaml

          - kind: different_figures  # <--
            targets: ["3.1", "9.1"]
    """
    for index, one in enumerate(context.plan.discrepancies):
        if context.pairs.explains(one):
            message = _("known of {targets}: {note}", targets=listed(one.targets), note=one.note)
            yield Finding("plan", ("discrepancies", index), message, "")
