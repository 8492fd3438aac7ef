"""Workflow commands, as GitHub's runner reads them."""

from pathlib import Path

from plan_cli.problem_formats.machine import as_github
from plan_cli.problem_formats.result import Result
from tests.problem_formats.samples import problem


def lines(result: Result) -> list[str]:
    return as_github(result).split("\n")


def test_a_command(tmp_path: Path) -> None:
    found = problem(str(tmp_path / "data" / "tasks.yaml"), (2, 9), (2, 13))
    command, last, _end = lines(Result([found], root=tmp_path))
    assert command == (
        "::error file=data/tasks.yaml,line=2,col=9,endColumn=13,"
        "title=plan reference.departments"
        "::data/tasks.yaml:2:9: this is wrong%0APut it right."
    )
    assert last == "1 problem in 1 file: 1 error."


def test_the_severities() -> None:
    found = [problem(severity="error"), problem(severity="warning"), problem(severity="note")]
    names = [line.split(" ")[0] for line in lines(Result(found))[:3]]
    assert names == ["::error", "::warning", "::notice"]


def test_several_lines_have_no_columns() -> None:
    (command, *_rest) = lines(Result([problem(start=(2, 9), end=(4, 1))]))
    assert "line=2,endLine=4,title=" in command


def test_a_place_without_length_has_no_end() -> None:
    (command, *_rest) = lines(Result([problem(start=(2, 9))]))
    assert "line=2,col=9,title=" in command


def test_escapes(tmp_path: Path) -> None:
    found = problem(
        str(tmp_path / "a,b:c%.yaml"), message="100%: a,b\n::error::injected\r", hint=""
    )
    command, *_rest = lines(Result([found], root=tmp_path))
    assert command.startswith("::error file=a%2Cb%3Ac%25.yaml,line=1,")
    assert command.endswith("::a,b:c%25.yaml:1:1: 100%25: a,b%0A::error::injected\\r")
    assert [line for line in lines(Result([found])) if line.startswith("::")] == [
        line for line in lines(Result([found])) if "injected" in line
    ]


def test_a_file_elsewhere_keeps_its_path(tmp_path: Path) -> None:
    found = problem("/elsewhere/tasks.yaml")
    assert "file=/elsewhere/tasks.yaml," in lines(Result([found], root=tmp_path))[0]


def test_no_problem_is_one_line() -> None:
    assert lines(Result([], clean="All is well.")) == ["All is well.", ""]
