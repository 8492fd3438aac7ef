"""Targets of one metric point at each other.

Where the notice promises the same thing in several items, in the same words or in others,
`same_as` says so on both sides, so that nobody counts it twice and a report for one is found at
the other.

PASS: indicators.yaml

        - id: "2.1"
          same_as: ["5.1"]

FAIL: indicators.yaml

        - id: "2.1"
          same_as: ["5.9"]  # <--

FAIL: indicators.yaml

        - id: "4.1"
          same_as: ["5.1"]  # <--
"""

from collections.abc import Iterator

from plan_cli.dataset.models import Target
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("reference.same-as", needs=("indicators", "tasks"))
def check(context: Context) -> Iterator[Finding]:
    known = context.target_by_id
    for one in context.targets:
        for position, other in enumerate(one.target.same_as):
            if other == one.target.id or other not in known:
                message = _("there is no other target {id}", id=other)
                hint = _("Name the id of a target of the same metric, such as 43.1.")
                yield one.finding(("same_as", position), message, hint)
            elif one.target.id not in known[other].same_as and not _misled(known[other], known):
                message = _(
                    "target {other} does not point back at {id}", other=other, id=one.target.id
                )
                hint = _("Add {id} to same_as of target {other}.", id=one.target.id, other=other)
                yield one.finding(("same_as", position), message, hint)


def _misled(target: Target, known: dict[str, Target]) -> bool:
    """Whether a target points at one that does not point back: the mistake is there."""
    return any(
        other not in known or target.id not in known[other].same_as for other in target.same_as
    )
