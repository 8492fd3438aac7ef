"""What a department has set itself for a year, as a work list shows it."""

from plan_cli.dataset.dataset import Dataset


class Goals:
    """The goals of one department for one year."""

    def __init__(self, dataset: Dataset, department: str, year: int) -> None:
        del dataset, department, year

    def has(self, item: int, target: str | None) -> bool:
        return False

    def given(self, item: int, target: str | None, unit: str) -> dict[str, str]:
        return {}
