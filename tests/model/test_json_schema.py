"""The schemas that are kept: current, true of the dataset by another validator, and strict."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import Result

from plan_cli.dataset.folder import FILES
from plan_cli.dataset.json_schema import MODELS, describes, dump, file_name, file_schema
from tests.conftest import DATA, ROOT, Run
from tests.foreign import check_jsonschema

SCHEMAS = ROOT / "schema"
FILES_BY_KEY = [(key, path) for key in MODELS for path in sorted(DATA.glob(describes(key)))]


def check(schema: Path, instance: Path) -> Result:
    return check_jsonschema("--no-cache", "--schemafile", str(schema), str(instance))


def test_every_file_of_a_dataset_has_one() -> None:
    assert set(MODELS) == set(FILES) | {"progress", "annual"}
    assert {describes(key) for key in MODELS} == {
        *FILES.values(),
        "progress/*.yaml",
        "annual/*/*.yaml",
    }
    assert {path.name for path in SCHEMAS.iterdir()} == {file_name(key) for key in MODELS}


@pytest.mark.parametrize("key", MODELS)
def test_what_is_kept_is_current(key: str) -> None:
    kept = (SCHEMAS / file_name(key)).read_text(encoding="utf-8")
    assert json.loads(kept) == file_schema(key), "run: python -m scripts refresh"
    assert kept == dump(json.loads(kept))


@pytest.mark.parametrize(("key", "path"), FILES_BY_KEY, ids=str)
def test_the_dataset_is_valid(key: str, path: Path) -> None:
    result = check(SCHEMAS / file_name(key), path)
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize(("key", "path"), FILES_BY_KEY, ids=str)
def test_the_first_line_leads_editors_to_the_schema(key: str, path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    prefix, _, target = first.partition("$schema=")
    assert prefix == "# yaml-language-server: "
    assert (path.parent / target).resolve() == SCHEMAS / file_name(key)


@pytest.mark.parametrize("key", MODELS)
def test_every_field_is_described(key: str) -> None:
    schema = file_schema(key)
    for record in [schema, *schema.get("definitions", {}).values()]:
        for name, field in record.get("properties", {}).items():
            assert field["description"], name
        if "properties" in record:
            assert record["additionalProperties"] is False
            assert record["description"]


TARGET: dict[str, Any] = {"id": "1.1", "quote": "x", "metric": "x"}
TASK: dict[str, Any] = {"id": 1, "section": "一", "text": "x", "kind": "measure", "lead": "x"}


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"support": ["a", "b"], "support_open": True, "note": None}, True),
        ({"targets": [TARGET | {"value": 12.5, "due": 2025}]}, True),
        ({"targets": [TARGET | {"value": None}]}, True),
        ({"targets": [TARGET | {"value": "12.5"}]}, False),
        ({"targets": [TARGET | {"value": True}]}, False),
        ({"targets": [TARGET | {"due": 25}]}, False),
        ({"targets": [TARGET | {"id": "1"}]}, False),
        ({"targets": [TARGET | {"measure": "level"}]}, False),
        ({"targets": TARGET}, False),
        ({"id": "1"}, False),
        ({"id": 0}, False),
        ({"kind": "vison"}, False),
        ({"lead": ""}, False),
        ({"lead": None}, False),
        ({"support": "a"}, False),
        ({"support_open": "yes"}, False),
        ({"suport": []}, False),
    ],
)
def test_it_is_as_strict_as_the_models(change: dict[str, Any], fits: bool) -> None:
    validator = jsonschema.Draft7Validator(file_schema("tasks"))
    assert validator.is_valid([TASK | change]) is fits


@pytest.mark.parametrize(
    ("day", "fits"),
    [("2022-07-25", True), ("2022-7-25", False), ("25.07.2022", False), (2022, False)],
)
def test_days(day: object, fits: bool) -> None:
    record = {"item": 1, "group": "等", "members": ["a"], "by": "b", "document": "c", "date": day}
    validator = jsonschema.Draft7Validator(file_schema("assignments"))
    assert validator.is_valid([record]) is fits


def test_another_validator_finds_a_fault(damaged: Path) -> None:
    path = damaged / "tasks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: measure", "kind: mesure", 1))
    result = check(SCHEMAS / "tasks.schema.json", path)
    assert result.exit_code == 1
    assert "mesure" in result.stdout


@pytest.mark.parametrize("typed", ["tasks", "tasks.yaml", "data/tasks.yaml"])
def test_the_command_prints_one(plan: Run, typed: str) -> None:
    result = plan("schema", typed)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (SCHEMAS / "tasks.schema.json").read_text(encoding="utf-8")


def test_the_command_prints_all(plan: Run) -> None:
    printed = json.loads(plan("schema").stdout)
    assert printed == {describes(key): file_schema(key) for key in MODELS}


@pytest.mark.parametrize(
    ("typed", "part"), [("taks", "Did you mean tasks.yaml"), ("README.md", "Files: plan.yaml, ")]
)
def test_the_command_knows_no_other_file(plan: Run, typed: str, part: str) -> None:
    result = plan("schema", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert part in result.stderr
