"""The annual goals as the rules of this tier see them: each with its file and its place there."""

from collections.abc import Iterator
from dataclasses import dataclass

from plan_cli.dataset.models import AnnualGoal
from plan_cli.dataset.yaml import Path
from plan_cli.rules.context import Context
from plan_cli.rules.rule import GoalFinding


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal, whose it is and for which year (None: no year's folder), its file, its place."""

    file: str
    year: int | None
    by: str
    index: int
    goal: AnnualGoal

    def finding(self, path: Path, message: str, hint: str) -> GoalFinding:
        """Return a finding at `path` within the goal."""
        return GoalFinding(self.file, (self.index, *path), message, hint)


def goals(context: Context) -> Iterator[Goal]:
    """Yield all sound goals, file by file, in the order of the files."""
    for key, file in context.loaded.annual.items():
        for index, goal in file.goals.items():
            yield Goal(key, file.year, file.by, index, goal)
