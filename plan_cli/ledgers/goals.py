"""What a department has set itself for a year, as a work list shows it."""

from plan_cli.dataset.annual import GoalRow, select_goals
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.rows import Figure, TargetRow


class Goals:
    """The goals of one department for one year."""

    def __init__(self, dataset: Dataset, department: str, year: int) -> None:
        rows = select_goals(dataset.goal_rows, year=year, departments=(department,))
        self._rows: dict[tuple[int, str | None], GoalRow] = {
            (row["item"], row["target"]): row for row in rows
        }
        self._units = dataset.units

    def has_whole(self, item: int) -> bool:
        """Say whether there is a goal on an item beside its targets."""
        return (item, None) in self._rows

    def given(self, item: int, target: TargetRow | None) -> dict[str, str]:
        """Return what a row shows of a goal, by the keys of inputs."""
        row = self._rows.get((item, None if target is None else target["id"]))
        if row is None:
            return {}
        unit = "" if target is None else self._units[target["id"]]
        figure = {} if row["value"] is None else {"goal_value": figure_text(row["value"], unit)}
        return {"goal": row["goal"]} | figure


def figure_text(value: Figure, unit: str) -> str:
    """Return a figure as it is written into a cell, with its unit."""
    return f"{value:f}{unit}" if not isinstance(value, int) else f"{value}{unit}"
