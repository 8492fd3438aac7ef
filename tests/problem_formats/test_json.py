"""The JSON contract, which programs rely on."""

import json

from plan_cli.problem_formats.machine import as_json
from plan_cli.problem_formats.result import Result
from tests.problem_formats.samples import problem


def test_the_contract() -> None:
    found = [
        problem("data/任务.yaml", (2, 9), (2, 13)),
        problem(severity="warning", hint="", rule="a.b"),
    ]
    text = as_json(Result(found))
    assert json.loads(text) == {
        "version": 1,
        "problems": [
            {
                "file": "data/任务.yaml",
                "line": 2,
                "column": 9,
                "end_line": 2,
                "end_column": 13,
                "severity": "error",
                "rule": "reference.departments",
                "message": "this is wrong",
                "hint": "Put it right.",
            },
            {
                "file": "data/tasks.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "severity": "warning",
                "rule": "a.b",
                "message": "this is wrong",
                "hint": None,
            },
        ],
        "summary": {"problems": 2, "errors": 1, "warnings": 1, "notes": 0, "files": 2},
    }
    assert "任务" in text
    assert text.endswith("}\n")


def test_no_problem() -> None:
    document = json.loads(as_json(Result([], clean="All is well.")))
    assert document["problems"] == []
    assert document["summary"] == {
        "problems": 0, "errors": 0, "warnings": 0, "notes": 0, "files": 0
    }  # fmt: skip


def test_what_drives_a_terminal_is_escaped() -> None:
    message = "\x1b[1m \x9b \u202e \ud800 \u2028 市"
    text = as_json(Result([problem(message=message)]))
    assert text.replace("\n", "").isprintable()
    assert text.encode("utf-8")
    assert json.loads(text)["problems"][0]["message"] == message
