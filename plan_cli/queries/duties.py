"""Who has a part in an item, who carries it, and who may report on it."""

from collections.abc import Iterable
from datetime import date

from plan_cli.dataset.dataset import Assigned, Dataset
from plan_cli.dataset.names import Directory, Match, split_plate
from plan_cli.dataset.rows import IndicatorRow, TaskRow, is_task
from plan_cli.queries.select import ask
from plan_cli.words import OPEN_LIST


def charged(row: TaskRow | IndicatorRow) -> list[str]:
    """Return the departments and groups that an item names, in their order."""
    return [row["lead"], *row["support"]] if is_task(row) else [row["responsible"]]


def has_part(
    by: str, item: int, names: Iterable[str], directory: Directory, assigned: Assigned, day: date
) -> bool:
    """Say whether a department has a part in an item.

    It has where the item names it, or a plate it bears, and where it belongs to a definite group
    that the item names, or is assigned to an indefinite one or to an open list. Whoever has
    succeeded such a department by the day has its part.

    Args:
        by: canonical name of the department.
        item: number of the item.
        names: the departments and groups that the item names, 等 among them where a list is open.
        directory: the departments and groups.
        assigned: who is meant by indefinite groups and open lists.
        day: the day on which successors of departments are looked up.
    """
    asked = ask(Match(by), directory, day, assigned)
    return any(asked.is_meant(item, name) for name in names)


def may_report(by: str, row: TaskRow | IndicatorRow, dataset: Dataset, day: date) -> bool:
    """Say whether a department may report on an item: it has a part in it, or reports them all."""
    names, assigned = charged(row), dataset.assigned
    if not is_task(row):
        if by in dataset.plan.reporters:
            return True
        assigned = {}
    elif row["support_open"]:
        names.append(OPEN_LIST)
    return has_part(by, row["id"], names, dataset.directory, assigned, day)


def who_may_report(row: TaskRow | IndicatorRow, dataset: Dataset) -> list[str]:
    """Return who may report on an item, as the data names them."""
    if is_task(row):
        return charged(row)
    return list(dict.fromkeys([*charged(row), *dataset.plan.reporters]))


def members_of(dataset: Dataset, named: str, item: int) -> tuple[str, ...]:
    """Return whom a name stands for: of a group its members, as far as they are known."""
    group = dataset.directory.group_by_name.get(named)
    members = dataset.assigned.get((item, named)) or (group.members if group else ())
    return tuple(split_plate(member).name for member in members or (named,))


def carriers(dataset: Dataset, named: str, item: int, day: date) -> tuple[str, ...]:
    """Return the same by a day, when duties may have gone over to others."""
    names = members_of(dataset, named, item)
    heirs = [heir for name in names for heir in dataset.directory.heirs(name, day)]
    return tuple(dict.fromkeys(heirs))
