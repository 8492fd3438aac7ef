"""Pairs of targets of one metric that are at odds, by the kind of discrepancy."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from plan_cli.i18n import _
from plan_cli.model import Target, Task
from plan_cli.model.plan import Discrepancy, DiscrepancyKind
from plan_cli.naming import split_plate
from plan_cli.rules.base import Context, Entry, Finding, TargetEntry

_LEVELS: Final = ("level_reach", "level_hold")
_COUNTED: Final = frozenset("个家户名处项段件所")


class Pair(NamedTuple):
    """Two targets of one metric, in the order of the data."""

    first: TargetEntry
    second: TargetEntry

    @property
    def ids(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset((self.first.target.id, self.second.target.id))


def at_odds(context: Context, kind: DiscrepancyKind) -> Iterator[Pair]:
    """Yield the pairs that have a discrepancy of `kind`."""
    is_at_odds = {
        "different_figures": _different_figures,
        "different_departments": _different_departments,
        "counted_twice": _counted_twice,
    }[kind]
    return (pair for pair in _pairs(context) if is_at_odds(pair))


def unrecorded(context: Context, kind: DiscrepancyKind) -> Iterator[Pair]:
    """Yield the pairs at odds that plan.yaml does not record."""
    recorded = [_recorded(context, one) for one in context.plan.discrepancies if one.kind == kind]
    for pair in at_odds(context, kind):
        if not any(pair.ids <= targets for targets in recorded):
            yield pair


def _recorded(context: Context, one: Discrepancy) -> set[str]:
    """Return the targets that a record means, by id or by quote: one of them may be mistyped."""
    quoted = {other.target.id for other in context.targets if other.target.quote in one.quotes}
    return quoted | set(one.targets)


def is_sound(context: Context, one: Discrepancy) -> bool:
    """Say whether a record has the quotes of its targets; reference.discrepancies tells if not."""
    quotes = {other.target.id: other.target.quote for other in context.targets}
    return [quotes.get(target) for target in one.targets] == list(one.quotes)


def finding(pair: Pair, message: str, *keys: str) -> Finding:
    """Return what is told of a pair, at the second of the two."""
    hint = _("Check both against the notice; record it in discrepancies in plan.yaml if it is so.")
    return Finding(pair.second.entry.file, pair.second.path(*keys), message, hint)


def _pairs(context: Context) -> Iterator[Pair]:
    targets = context.targets
    by_id = {one.target.id: one for one in targets}
    order = {one.target.id: position for position, one in enumerate(targets)}
    for one in targets:
        others = {other for other in one.target.same_as if other in by_id}
        for other in sorted(others, key=order.__getitem__):
            if order[other] > order[one.target.id]:
                yield Pair(one, by_id[other])


def _is_one_promise(pair: Pair) -> bool:
    """Say whether both promise one thing for one time, so that they can be compared."""
    one, other = pair.first.target, pair.second.target
    kinds = [("level",) if t.measure in _LEVELS else (t.measure,) for t in (one, other)]
    return kinds[0] == kinds[1] and one.unit == other.unit and one.due == other.due


def _different_figures(pair: Pair) -> bool:
    one, other = pair.first.target, pair.second.target
    return _is_one_promise(pair) and (one.value, one.upper) != (other.value, other.upper)


def _different_departments(pair: Pair) -> bool:
    charged = {_charged(one.entry) for one in (pair.first, pair.second)}
    return _is_one_promise(pair) and len(charged) > 1


def _charged(entry: Entry) -> str:
    item = entry.item
    return split_plate(item.lead if isinstance(item, Task) else item.responsible).name


def _counted_twice(pair: Pair) -> bool:
    one, other = pair.first.target, pair.second.target
    return (
        pair.first.entry.item.id != pair.second.entry.item.id
        and _is_one_promise(pair)
        and one.value is not None
        and one.value == other.value
        and _is_count(one)
    )


def _is_count(target: Target) -> bool:
    return (target.unit or "")[-1:] in _COUNTED
