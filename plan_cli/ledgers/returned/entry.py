"""A report or a goal as it was filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from plan_cli.ledgers.returned.faults import Fault, Place

Kind = Literal["report", "goal"]
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A report, or a goal, as it was filled in.

    Attributes:
        kind: which of the two.
        item: the number of the item.
        target: the target's id; None for a report on a task, and for a goal on the whole.
        place: the first cell that was filled in.
        places: the cells of what is about the entry as a whole, by the keys of the data.
        fields: what it says, by the keys of its model; a report's date only where it was typed.
        was: what the goal was when the list was made, by the same keys; None where there was none.
        read_as: what was read otherwise than it looks, with its place.
    """

    kind: Kind
    item: int
    target: str | None
    place: Place
    places: Mapping[str, Place]
    fields: Fields
    was: Fields | None = None
    read_as: tuple[tuple[Place, str], ...] = ()


@dataclass
class Reading:
    """What was found in a workbook, or in a part of it.

    Attributes:
        entries: what can be taken.
        faults: what is wrong.
        idle: where a day stands and nothing else, which says nothing.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    idle: list[Place] = field(default_factory=list)
