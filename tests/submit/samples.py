"""What tests of handing in need: the smallest dataset, and a report on its first task."""

from pathlib import Path
from typing import Any

from plan_cli.submit.change import FileChange
from plan_cli.submit.submit import submit

BY = "市工信局"


def fields(progress: str = "甲", **more: Any) -> dict[str, Any]:
    return {
        "item": 1,
        "date": "2024-03-01",
        "status": "in_progress",
        "progress": progress,
        **more,
    }


def submit_report(folder: Path, said: dict[str, Any]) -> FileChange[Any]:
    (change,) = submit(folder, BY, [said]).files
    return change
