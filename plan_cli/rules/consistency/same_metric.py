"""Targets with the identical metric point at each other.

`same_as` is how a reader, and every report, finds all that is promised of one thing; a metric that
stands in two items and is not joined is seen as two. In other words, the same metric is joined
too: 粮食产量 and 粮食总产.

PASS: tasks.yaml

        - id: "5.1"
          same_as: ["2.1"]

FAIL: tasks.yaml

        - id: "9.1"
          metric: 财政收入  # <--
"""

from collections import defaultdict
from collections.abc import Iterator

from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, TargetEntry, register


@register("consistency.same-metric", needs=("indicators", "tasks"), severity="warning")
def check(context: Context) -> Iterator[Finding]:
    by_metric: dict[str, list[TargetEntry]] = defaultdict(list)
    for one in context.targets:
        by_metric[one.target.metric].append(one)
    for group in by_metric.values():
        for position, one in enumerate(group):
            before = [other.target.id for other in group[:position]]
            absent = [other for other in before if other not in one.target.same_as]
            if absent and not _is_pointed_at(one, absent, group):
                message = _("{names} has the same metric", names=listed(absent))
                hint = _("Point at each other with same_as, or say the difference in the metric.")
                yield one.finding(("metric",), message, hint)


def _is_pointed_at(one: TargetEntry, absent: list[str], group: list[TargetEntry]) -> bool:
    """Whether the others do point here: then reference.same-as finds what is missing."""
    return all(
        one.target.id in other.target.same_as for other in group if other.target.id in absent
    )
