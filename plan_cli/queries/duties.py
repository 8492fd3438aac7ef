"""Who has a part in an item, who carries it, and who may report on it."""

from collections.abc import Iterable
from datetime import date

from plan_cli.dataset.dataset import Assigned, Dataset
from plan_cli.dataset.names import Directory, Match, split_plate
from plan_cli.dataset.rows import IndicatorRow, TaskRow, is_task
from plan_cli.queries.select import ask
from plan_cli.words import OPEN_LIST


def charged(row: TaskRow | IndicatorRow) -> list[str]:
    """The departments and groups that an item names, in its order."""
    return [row["lead"], *row["support"]] if is_task(row) else [row["responsible"]]


def has_part(
    by: str, item: int, names: Iterable[str], directory: Directory, assigned: Assigned, day: date
) -> bool:
    """Whether a department has a part in an item on a day.

    It has if the item names it, its plate or a definite group it belongs to, if it is assigned to
    an indefinite group or open list (等, part of `names`), or if it succeeded such a department.
    """
    asked = ask(Match(by), directory, day, assigned)
    return any(asked.is_meant(item, name) for name in names)


def may_report(by: str, row: TaskRow | IndicatorRow, dataset: Dataset, day: date) -> bool:
    """A department may report on an item it has a part in; some, on every indicator."""
    names, assigned = charged(row), dataset.assigned
    if not is_task(row):
        if by in dataset.plan.reporters:
            return True
        assigned = {}
    elif row["support_open"]:
        names.append(OPEN_LIST)
    return has_part(by, row["id"], names, dataset.directory, assigned, day)


def who_may_report(row: TaskRow | IndicatorRow, dataset: Dataset) -> list[str]:
    """Who may report on an item, as the data names them."""
    if is_task(row):
        return charged(row)
    return list(dict.fromkeys([*charged(row), *dataset.plan.reporters]))


def members_of(dataset: Dataset, named: str, item: int) -> tuple[str, ...]:
    """The known members of a group, or the department named, without plates."""
    group = dataset.directory.group_by_name.get(named)
    members = dataset.assigned.get((item, named)) or (group.members if group else ())
    return tuple(split_plate(member).name for member in members or (named,))


def carriers(dataset: Dataset, named: str, item: int, day: date) -> tuple[str, ...]:
    """Who has the duties of a name in an item on a day, after successions."""
    names = members_of(dataset, named, item)
    heirs = [heir for name in names for heir in dataset.directory.heirs(name, day)]
    return tuple(dict.fromkeys(heirs))
