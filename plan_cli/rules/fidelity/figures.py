"""Every figure and unit of a target stands in its quote, the one behind the other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from plan_cli.dataset.models import Target
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.quantities import bare_figures, plain, quantities
from plan_cli.rules.rule import Finding, TargetEntry, register

# 突破百亿: what is left out begins with what is there.
_COUNTED: Final = re.compile("[0-9一二三四五六七八九十百千]([万亿])")


@register("fidelity.figures", needs=("plan",))
def figures(context: Context) -> Iterator[Finding]:
    """Every figure and unit of a target stands in its quote, the one behind the other.

    Figures may be written in digits or in Chinese numerals (百, 五, 两, 零; 翻一番 is 2倍). A range
    (3-5) has both its ends. A unit that the quote leaves out is marked `unit_basis: inferred`.
    Targets that share a quote take its figures in their order (分别).

    PASS: tasks.yaml
            - id: "6.1"
              value: 3
              upper: 5
              unit: 个
    FAIL: tasks.yaml
            - id: "6.1"
              upper: 6  # <--
    FAIL: tasks.yaml
            - id: "6.2"
              unit: 家  # <--
    FAIL: tasks.yaml
            - id: "6.2"
              value: 200  # <--
    """
    shared: dict[tuple[int, str, str | None], list[TargetEntry]] = defaultdict(list)
    for one in context.readable_targets:
        shared[one.entry.item.id, one.target.quote, one.target.unit].append(one)
        for key, message in _faults(one.target):
            yield _finding(one, key, message)
    for group in shared.values():
        yield from _out_of_order(group)


def _finding(one: TargetEntry, key: str, message: str) -> Finding:
    return one.finding((key,), message, _("Check it against the quote."))


def _faults(target: Target) -> Iterator[tuple[str, str]]:
    if target.value is None or target.unit is None:
        if target.value_unstated and bare_figures(target.quote):
            yield "value_unstated", _("the quote states a figure")
        return
    found = quantities(target.quote, target.unit)
    if target.unit_basis == "inferred":
        yield from _inferred(target, stands=bool(found))
        return
    if not found:
        yield "unit", _("the quote does not have the unit {unit}", unit=target.unit)
        return
    key, wanted = ("value", target.value) if target.upper is None else ("upper", target.upper)
    if all(quantity.value != wanted for quantity in found):
        yield key, _("the quote does not say {number}", number=f"{wanted}{target.unit}")
    lowers = [quantity.lower for quantity in found if quantity.lower is not None]
    if target.upper is not None and target.value not in lowers:
        yield "value", _("the quote does not say {number}", number=target.value)


def _inferred(target: Target, *, stands: bool) -> Iterator[tuple[str, str]]:
    if stands:
        yield "unit_basis", _("the quote states the unit {unit}", unit=target.unit)
        return
    counted = _COUNTED.search(plain(target.quote))
    begins = "倍" if "翻" in target.quote else counted[1] if counted else ""
    if target.unit and not target.unit.startswith(begins):
        yield "unit", _("the quote does not have the unit {unit}", unit=target.unit)
    if target.value is not None and Decimal(target.value) not in bare_figures(target.quote):
        yield "value", _("the quote does not say {number}", number=target.value)


def _out_of_order(group: list[TargetEntry]) -> Iterator[Finding]:
    """Yield a finding for targets of one quote that have its figures in another order."""
    target = group[0].target
    if target.unit is None:
        return
    stated = [quantity.value for quantity in quantities(target.quote, target.unit)]
    values = [Decimal(one.target.value or 0) for one in group]
    if len(stated) != len(values) or not set(values) <= set(stated):
        return
    for one, value, wanted in zip(group, values, stated, strict=True):
        if value != wanted:
            message = _("the quote says {number} here", number=f"{wanted}{plain(target.unit)}")
            yield _finding(one, "value", message)
