"""Two targets of one metric that do not agree, or count one thing twice."""

from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.files import FileKey
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register
from plan_cli.rules.targets import Pair

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
        first, second = pair.first.target, pair.second.target
        message = _(
            "{second} has {value}{unit}, and {first} of the same metric {other}{unit}",
            second=second.id,
            value=second.value,
            unit=second.unit,
            first=first.id,
            other=first.value,
        )
        yield _finding(pair, "value", message)


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
        message = _(
            "{second} and {first} are one metric and have different departments",
            second=pair.second.target.id,
            first=pair.first.target.id,
        )
        yield _finding(pair, "id", message)


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
        message = _(
            "{second} and {first} seem to count the same {value}{unit}",
            second=pair.second.target.id,
            first=pair.first.target.id,
            value=pair.first.target.value,
            unit=pair.first.target.unit,
        )
        yield _finding(pair, "id", message)


def _finding(pair: Pair, key: str, message: str) -> Finding:
    hint = _("Check both against the notice; record it in discrepancies in plan.yaml if it is so.")
    return pair.second.finding((key,), message, hint)
