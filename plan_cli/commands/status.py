"""`plan status`: how the plan stands on a day."""

import shlex
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Final

import typer

from plan_cli.cli.options import AsOfOption, DeptOption, find_departments, read_day, session_in
from plan_cli.cli.output import prints
from plan_cli.i18n import N_, _, ngettext
from plan_cli.listings.listing import Listing

if TYPE_CHECKING:
    from datetime import date

    from plan_cli.dataset.dataset import Dataset
    from plan_cli.queries.status import IndicatorStateRow, TaskStateRow

_MOST_DEPARTMENTS: Final = 5  # of an overview that has to fit one screen


class By(StrEnum):
    SECTION = "section"
    DEPARTMENT = "department"
    LIGHT = "light"
    BINDING = "binding"
    DUE = "due"


@prints
def status(
    context: typer.Context,
    by: Annotated[
        By | None, typer.Option(help=N_("Count all items by this; without it, an overview."))
    ] = None,
    dept: DeptOption = None,
    as_of: AsOfOption = None,
) -> Listing | list[Listing]:
    from plan_cli.queries.counts import restricted

    day = read_day(as_of)
    dataset = session_in(context).dataset()
    found = _Found(restricted(dataset, find_departments(dept, dataset.directory), day), day)
    if by is not None:
        return _counted(found, by)
    options = "".join(f" --dept {_typed(name)}" for name in dept or ())
    return _overview(found, options + (f" --as-of {as_of}" if as_of else ""))


def _typed(name: str) -> str:
    return name if name.isalnum() else shlex.quote(name)


@dataclass(frozen=True)
class _Found:
    dataset: "Dataset"
    day: "date"

    @cached_property
    def tasks(self) -> list["TaskStateRow"]:
        from plan_cli.queries.status import StatusOn, task_states

        return task_states(self.dataset.task_rows, StatusOn(self.dataset, self.day))

    @cached_property
    def indicators(self) -> list["IndicatorStateRow"]:
        from plan_cli.queries.status import StatusOn, indicator_states

        return indicator_states(self.dataset.indicator_rows, StatusOn(self.dataset, self.day))


def _counted(found: _Found, by: By) -> Listing:
    from plan_cli.listings.status import (
        department_state_listing,
        light_listing,
        section_state_listing,
    )
    from plan_cli.listings.summaries import binding_listing, due_listing
    from plan_cli.queries.counts import (
        binding_rows,
        department_states,
        due_rows,
        light_rows,
        section_states,
    )

    dataset = found.dataset
    if by is By.BINDING:
        return binding_listing(binding_rows(dataset))
    if by is By.DUE:
        return due_listing(due_rows(dataset))
    if by is By.LIGHT:
        return light_listing(light_rows(found.tasks, found.indicators))
    if by is By.DEPARTMENT:
        return department_state_listing(department_states(dataset, found.tasks, found.day))
    return section_state_listing(section_states(dataset, found.tasks), _("By section"))


def _overview(found: _Found, options: str) -> list[Listing]:
    from plan_cli.listings.indicators import binding_listing
    from plan_cli.listings.status import attention_listing, department_overview, section_overview
    from plan_cli.queries.counts import attention_rows, department_states, section_states

    binding = [row for row in found.indicators if row["binding"]]
    sections = section_states(found.dataset, found.tasks)
    departments = department_states(found.dataset, found.tasks, found.day)
    return [
        binding_listing(binding, _indicators_title(found, len(binding))),
        section_overview(sections, _tasks_title(found)),
        department_overview(departments, _MOST_DEPARTMENTS),
        attention_listing(attention_rows(found.tasks, found.indicators, options)),
    ]


def _indicators_title(found: _Found, binding: int) -> str:
    from plan_cli.listings.indicators import verdict_counts

    number = len(found.indicators)
    count = ngettext("{number} indicator", "{number} indicators", number, number=number)
    return _(
        "As of {day}: {count} ({verdicts}), {binding} of them binding",
        day=found.day.isoformat(),
        count=count,
        verdicts=verdict_counts(found.indicators),
        binding=binding,
    )


def _tasks_title(found: _Found) -> str:
    from plan_cli.listings.status import legend, totals
    from plan_cli.queries.counts import state_counts

    number = len(found.tasks)
    count = ngettext("{number} task", "{number} tasks", number, number=number)
    if not number:
        return count
    states = totals(state_counts(found.tasks))
    return _("{count}: {totals}", count=count, totals=states) + "\n" + legend()
