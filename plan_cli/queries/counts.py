"""How much there is: by department, by section, by due year, binding and expected."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TypedDict, cast

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.names import Match, split_plate
from plan_cli.dataset.rows import TargetRow, TaskRow
from plan_cli.queries.duties import carriers
from plan_cli.queries.select import TaskFilter, select_indicators, select_tasks
from plan_cli.queries.status import IndicatorStateRow, TaskStateRow
from plan_cli.words import LIGHTS


class DepartmentRow(TypedDict):
    """A department and its duties.

    `supports` counts the tasks that name it, `via_groups` those it has only through a definite
    group or an assignment; `binding` is part of `indicators`.
    """

    name: str
    category: str
    full_name: str | None
    full_name_basis: str | None
    aliases: list[str]
    plates: list[str]
    leads: int
    supports: int
    via_groups: int
    indicators: int
    binding: int


class SectionRow(TypedDict):
    """A part or section with its items; a part includes those of its sections.

    `first` and `last` are item numbers, None if it has no items.
    """

    code: str
    title: str | None
    missing: bool
    tasks: int
    indicators: int
    binding: int
    first: int | None
    last: int | None


class DueRow(TypedDict):
    """How many items have a target due in a year (None: no stated year).

    An item with targets due in two years counts in both; one without targets, in None.
    """

    due: int | None
    tasks: int
    indicators: int
    targets: int


class BindingRow(TypedDict):
    binding: bool
    indicators: int


def department_rows(
    dataset: Dataset, day: date, category: str | None = None
) -> list[DepartmentRow]:
    """Departments with the duties they have on a day, after successions."""
    leads: Counter[str] = Counter()
    supports: Counter[str] = Counter()
    via: Counter[str] = Counter()
    for row in dataset.task_rows:
        leading = set(carriers(dataset, row["lead"], row["id"], day))
        named = _heirs(dataset, row["support"], day) - leading
        leads.update(leading)
        supports.update(named)
        via.update(_heirs(dataset, _through_groups(row, dataset), day) - named - leading)
    held: Counter[str] = Counter()
    binding: Counter[str] = Counter()
    for indicator in dataset.indicator_rows:
        for name in carriers(dataset, indicator["responsible"], indicator["id"], day):
            held[name] += 1
            binding[name] += indicator["binding"]
    return [
        {
            "name": listed.name,
            "category": listed.category,
            "full_name": listed.full_name,
            "full_name_basis": listed.full_name_basis,
            "aliases": list(listed.aliases),
            "plates": list(listed.plates),
            "leads": leads[listed.name],
            "supports": supports[listed.name],
            "via_groups": via[listed.name],
            "indicators": held[listed.name],
            "binding": binding[listed.name],
        }
        for listed in dataset.directory.departments
        if category in (None, listed.category)
    ]


def _heirs(dataset: Dataset, names: Iterable[str], day: date) -> set[str]:
    bare = {split_plate(name).name for name in names}
    return {heir for name in bare for heir in dataset.directory.heirs(name, day)}


def _through_groups(row: TaskRow, dataset: Dataset) -> set[str]:
    """Departments of a task through definite groups and assignments."""
    groups = dataset.directory.group_by_name
    reached = {one for name in row["support"] if name in groups for one in groups[name].members}
    for (item, _group), members in dataset.assigned.items():
        if item == row["id"]:
            reached.update(split_plate(member).name for member in members)
    return reached


def section_rows(dataset: Dataset) -> list[SectionRow]:
    rows: list[SectionRow] = []
    for entry in dataset.plan.sections:
        code = entry.code
        tasks = [row for row in dataset.task_rows if _stands_in(row["section"], code)]
        indicators = [row for row in dataset.indicator_rows if _stands_in(row["section"], code)]
        numbers = [row["id"] for row in (*tasks, *indicators)]
        rows.append(
            {
                "code": code,
                "title": entry.title,
                "missing": entry.missing,
                "tasks": len(tasks),
                "indicators": len(indicators),
                "binding": sum(row["binding"] for row in indicators),
                "first": min(numbers, default=None),
                "last": max(numbers, default=None),
            }
        )
    return rows


def _stands_in(section: str, code: str) -> bool:
    return section == code or section.startswith(f"{code}(")


def due_rows(dataset: Dataset) -> list[DueRow]:
    tasks = Counter(year for row in dataset.task_rows for year in _years(row["targets"]))
    indicators = Counter(year for row in dataset.indicator_rows for year in _years(row["targets"]))
    rows = (*dataset.task_rows, *dataset.indicator_rows)
    targets = Counter(target["due"] for row in rows for target in row["targets"])
    years = sorted({*tasks, *indicators}, key=lambda year: (year is None, year or 0))
    return [
        {"due": y, "tasks": tasks[y], "indicators": indicators[y], "targets": targets[y]}
        for y in years
    ]


def _years(targets: Iterable[TargetRow]) -> set[int | None]:
    years = {target["due"] for target in targets}
    return years - {None} or {None}


def binding_rows(dataset: Dataset) -> list[BindingRow]:
    binding = sum(row["binding"] for row in dataset.indicator_rows)
    expected = len(dataset.indicator_rows) - binding
    return [{"binding": True, "indicators": binding}, {"binding": False, "indicators": expected}]


class StateCounts(TypedDict):
    """How many tasks are in which state; with those of all states they are all tasks."""

    unreported: int
    not_started: int
    in_progress: int
    blocked: int
    done: int
    terminated: int


class SectionStateRow(SectionRow, StateCounts):
    """A part or section with the states of its tasks."""


class DepartmentStateRow(DepartmentRow, StateCounts):
    """A department with the states of the tasks it leads."""


class LightRow(TypedDict):
    light: str
    tasks: int
    indicators: int


class AttentionRow(TypedDict):
    """What needs attention: how many items, and the command that lists them."""

    what: str
    tasks: int | None
    indicators: int | None
    command: str


def restricted(dataset: Dataset, departments: tuple[Match, ...], day: date) -> Dataset:
    """Only the items that queries with `--dept` list on a day."""
    if not departments:
        return dataset
    wanted = TaskFilter(departments=departments)
    directory = dataset.directory
    tasks = select_tasks(dataset.task_rows, wanted, directory, day, dataset.assigned).rows
    indicators = select_indicators(dataset.indicator_rows, directory, day, departments=departments)
    return dataset.only({row["id"] for row in (*tasks, *indicators)})


def state_counts(rows: Iterable[TaskStateRow]) -> StateCounts:
    counts = Counter(row["status"] for row in rows)
    return cast("StateCounts", {state: counts[state] for state in StateCounts.__annotations__})


def section_states(dataset: Dataset, tasks: Iterable[TaskStateRow]) -> list[SectionStateRow]:
    tasks = list(tasks)
    return [
        {**row, **state_counts(one for one in tasks if _stands_in(one["section"], row["code"]))}
        for row in section_rows(dataset)
    ]


def department_states(
    dataset: Dataset, tasks: Iterable[TaskStateRow], day: date
) -> list[DepartmentStateRow]:
    led: dict[str, list[TaskStateRow]] = {}
    for row in tasks:
        for name in carriers(dataset, row["lead"], row["id"], day):
            led.setdefault(name, []).append(row)
    rows = department_rows(dataset, day)
    return [{**row, **state_counts(led.get(row["name"], ()))} for row in rows]


def light_rows(
    tasks: Iterable[TaskStateRow], indicators: Iterable[IndicatorStateRow]
) -> list[LightRow]:
    of_tasks = Counter(row["light"] for row in tasks)
    of_indicators = Counter(row["light"] for row in indicators)
    return [
        {"light": name, "tasks": of_tasks[name], "indicators": of_indicators[name]}
        for name in LIGHTS
    ]


def attention_rows(
    tasks: Iterable[TaskStateRow], indicators: Iterable[IndicatorStateRow], options: str
) -> list[AttentionRow]:
    """Items that need attention; `options` (`--dept`, `--as-of`) go into the commands."""
    tasks, indicators = list(tasks), list(indicators)
    of_tasks = {
        "overdue": sum(row["overdue"] for row in tasks),
        "blocked": sum(row["status"] == "blocked" for row in tasks),
        "unreported": sum(row["status"] == "unreported" for row in tasks),
        "stale": sum(row["stale"] for row in tasks),
    }
    behind = {"behind", "missed"}
    of_indicators = {
        "behind": sum(any(j["verdict"] in behind for j in row["judgements"]) for row in indicators),
        "unreported": sum(row["status"] == "unreported" for row in indicators),
        "stale": sum(row["stale"] for row in indicators),
    }
    rows: list[AttentionRow] = []
    for what, number in of_tasks.items():
        command = f"plan tasks --status {what}{options}"
        rows.append({"what": what, "tasks": number, "indicators": None, "command": command})
    for what, number in of_indicators.items():
        command = f"plan indicators --status{options}"
        rows.append({"what": what, "tasks": None, "indicators": number, "command": command})
    return rows
