"""Every item of the notice is in the data, and no other; the declared counts hold."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.notice.figures import figures_in
from plan_cli.rules.base import Context, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for items on one side only, and for counts that do not add up."""
    if context.notice is None:
        return
    known = {entry.item.id for entry in context.entries}
    for number, clause in context.clauses.items():
        if number not in known:
            message = _("item {number} of the notice is not in the data").format(number=number)
            hint = _("See line {line} of the published text.").format(line=clause.line)
            duty = clause.attribution.duty("support", "lead") if clause.attribution else None
            yield Finding("tasks" if duty else "indicators", (), message, hint)
    for entry in context.entries:
        if entry.item.id not in context.clauses:
            message = _("the notice has no item {number}").format(number=entry.item.id)
            hint = _("Take the record out, or correct its id.")
            yield Finding(entry.file, (entry.index, "id"), message, hint)
    yield from _check_counts(context)


def _check_counts(context: Context) -> Iterator[Finding]:
    counts = context.plan.counts
    binding = sum(indicator.binding for indicator in context.loaded.indicators.values())
    actual = {
        "indicators": len(context.loaded.indicators),
        "expected": len(context.loaded.indicators) - binding,
        "binding": binding,
    }
    stated = figures_in(counts.quote)
    for key, number in actual.items():
        declared = getattr(counts, key)
        if declared != number:
            message = _("the notice counts {declared}, the data has {number}").format(
                declared=declared, number=number
            )
            hint = _("Compare indicators.yaml with the quote.")
            yield Finding("plan", ("counts", key), message, hint)
        elif declared not in stated:
            message = _("the quote does not say {number}").format(number=declared)
            yield Finding("plan", ("counts", key), message, _("Check the figure and the quote."))


RULE = Rule("fidelity.coverage", "fidelity", check, needs=("plan", "indicators", "tasks"))
