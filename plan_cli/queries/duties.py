"""Who carries what a department or a group is charged with in an item."""

from datetime import date
from typing import TYPE_CHECKING

from plan_cli.dataset.names import split_plate

if TYPE_CHECKING:
    from plan_cli.dataset.answers import Answers


def members_of(dataset: "Answers", named: str, item: int) -> tuple[str, ...]:
    """Return whom a name stands for: of a group its members, as far as they are known."""
    group = dataset.directory.group_by_name.get(named)
    members = dataset.assigned.get((item, named)) or (group.members if group else ())
    return tuple(split_plate(member).name for member in members or (named,))


def carriers(dataset: "Answers", named: str, item: int, day: date) -> tuple[str, ...]:
    """Return the same by a day, when duties may have gone over to others."""
    names = members_of(dataset, named, item)
    heirs = [heir for name in names for heir in dataset.directory.heirs(name, day)]
    return tuple(dict.fromkeys(heirs))
