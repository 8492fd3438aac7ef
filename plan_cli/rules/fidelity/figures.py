"""Every figure, unit and stated year of a target stands in its quote.

Figures may be written in digits or in Chinese numerals (百, 五, 两, 零; 翻一番 is 2). A year may be
meant by 十四五, which is the plan's own period. A unit that the quote does not have is marked
`unit_basis: inferred`.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from plan_cli.i18n import _
from plan_cli.model import Target
from plan_cli.notice.figures import figures_in
from plan_cli.rules.base import Context, Finding, Rule

_PLAN_PERIOD: Final = "十四五"


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for everything that a target says and its quote does not."""
    for entry in context.entries:
        for number, target in enumerate(entry.item.targets):
            for key, message in _faults(target, context.plan.horizon.end):
                path = (entry.index, "targets", number, key)
                yield Finding(entry.file, path, message, _("Check it against the quote."))


def _faults(target: Target, plan_end: int) -> Iterator[tuple[str, str]]:
    stated = figures_in(target.quote)
    for key, value in (("value", target.value), ("upper", target.upper)):
        if value is not None and Decimal(value) not in stated:
            yield key, _("the quote does not say {number}").format(number=value)
    if target.unit is not None and (target.unit in target.quote) == (
        target.unit_basis == "inferred"
    ):
        yield (
            "unit",
            _("the quote does not have the unit {unit}").format(unit=target.unit)
            if target.unit_basis == "stated"
            else _("the quote has the unit {unit}: it is stated").format(unit=target.unit),
        )
    if target.due_basis == "stated" and not _states_year(target, stated, plan_end):
        yield "due", _("the quote does not say {number}").format(number=target.due)


def _states_year(target: Target, stated: frozenset[Decimal], plan_end: int) -> bool:
    if target.due == plan_end and _PLAN_PERIOD in target.quote:
        return True
    return target.due in stated


RULE = Rule("fidelity.figures", "fidelity", check, needs=("plan",))
