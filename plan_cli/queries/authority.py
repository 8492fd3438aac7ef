"""Who may report on an item: who is in it, and whom the plan lets report any indicator."""

from datetime import date

from plan_cli.dataset.lookup import Match
from plan_cli.dataset.models import Indicator, Task
from plan_cli.dataset.names import Directory
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.rows import indicator_row, task_row
from plan_cli.queries.select import Assigned, TaskFilter, select_indicators, select_tasks


def may_report(
    by: str, item: Task | Indicator, directory: Directory, assigned: Assigned, plan: Plan, day: date
) -> bool:
    """Say whether a department may report on an item: it has a part in it, or reports them all."""
    if isinstance(item, Indicator) and by in reporters_of_any(plan):
        return True
    return has_part(by, item, directory, assigned, day)


def has_part(
    by: str, item: Task | Indicator, directory: Directory, assigned: Assigned, day: date
) -> bool:
    """Say whether a department has a part in an item.

    It has where the item names it, or a plate it bears, as lead, support or responsible, and where
    it belongs to a definite group that the item names, or is assigned to an indefinite one or to an
    open list. Whoever has succeeded such a department by the day has its part.

    Args:
        by: canonical name of the department.
        item: the item.
        directory: the departments and groups.
        assigned: who is meant by indefinite groups and open lists.
        day: the day on which successors of departments are looked up.
    """
    asked = (Match(by),)
    if isinstance(item, Task):
        wanted = TaskFilter(departments=asked)
        return bool(select_tasks([task_row(item)], wanted, directory, day, assigned).rows)
    return bool(select_indicators([indicator_row(item)], directory, day, departments=asked))


def who_may_report(item: Task | Indicator, plan: Plan) -> list[str]:
    """Return who may report on an item, as the data names them."""
    if isinstance(item, Task):
        return [item.lead, *item.support]
    return list(dict.fromkeys([item.responsible, *reporters_of_any(plan)]))


def reporters_of_any(plan: Plan) -> list[str]:
    """Return who may report any indicator."""
    return [one.department for one in plan.reporting.any_indicator]
