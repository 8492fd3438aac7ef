"""Targets by themselves and in pairs: keys that go together, promises that are at odds."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple

from plan_cli.dataset.models import Target, Task
from plan_cli.dataset.names import split_plate
from plan_cli.dataset.plan_models import Discrepancy, DiscrepancyKind
from plan_cli.i18n import _
from plan_cli.notice.numerals import DIGIT
from plan_cli.rules.rule import TargetEntry

_WITHOUT_VALUE: Final = ("qualitative", "coverage")
_RANGE: Final = re.compile(f"{DIGIT}[-—~～至]{DIGIT}")


def shape_faults(target: Target) -> Iterator[tuple[str, str]]:
    """Keys of a target that do not go together, each with a message."""
    yield from _value_faults(target)
    if (target.due is None) != (target.due_basis is None):
        key = "due" if target.due is None else "due_basis"
        yield key, _("due and due_basis go together")


def _value_faults(target: Target) -> Iterator[tuple[str, str]]:
    if target.value is None:
        yield from _faults_without_value(target)
        return
    if target.value_unstated:
        yield "value_unstated", _("the target has a value, but value_unstated is true")
    if target.measure is None or target.measure in _WITHOUT_VALUE:
        yield "measure", _("a target with a value needs a measure with values")
    if target.unit is None:
        yield "unit", _("a target with a value needs a unit")
    if target.direction is None and target.upper is None:
        yield "direction", _("a target with a value needs a direction")
    elif target.direction_basis is None:
        yield "direction_basis", _("direction and direction_basis go together")
    yield from _range_faults(target)


def _faults_without_value(target: Target) -> Iterator[tuple[str, str]]:
    rest = (target.unit, target.direction, target.direction_basis, target.upper)
    if any(key is not None for key in rest):
        yield "value", _("the target has a unit or a direction, but no value")
    elif not target.value_unstated and target.measure not in _WITHOUT_VALUE:
        yield "measure", _("the target has neither a value nor value_unstated")
    elif target.value_unstated and target.measure is not None:
        yield "measure", _("a target with an unstated value has no measure")


def _range_faults(target: Target) -> Iterator[tuple[str, str]]:
    """Faults of a range; the quote says whether there should be one."""
    message = _("only the direction between has an upper value, and it needs one")
    stated = _RANGE.search(target.quote) is not None
    if (target.upper is None) == (target.direction == "between"):
        yield "upper" if stated == (target.upper is None) else "direction", message
    elif target.upper is not None and target.value is not None and target.upper <= target.value:
        wrong = "value" if f"-{target.upper}" in target.quote else "upper"
        yield wrong, _("the upper value is not above the value")


class Pair(NamedTuple):
    """Two targets of one metric, in the order of the data."""

    first: TargetEntry
    second: TargetEntry


class Pairs:
    """Pairs of targets with a discrepancy, and the records of discrepancies."""

    def __init__(self, targets: Sequence[TargetEntry], records: Sequence[Discrepancy]) -> None:
        self._targets = targets
        self._records = records
        self._odd: dict[DiscrepancyKind, dict[frozenset[str], Pair]] = {}

    def explains(self, one: Discrepancy) -> bool:
        """Whether a record concerns an existing discrepancy."""
        odd = self._at_odds(one.kind)
        return any(frozenset(ids) in odd for ids in combinations(one.targets, 2))

    def unrecorded(self, kind: DiscrepancyKind) -> Iterator[Pair]:
        """Pairs with a discrepancy that plan.yaml does not record."""
        records: defaultdict[str, set[int]] = defaultdict(set)
        for index, one in enumerate(self._records):
            for meant in self._meant(one) if one.kind == kind else ():
                records[meant].add(index)
        for pair in self._at_odds(kind).values():
            if not records[pair.first.target.id] & records[pair.second.target.id]:
                yield pair

    def is_sound(self, one: Discrepancy) -> bool:
        """Whether a record has the quotes of its targets; reference.discrepancies checks."""
        return [self._quotes.get(target) for target in one.targets] == list(one.quotes)

    def _at_odds(self, kind: DiscrepancyKind) -> dict[frozenset[str], Pair]:
        if kind not in self._odd:
            self._odd[kind] = {
                frozenset(one.target.id for one in pair): pair
                for pair in self._pairs
                if _has(kind, pair)
            }
        return self._odd[kind]

    def _meant(self, one: Discrepancy) -> set[str]:
        """Targets that a record means, by id or by quote: one may be mistyped."""
        return {meant for quote in one.quotes for meant in self._quoting[quote]} | set(one.targets)

    @cached_property
    def _quotes(self) -> dict[str, str]:
        return {one.target.id: one.target.quote for one in self._targets}

    @cached_property
    def _quoting(self) -> defaultdict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._targets:
            found[one.target.quote].append(one.target.id)
        return found

    @cached_property
    def _pairs(self) -> list[Pair]:
        """Pairs that promise the same for the same year, and so can be compared."""
        order = {one.target.id: position for position, one in enumerate(self._targets)}
        return [
            Pair(one, self._targets[other])
            for one in self._targets
            for other in sorted({order[other] for other in one.target.same_as if other in order})
            if other > order[one.target.id]
            and _promise(one.target) == _promise(self._targets[other].target)
        ]


def _promise(target: Target) -> tuple[str | None, str | None, int | None]:
    measure = "level" if target.measure in ("level_reach", "level_hold") else target.measure
    return measure, target.unit, target.due


def _has(kind: DiscrepancyKind, pair: Pair) -> bool:
    one, other = pair.first.target, pair.second.target
    items = pair.first.entry.item, pair.second.entry.item
    if kind == "different_figures":
        return (one.value, one.upper) != (other.value, other.upper)
    if kind == "different_departments":
        first, second = (i.lead if isinstance(i, Task) else i.responsible for i in items)
        return split_plate(first).name != split_plate(second).name
    counted = one.value is not None and (one.unit or "").endswith(_COUNTED)
    return counted and one.value == other.value and items[0].id != items[1].id


_COUNTED: Final = tuple("个家户名处项段件所")
