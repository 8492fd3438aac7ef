"""The declared counts are those of the quote, and those that the notice has.

The notice itself says how many indicators it sets (共设置33项指标,其中预期性指标26项,
约束性指标7项); binding ones are marked with a star.

PASS: plan.yaml

    counts:
      binding: 1

FAIL: plan.yaml

    counts:
      binding: 2  # <--
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.notice.numerals import figures_in
from plan_cli.rules.context import Context
from plan_cli.rules.notice_facts import is_indicator
from plan_cli.rules.rule import Finding, register


@register("fidelity.counts", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    if context.notice is None:
        return
    counts = context.plan.counts
    starred = [c.starred for c in context.clauses.values() if is_indicator(c) or c.starred]
    actual = {
        "indicators": len(starred),
        "expected": starred.count(False),
        "binding": starred.count(True),
    }
    stated = figures_in(counts.quote)
    for key, number in actual.items():
        declared = getattr(counts, key)
        if declared != number:
            message = _(
                "{declared} are declared, the notice has {number}", declared=declared, number=number
            )
            yield Finding("plan", ("counts", key), message, _("Check the figure and the quote."))
        elif declared not in stated and _is_quoted(context):
            message = _("the quote does not say {number}", number=declared)
            yield Finding("plan", ("counts", key), message, _("Check the figure and the quote."))


def _is_quoted(context: Context) -> bool:
    paragraphs = context.notice.paragraphs if context.notice else ()
    return any(context.plan.counts.quote in paragraph.text for paragraph in paragraphs)
