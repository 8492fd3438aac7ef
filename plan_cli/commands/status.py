"""`plan status`: how the plan stands on a day."""

import shlex
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Final

import typer

from plan_cli.cli.as_of import AsOfOption, read_day
from plan_cli.cli.options import DeptOption, find_departments
from plan_cli.cli.output import prints
from plan_cli.cli.session import session_in
from plan_cli.i18n import _, ngettext
from plan_cli.render import Listing

if TYPE_CHECKING:
    from datetime import date

    from plan_cli.dataset.answers import Answers
    from plan_cli.dataset.states import IndicatorStateRow, TaskStateRow

_MOST_DEPARTMENTS: Final = 5  # of an overview that has to fit one screen


class By(StrEnum):
    """What the items are counted by."""

    SECTION = "section"
    DEPARTMENT = "department"
    LIGHT = "light"
    BINDING = "binding"
    DUE = "due"


@prints
def status(
    context: typer.Context,
    by: Annotated[
        By | None, typer.Option(help=_("Count all items by this; without it, an overview."))
    ] = None,
    dept: DeptOption = None,
    as_of: AsOfOption = None,
) -> Listing | list[Listing]:
    """Tell how the plan stands: states, binding indicators, and what needs attention."""
    from plan_cli.dataset.overview import restricted

    day = read_day(as_of)
    dataset = session_in(context).answers()
    found = _Found(restricted(dataset, find_departments(dept, dataset.directory)), day)
    if by is not None:
        return _counted(found, by)
    options = "".join(f" --dept {_typed(name)}" for name in dept or ())
    return _overview(found, options + (f" --as-of {as_of}" if as_of else ""))


def _typed(name: str) -> str:
    return name if name.isalnum() else shlex.quote(name)


@dataclass(frozen=True)
class _Found:
    """What was asked about, and how it stands."""

    dataset: "Answers"
    day: "date"

    @cached_property
    def tasks(self) -> list["TaskStateRow"]:
        from plan_cli.dataset.standings import Standings
        from plan_cli.dataset.states import task_states

        return task_states(self.dataset.task_rows, Standings(self.dataset, self.day))

    @cached_property
    def indicators(self) -> list["IndicatorStateRow"]:
        from plan_cli.dataset.standings import Standings
        from plan_cli.dataset.states import indicator_states

        return indicator_states(self.dataset.indicator_rows, Standings(self.dataset, self.day))


def _counted(found: _Found, by: By) -> Listing:
    from plan_cli.dataset import overview, summaries
    from plan_cli.views import overview as views
    from plan_cli.views import summaries as plain

    dataset = found.dataset
    if by is By.BINDING:
        return plain.binding_listing(summaries.binding_rows(dataset))
    if by is By.DUE:
        return plain.due_listing(summaries.due_rows(dataset))
    if by is By.LIGHT:
        return views.light_listing(overview.light_rows(found.tasks, found.indicators))
    if by is By.DEPARTMENT:
        rows = overview.department_states(dataset, found.tasks)
        return views.department_state_listing(rows)
    return views.section_state_listing(
        overview.section_states(dataset, found.tasks), _("By section")
    )


def _overview(found: _Found, options: str) -> list[Listing]:
    from plan_cli.dataset import overview
    from plan_cli.views import overview as views
    from plan_cli.views.indicator_states import binding_listing

    binding = [row for row in found.indicators if row["binding"]]
    sections = overview.section_states(found.dataset, found.tasks)
    departments = overview.department_states(found.dataset, found.tasks)
    attention = overview.attention_rows(found.tasks, found.indicators, options)
    return [
        binding_listing(binding, _indicators_title(found, len(binding))),
        views.section_overview(sections, _tasks_title(found)),
        views.department_overview(departments, _MOST_DEPARTMENTS),
        views.attention_listing(attention),
    ]


def _indicators_title(found: _Found, binding: int) -> str:
    from plan_cli.views.indicator_states import verdict_counts

    number = len(found.indicators)
    count = ngettext("{number} indicator", "{number} indicators", number).format(number=number)
    return _("As of {day}: {count} ({verdicts}), {binding} of them binding").format(
        day=found.day.isoformat(),
        count=count,
        verdicts=verdict_counts(found.indicators),
        binding=binding,
    )


def _tasks_title(found: _Found) -> str:
    from plan_cli.dataset.overview import state_counts
    from plan_cli.views.overview import legend, totals

    number = len(found.tasks)
    count = ngettext("{number} task", "{number} tasks", number).format(number=number)
    totals_text = totals(state_counts(found.tasks))
    if not number:
        return count
    return _("{count}: {totals}").format(count=count, totals=totals_text) + "\n" + legend()
