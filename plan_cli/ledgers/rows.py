"""The rows of an item in a work list: what each says, and what may be filled in."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plan_cli.dataset.rows import TargetRow
from plan_cli.ledgers import wording
from plan_cli.ledgers.goals import Goals
from plan_cli.ledgers.layout import GOAL_KEYS, WHOLE, Column, Row

_FIGURES: Final = ("value", "goal_value")


@dataclass(frozen=True, slots=True)
class Item:
    """A task or an indicator as a work list shows it.

    Attributes:
        number: its number.
        targets: its targets.
        texts: what its first row says, by the keys of official columns.
        others: it is another department's, so this one sets no goals on it.
    """

    number: int
    targets: Sequence[TargetRow]
    texts: Mapping[str, str]
    others: bool = False


def rows(items: Iterable[Item], columns: Sequence[Column], goals: Goals) -> Iterator[Row]:
    """Yield the rows of items: one a target, and one for the whole where that has a goal."""
    for item in items:
        targets: list[TargetRow | None] = list(item.targets)
        if not targets or goals.has_whole(item.number):
            targets.insert(0, None)
        for place, target in enumerate(targets):
            yield _row(item, target, columns, goals, first=place == 0)


def _row(
    item: Item, target: TargetRow | None, columns: Sequence[Column], goals: Goals, *, first: bool
) -> Row:
    said = dict(item.texts) if first else {}
    said |= {"item": str(item.number), **_target_texts(item, target)}
    official = {column.key for column in columns if not column.input}
    closed = GOAL_KEYS if item.others else frozenset()
    return Row(
        item=item.number,
        target=None if target is None else target["id"],
        first=first,
        texts={key: text for key, text in said.items() if key in official},
        given={} if item.others else goals.given(item.number, target),
        open=frozenset(_open(columns, target, first=first)) - closed,
    )


def _target_texts(item: Item, target: TargetRow | None) -> dict[str, str]:
    if target is None:
        return {"target": WHOLE, "due": wording.dues(item.targets)}
    return {"target": wording.target(target, item.targets), "due": wording.due(target)}


def _open(columns: Collection[Column], target: TargetRow | None, *, first: bool) -> Iterator[str]:
    """Yield the inputs that may be filled in in a row.

    A figure needs a target, and one that can have a figure. An indicator is reported target by
    target, so there the row of the whole has a goal only.
    """
    inputs = [column for column in columns if column.input]
    by_target = all(column.of == "target" for column in inputs)
    for column in inputs:
        if column.of == "item":
            fits = first
        elif column.key in _FIGURES:
            fits = target is not None and target["measure"] != "qualitative"
        else:
            fits = column.key in GOAL_KEYS or not by_target or target is not None
        if fits:
            yield column.key
