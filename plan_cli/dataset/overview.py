"""How the plan stands as a whole: items by state and light, by section and department."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypedDict

from plan_cli.dataset.answers import Answers
from plan_cli.dataset.queries import TaskFilter, names_meant, select_indicators, select_tasks
from plan_cli.dataset.states import IndicatorStateRow, TaskStateRow
from plan_cli.dataset.summaries import DepartmentRow, SectionRow, department_rows, section_rows
from plan_cli.naming import Match, split_plate
from plan_cli.today import today
from plan_cli.vocabulary import LIGHTS


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
    """A department with the states of the tasks that it leads."""


class LightRow(TypedDict):
    """A light and how many items have it."""

    light: str
    tasks: int
    indicators: int


class AttentionRow(TypedDict):
    """What needs attention: how many items, and the command that lists them."""

    what: str
    tasks: int | None
    indicators: int | None
    command: str


def restricted(dataset: Answers, departments: tuple[Match, ...]) -> Answers:
    """Return the dataset with the items only that `plan tasks --dept` and `indicators` list."""
    if not departments:
        return dataset
    wanted = TaskFilter(departments=departments)
    names = names_meant(departments, dataset.directory, today())
    tasks = select_tasks(
        dataset.tasks_naming(names), wanted, dataset.directory, today(), dataset.assigned
    ).rows
    indicators = select_indicators(
        dataset.indicators_naming(names), dataset.directory, today(), departments=departments
    )
    return dataset.only({row["id"] for row in (*tasks, *indicators)})


def state_counts(rows: Iterable[TaskStateRow]) -> StateCounts:
    """Count tasks by state."""
    counts = Counter(row["status"] for row in rows)
    return {
        "unreported": counts["unreported"],
        "not_started": counts["not_started"],
        "in_progress": counts["in_progress"],
        "blocked": counts["blocked"],
        "done": counts["done"],
        "terminated": counts["terminated"],
    }


def section_states(dataset: Answers, tasks: Iterable[TaskStateRow]) -> list[SectionStateRow]:
    """Return the outline with the states of its tasks."""
    tasks = list(tasks)

    def within(code: str) -> Iterable[TaskStateRow]:
        return (
            row for row in tasks if row["section"] == code or row["section"].startswith(f"{code}(")
        )

    return [{**row, **state_counts(within(row["code"]))} for row in section_rows(dataset)]


def department_states(dataset: Answers, tasks: Iterable[TaskStateRow]) -> list[DepartmentStateRow]:
    """Return the departments with the states of the tasks that they lead."""
    led: dict[str, list[TaskStateRow]] = {}
    for row in tasks:
        led.setdefault(split_plate(row["lead"]).name, []).append(row)
    return [{**row, **state_counts(led.get(row["name"], ()))} for row in department_rows(dataset)]


def light_rows(
    tasks: Iterable[TaskStateRow], indicators: Iterable[IndicatorStateRow]
) -> list[LightRow]:
    """Return how many items have which light."""
    of_tasks = Counter(row["light"] for row in tasks)
    of_indicators = Counter(row["light"] for row in indicators)
    return [
        {"light": name, "tasks": of_tasks[name], "indicators": of_indicators[name]}
        for name in LIGHTS
    ]


def attention_rows(
    tasks: Iterable[TaskStateRow], indicators: Iterable[IndicatorStateRow], options: str
) -> list[AttentionRow]:
    """Return what needs attention.

    Args:
        tasks: the tasks with their states.
        indicators: the indicators with their states.
        options: what the commands need to list the same items (`--dept`, `--as-of`).
    """
    tasks, indicators = list(tasks), list(indicators)
    asked: dict[str, Callable[[TaskStateRow], bool]] = {
        "overdue": lambda row: row["overdue"],
        "blocked": lambda row: row["status"] == "blocked",
        "unreported": lambda row: row["status"] == "unreported",
        "stale": lambda row: row["stale"],
    }
    rows: list[AttentionRow] = [
        {
            "what": what,
            "tasks": sum(map(holds, tasks)),
            "indicators": None,
            "command": f"plan tasks --status {what}{options}",
        }
        for what, holds in asked.items()
    ]
    troubled = {"behind", "missed"}
    counts = {
        "behind": sum(
            any(one["verdict"] in troubled for one in row["judgements"]) for row in indicators
        ),
        "unreported": sum(row["status"] == "unreported" for row in indicators),
        "stale": sum(row["stale"] for row in indicators),
    }
    rows += [
        {
            "what": what,
            "tasks": None,
            "indicators": number,
            "command": f"plan indicators --status{options}",
        }
        for what, number in counts.items()
    ]
    return rows
