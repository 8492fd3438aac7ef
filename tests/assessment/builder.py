"""Small datasets for assessments, out of a few words each: what is not said is as usual.

An example is a file with these keys, all but `says` and `expect` optional:

    says: what the example shows
    year, as_of: 2025, and 2026-06-30 unless said
    departments: further ones, or what is said of known ones (甲局 to 戊局 are there)
    groups, assignments, deadlines: as in a dataset
    indicators, tasks: a target has a figure to reach by 2025 unless said
    reports, goals: by department; goals by year and department
    rules: ids of the rules that the plan records; all without it
    assume: figures by targets
    expect: by department: `grade`, and by part what comes of which target (or item)
    told: by department and target, texts that have to be in its reason
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.files import DataFile
from plan_cli.dataset.load import AnnualFile, Loaded, ProgressFile
from plan_cli.dataset.models import AnnualGoal, Assignment, Departments, Indicator, Report, Task
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.schema import Model, check
from plan_cli.dataset.yaml_reader import parse

FOLDER = Path(__file__).parent
FILE = DataFile(FOLDER, "", "", [])
RULES = ("binding_veto", "annual_targets", "early_bonus", "work_lists")
NAMES = ("甲局", "乙局", "丙局", "丁局", "戊局")


def read(path: Path) -> dict[str, Any]:
    """Return an example."""
    parsed = parse(path.read_text(encoding="utf-8"))
    assert not parsed.faults, parsed.faults
    assert isinstance(parsed.value, dict)
    return {"year": 2025, "as_of": "2026-06-30"} | parsed.value


def build(example: Mapping[str, Any]) -> Dataset:
    """Return the dataset of an example."""
    dataset = Loaded(
        folder=FOLDER,
        plan=_plan(example),
        departments=_departments(example),
        indicators=_records(Indicator, map(_item, example.get("indicators", []))),
        tasks=_records(Task, map(_task, example.get("tasks", []))),
        assignments=_records(Assignment, example.get("assignments", [])),
        progress=_reports(example.get("reports", {})),
        annual=_goals(example.get("goals", {})),
    ).dataset()
    assert dataset is not None
    return dataset


def day(example: Mapping[str, Any]) -> date:
    """Return the day up to which reports are known."""
    return date.fromisoformat(example["as_of"])


def _made(model: type[Model], value: Any) -> Model:
    made = check(model, value)
    assert not isinstance(made, list), made
    return made


def _records(model: type[Model], values: Iterable[Any]) -> dict[int, Model]:
    return {place: _made(model, one) for place, one in enumerate(values)}


def _plan(example: Mapping[str, Any]) -> Plan:
    rules = [
        {
            "id": name,
            "section": "二(一)",
            "quote": f"原话{name}",
            "meaning": {"zh": "甲", "en": "A"},
        }
        for name in example.get("rules", RULES)
    ]
    return _made(
        Plan,
        {
            **dict.fromkeys(("title", "notice", "number", "index", "issuer"), "甲"),
            **dict.fromkeys(("signed", "issued"), "2021-01-01"),
            "source": {"file": "甲", "sha256": "0" * 64},
            "horizon": {"base": 2020, "start": 2021, "end": 2025, "vision": 2035},
            "counts": {"quote": "甲", "indicators": 0, "expected": 0, "binding": 0},
            "sections": [],
            "rules": rules,
            "follow_up": {"deadlines": example.get("deadlines", [])},
        },
    )


def _departments(example: Mapping[str, Any]) -> Departments:
    told = {one["name"]: one for one in example.get("departments", [])}
    names = dict.fromkeys((*NAMES, *told))
    return _made(
        Departments,
        {
            "categories": ["部门"],
            "departments": [
                {"name": name, "category": "部门", **told.get(name, {})} for name in names
            ],
            "groups": example.get("groups", []),
        },
    )


def _item(told: Mapping[str, Any]) -> dict[str, Any]:
    targets = [_target(told["id"], *one) for one in enumerate(told.get("targets", []), 1)]
    return {"section": "二(一)", "text": "甲", "binding": True, **told, "targets": targets}


def _task(told: Mapping[str, Any]) -> dict[str, Any]:
    item = _item({"kind": "measure", **told})
    del item["binding"]
    return item


def _target(item: int, number: int, told: Mapping[str, Any]) -> dict[str, Any]:
    usual = {
        "id": f"{item}.{number}",
        "quote": "甲",
        "metric": "甲",
        "measure": "level_reach",
        "direction": "at_least",
        "due": 2025,
    }
    if told.get("measure") in ("qualitative", "coverage"):
        del usual["direction"]
    return {key: value for key, value in (usual | dict(told)).items() if value is not None}


def _reports(told: Mapping[str, Any]) -> dict[str, ProgressFile]:
    numbers = count()
    return {
        by: ProgressFile(
            by, FILE, _records(Report, ({"id": f"k{next(numbers):05}", **one} for one in entries))
        )
        for by, entries in told.items()
    }


def _goals(told: Mapping[str, Any]) -> dict[str, AnnualFile]:
    return {
        f"{year}/{by}": AnnualFile(
            str(year), by, FILE, _records(AnnualGoal, ({"goal": "甲", **one} for one in entries))
        )
        for year, departments in told.items()
        for by, entries in departments.items()
    }
