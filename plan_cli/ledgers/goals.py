"""What a department has set itself for a year, as a work list shows it."""

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.rows import TargetRow


class Goals:
    """The goals of one department for one year."""

    def __init__(self, dataset: Dataset, department: str, year: int) -> None:
        del dataset, department, year

    def has_whole(self, item: int) -> bool:
        """Say whether there is a goal on an item as a whole."""
        return False

    def given(self, item: int, target: TargetRow | None) -> dict[str, str]:
        """Return what a row shows of a goal, by the keys of inputs."""
        return {}
