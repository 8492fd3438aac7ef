"""Directions and measures of targets, as the words of the notice have it."""

from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.models import Target
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.quantities import Quantity, stated
from plan_cli.rules.rule import Finding, TargetEntry, register

# Directions of a figure without its unit: 突破百亿.
_BARE: Final = {"突破": "more_than", "超过": "more_than", "大于": "more_than", "以上": "at_least"}


@register("fidelity.directions", needs=("plan",))
def directions(context: Context) -> Iterator[Finding]:
    """A direction that words give is the one in the data, and says that it is stated.

    以上, 不低于 and 至少 are `at_least`; 大于, 超过 and 突破 `more_than`; 以内, 以下 and 前三
    `at_most`; 左右 is `about`; 3-5 `between`. The words count where they touch the target's own
    figure: 50亿元以上项目8个 says nothing of the 8. Without such a word, the direction is
    `inferred`, and of two targets of one metric, measure and value none may say the opposite.

    PASS: tasks.yaml
            - id: "6.2"
              direction: at_least
              direction_basis: stated
    FAIL: tasks.yaml
            - id: "6.2"
              direction: more_than  # <--
    FAIL: tasks.yaml
            - id: "6.2"
              direction_basis: inferred  # <--
    """
    for one in context.readable_targets:
        quantity = stated(one.target)
        fault = _fault(one.target, quantity) or _opposite(one.target, context.target_by_id)
        if fault is not None:
            key, message = fault
            yield one.finding((key,), message, _("Check it against the quote."))


def _fault(target: Target, quantity: Quantity | None) -> tuple[str, str] | None:
    if target.value is None or (quantity is None and target.unit_basis == "stated"):
        return None  # fidelity.figures finds that
    bare = (way for word, way in _BARE.items() if word in target.quote)
    direction = quantity.direction if quantity else next(bare, None)
    if direction is None:
        if target.direction_basis == "stated":
            return "direction_basis", _("no word at the figure states a direction")
        return None
    if target.direction == direction and target.direction_basis == "stated":
        return None
    key = "direction_basis" if target.direction == direction else "direction"
    return key, _("the quote states the direction {direction}", direction=direction)


def _opposite(target: Target, known: dict[str, Target]) -> tuple[str, str] | None:
    own = target.measure, target.unit, target.value
    for other in (known[other] for other in target.same_as if other in known):
        alike = own == (other.measure, other.unit, other.value)
        if alike and {target.direction, other.direction} == {"at_least", "at_most"}:
            message = _(
                "target {other} of the same metric has the opposite direction", other=other.id
            )
            return "direction", message
    return None


_WORDS: Final = (
    (("排名", "位次"), "rank"),
    (("累计降低", "累计下降"), "cumulative_reduction"),
    (("翻一番", "翻番"), "multiple"),
    (("全覆盖", "村村通"), "coverage"),
    (("年均", "增长"), "annual_growth"),
    (("每年",), "per_year"),
    (("控制在", "保持在", "稳定在"), "level_hold"),
    (("累计", "新增", "期间", "时期"), "cumulative_count"),
)
"""Words of a quote with what they mean; of several that stand in one, the first decides."""

_CARRIED: Final = (("每年", "per_year"), ("期间", "cumulative_count"), ("时期", "cumulative_count"))
_REST: Final = ("level_reach", "qualitative")


@register("fidelity.measures", needs=("plan",))
def measures(context: Context) -> Iterator[Finding]:
    """A target is measured as the words of its quote say.

    年均 and 增长 are `annual_growth`, 累计降低 `cumulative_reduction`, 翻一番 `multiple`, 全覆盖
    and 村村通 `coverage`, 每年 `per_year`, 排名 and 位次 `rank`, 控制在, 保持在 and 稳定在
    `level_hold`; 累计, 新增, 期间 and 时期 are `cumulative_count`. Without any of them a target has
    a level to reach, or none at all. 每年, 期间 and 时期 also hold for the rest of their sentence.

    PASS: tasks.yaml
            - id: "6.2"
              measure: cumulative_count
    FAIL: tasks.yaml
            - id: "6.2"
              measure: level_reach  # <--
    """
    for one in context.readable_targets:
        measure = one.target.measure
        if measure is None:
            continue
        allowed = _allowed(context, one)
        if measure not in allowed:
            message = _("the words of the quote give the measure {measure}", measure=allowed[0])
            yield one.finding(("measure",), message, _("Check it against the quote."))


def _allowed(context: Context, one: TargetEntry) -> tuple[str, ...]:
    target = one.target
    quote = target.quote.replace("增长率", "")  # a level, not a growth
    for words, measure in _WORDS:
        if any(word in quote for word in words):
            return (measure,)
    text = context.wording(one.entry)
    before = text[: text.find(target.quote)]
    sentence = before[before.rfind("。") + 1 :]
    for word, measure in _CARRIED:
        if word in sentence and target.value is not None:
            return (measure,)
    return _REST[:1] if target.value is not None else _REST[1:]
