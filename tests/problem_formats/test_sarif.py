"""SARIF, by the schema that its publishers give."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from plan_cli.problem_formats.machine import as_sarif
from plan_cli.problem_formats.result import Result
from tests.problem_formats.samples import problem

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(result: Result) -> dict[str, Any]:
    document = json.loads(as_sarif(result))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    found: dict[str, Any] = run
    return found


def sample(root: Path) -> Result:
    found = [
        problem(str(root / "data" / "任务 清单.yaml"), (2, 9), (4, 1), severity="warning"),
        problem("/elsewhere/tasks.yaml", severity="note", rule="fidelity.wording", hint=""),
        problem(str(root / "plan.yaml"), rule="not.listed"),
    ]
    rules = {
        "fidelity.wording": "The wording is the notice's.",
        "reference.departments": "Every name exists.",
    }
    return Result(found, rules=rules, root=root)


def test_it_is_valid(validator: jsonschema.Draft4Validator, tmp_path: Path) -> None:
    for result in (Result([]), sample(tmp_path)):
        document = json.loads(as_sarif(result))
        assert list(validator.iter_errors(document)) == []


def test_the_schema_notices_what_is_wrong(validator: jsonschema.Draft4Validator) -> None:
    document = json.loads(as_sarif(Result([problem()])))
    document["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.message for error in validator.iter_errors(document)]


def test_a_result(tmp_path: Path) -> None:
    run = run_of(sample(tmp_path))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0] == {
        "ruleId": "reference.departments",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "this is wrong\nPut it right."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "data/%E4%BB%BB%E5%8A%A1%20%E6%B8%85%E5%8D%95.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 2, "startColumn": 9, "endLine": 4, "endColumn": 1},
                }
            }
        ],
    }


def test_rules_are_told_and_pointed_at(tmp_path: Path) -> None:
    run = run_of(sample(tmp_path))
    rules = run["tool"]["driver"]["rules"]
    assert rules[0] == {
        "id": "fidelity.wording",
        "shortDescription": {"text": "The wording is the notice's."},
    }
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]


def test_a_file_elsewhere_has_a_whole_uri(tmp_path: Path) -> None:
    location = run_of(sample(tmp_path))["results"][1]["locations"][0]["physicalLocation"]
    uri = location["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("/elsewhere/tasks.yaml")
