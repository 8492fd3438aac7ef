"""Pairs of targets of one metric that are at odds, by the kind of discrepancy."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple

from plan_cli.dataset.models import Target, Task
from plan_cli.dataset.names import split_plate
from plan_cli.dataset.plan_models import Discrepancy, DiscrepancyKind
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Entry, Finding, TargetEntry

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


class Pairs:
    """The pairs of a dataset, and its records of them; each worked out once for several rules."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._odd: dict[DiscrepancyKind, dict[frozenset[str], Pair]] = {}

    def explains(self, one: Discrepancy) -> bool:
        """Say whether there is a pair at odds that a record is about."""
        odd = self._at_odds(one.kind)
        return any(ids in odd for ids in _couples(one.targets))

    def unrecorded(self, kind: DiscrepancyKind) -> Iterator[Pair]:
        """Yield the pairs at odds that plan.yaml does not record."""
        records: defaultdict[str, set[int]] = defaultdict(set)
        for index, one in enumerate(self._context.plan.discrepancies):
            for meant in self._meant(one) if one.kind == kind else ():
                records[meant].add(index)
        for pair in self._at_odds(kind).values():
            first, second = (records[one.target.id] for one in pair)
            if not first & second:
                yield pair

    def is_sound(self, one: Discrepancy) -> bool:
        """Say whether a record has the quotes of its targets; reference.discrepancies tells."""
        return [self._quotes.get(target) for target in one.targets] == list(one.quotes)

    def _at_odds(self, kind: DiscrepancyKind) -> dict[frozenset[str], Pair]:
        """Return the pairs that have a discrepancy of `kind`, by the ids of both."""
        if kind not in self._odd:
            is_at_odds = _KINDS[kind]
            self._odd[kind] = {pair.ids: pair for pair in self._pairs if is_at_odds(pair)}
        return self._odd[kind]

    def _meant(self, one: Discrepancy) -> set[str]:
        """Return the targets that a record means, by id or by quote: one may be mistyped."""
        return {meant for quote in one.quotes for meant in self._quoting[quote]} | set(one.targets)

    @cached_property
    def _quotes(self) -> dict[str, str]:
        return {one.target.id: one.target.quote for one in self._context.targets}

    @cached_property
    def _quoting(self) -> defaultdict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._context.targets:
            found[one.target.quote].append(one.target.id)
        return found

    @cached_property
    def _pairs(self) -> list[Pair]:
        targets = self._context.targets
        order = {one.target.id: position for position, one in enumerate(targets)}
        found: list[Pair] = []
        for one in targets:
            others = {order[other] for other in one.target.same_as if other in order}
            own = order[one.target.id]
            found += [Pair(one, targets[other]) for other in sorted(others) if other > own]
        return found


def _couples(ids: Iterable[str]) -> Iterator[frozenset[str]]:
    return map(frozenset, combinations(ids, 2))


def finding(pair: Pair, message: str, *keys: str) -> Finding:
    """Return what is told of a pair, at the second of the two."""
    hint = _("Check both against the notice; record it in discrepancies in plan.yaml if it is so.")
    return Finding(pair.second.entry.file, pair.second.path(*keys), message, hint)


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


_KINDS: Final[dict[DiscrepancyKind, Callable[[Pair], bool]]] = {
    "different_figures": _different_figures,
    "different_departments": _different_departments,
    "counted_twice": _counted_twice,
}
