"""Tier `consistency`: the notice agrees with itself.

Where it does not, `discrepancies` in plan.yaml records it, and it is a note from then on.
"""

from collections import defaultdict
from collections.abc import Iterator
from plan_cli.i18n import N_, _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, TargetEntry, register
from typing import Final
from plan_cli.dataset.folder import FileKey
from plan_cli.rules.targets import Pair


@register("consistency.same-metric", needs=("indicators", "tasks"), severity="warning")
def same_metric(context: Context) -> Iterator[Finding]:
    """Targets with the identical metric point at each other.

    `same_as` is how a reader, and every report, finds all that is promised of one thing; a metric
    that stands in two items and is not joined is seen as two. In other words, the same metric is
    joined too: 粮食产量 and 粮食总产.

    PASS: tasks.yaml
            - id: "5.1"
              same_as: ["2.1"]
    FAIL: tasks.yaml
            - id: "9.1"
              metric: 财政收入  # <--
    """
    by_metric: dict[str, list[TargetEntry]] = defaultdict(list)
    for one in context.targets:
        by_metric[one.target.metric].append(one)
    for group in by_metric.values():
        for position, one in enumerate(group):
            before = [other.target.id for other in group[:position]]
            absent = [other for other in before if other not in one.target.same_as]
            if absent and not _is_pointed_at(one, absent, group):
                message = _("{names} has the same metric", names=listed(absent))
                hint = _("Link them with same_as, or state the difference in the metric.")
                yield one.finding(("metric",), message, hint)


def _is_pointed_at(one: TargetEntry, absent: list[str], group: list[TargetEntry]) -> bool:
    """Whether the others point here: then reference.same-as reports it."""
    return all(
        one.target.id in other.target.same_as for other in group if other.target.id in absent
    )


_NEEDS: Final[tuple[FileKey, ...]] = ("plan", "indicators", "tasks")


@register("consistency.different-figures", needs=_NEEDS, severity="warning")
def different_figures(context: Context) -> Iterator[Finding]:
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
    for pair in context.pairs.unrecorded("different_figures"):
        text = N_("{second} has {value}{unit}, and {first} of the same metric {other}{unit}")
        yield _finding(pair, "value", text)


@register("consistency.different-departments", needs=_NEEDS, severity="warning")
def different_departments(context: Context) -> Iterator[Finding]:
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
    for pair in context.pairs.unrecorded("different_departments"):
        text = N_("{second} and {first} have one metric and different departments")
        yield _finding(pair, "id", text)


@register("consistency.counted-twice", needs=_NEEDS, severity="warning")
def counted_twice(context: Context) -> Iterator[Finding]:
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
    for pair in context.pairs.unrecorded("counted_twice"):
        text = N_("{second} and {first} seem to count the same {value}{unit}")
        yield _finding(pair, "id", text)


def _finding(pair: Pair, key: str, text: str) -> Finding:
    one, other = pair.second.target, pair.first.target
    values = {"value": one.value, "unit": one.unit, "other": other.value}
    message = _(text, second=one.id, first=other.id, **values)
    hint = _(
        "Check both against the notice; if it says so, record it in discrepancies in plan.yaml."
    )
    return pair.second.finding((key,), message, hint)


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
            message = _("the targets have no discrepancy of this kind")
            hint = _("Remove the record, or correct its kind or its targets.")
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
            message = _(
                "known discrepancy of {targets}: {note}", targets=listed(one.targets), note=one.note
            )
            yield Finding("plan", ("discrepancies", index), message, "")


# ruff: noqa: I001  (in the order in which the rules run)
