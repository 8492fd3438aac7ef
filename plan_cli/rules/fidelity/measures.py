"""A target is measured as the words of its quote say.

年均 and 增长 are `annual_growth`, 累计降低 `cumulative_reduction`, 翻一番 `multiple`,
全覆盖 and 村村通 `coverage`, 每年 `per_year`, 排名 and 位次 `rank`, 控制在, 保持在 and 稳定在
`level_hold`; 累计, 新增, 期间 and 时期 are `cumulative_count`. Without any of them a target
has a level to reach, or none at all. 每年, 期间 and 时期 also hold for the rest of their sentence.

PASS: tasks.yaml

        - id: "6.2"
          measure: cumulative_count

FAIL: tasks.yaml

        - id: "6.2"
          measure: level_reach  # <--
"""

from collections.abc import Iterator
from typing import Final

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, TargetEntry, register

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
def check(context: Context) -> Iterator[Finding]:
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
