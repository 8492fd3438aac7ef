"""Every figure, year and full coverage that an item promises is in the quote of a target."""

import re
from collections.abc import Iterator
from typing import Final

from plan_cli.i18n import _
from plan_cli.notice.numerals import DIGIT
from plan_cli.rules.context import Context
from plan_cli.rules.quantities import quantities
from plan_cli.rules.rule import Entry, Finding, register

_UNITS: Final = (
    "[万亿百]*(?:个|家|户|名|处|项|段|件|所|次|人|元|亩|吨|头|羽|只|公里|倍|年一遇|分钟|%|‰)"
)
_AGE: Final = rf"{DIGIT}+(?:-{DIGIT}+)?岁(?:以下)?(?:婴幼儿|儿童)"
# What they may begin with comes first: to look for one character is quicker than for many words.
_PROMISE: Final = re.compile(
    r"(?=[0-9０-９两百千三四五六七八九前全村翻])"
    rf"(?:{DIGIT}+(?:\.{DIGIT}+)?(?:{_UNITS}|岁|年(?!代))|[两百千](?:{_UNITS}以上|处)|[两三四五六七八九]段"
    r"|百[万亿]|前[一二三四五六七八九十]+[位名]|全覆盖|村村通|翻一番)"
)
_NO_PROMISE: Final = re.compile(rf"(?=[0-9０-９较])(?:{_AGE}|较{DIGIT}{{4}}年|{DIGIT}+小时)")


@register("fidelity.promises", needs=("plan",))
def promises(context: Context) -> Iterator[Finding]:
    """Every figure, year and full coverage that an item promises is in the quote of a target.

    A target that is taken out, or whose quote is cut, leaves a promise of the notice that nobody
    watches. Figures count where a unit follows them; the age of the children that a task is for
    (2-3岁婴幼儿) and hours of the day (24小时) promise nothing.

    PASS: tasks.yaml
            - id: "7.1"
              quote: 加快实现物流配送到村级全覆盖
    FAIL: tasks.yaml
        - id: 8
          targets: []
          text: 完成剩余18个老旧小区改造。  # <--
    """
    for entry in context.entries:
        wording = context.wording(entry)
        starts = [(wording.find(one.quote), len(one.quote)) for one in entry.item.targets]
        if wording != entry.item.text or any(start < 0 for start, _length in starts):
            continue
        quoted = [match.span() for match in _NO_PROMISE.finditer(wording)]
        quoted += [(start, start + length) for start, length in starts]
        for match in _PROMISE.finditer(wording):
            if not any(start <= match.start() < end for start, end in quoted):
                message = _("no target covers “{figure}”", figure=match[0])
                hint = _("Restore the missing target, or the missing words of its quote.")
                yield entry.finding(("text",), message, hint, part=match.span())
        yield from _shared_quotes(entry)


def _shared_quotes(entry: Entry) -> Iterator[Finding]:
    """Quotes with more figures of a unit than targets of it."""
    for index, target in enumerate(entry.item.targets):
        if target.unit is None or target.unit_basis != "stated":
            continue
        stated = quantities(target.quote, target.unit)
        sharing = [t for t in entry.item.targets if t.quote == target.quote]
        if len(stated) > len(sharing) and target is sharing[0]:
            values = {"number": len(stated), "unit": target.unit, "targets": len(sharing)}
            message = _("the quote has {number} figures in {unit}, the data {targets}", **values)
            hint = _("Add a target for every figure.")
            yield entry.finding(("targets", index, "quote"), message, hint)
