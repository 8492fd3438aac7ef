"""The program in a process of its own: consoles, pipes, languages, the version."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plan_cli import __version__
from plan_cli.__main__ import main
from tests.conftest import DATA

FULL = Path("/dev/full")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "plan_cli", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_a_console_that_lacks_characters_gets_a_replacement(encoding: str) -> None:
    result = run("indicators", "--grep", "Ⅲ", PYTHONIOENCODING=encoding, PLAN_LANG="zh")
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr
    assert b"33" in result.stdout


def test_columns_stay_where_characters_are_replaced() -> None:
    result = run("indicators", "--binding", PYTHONIOENCODING="ascii", PLAN_LANG="en")
    rows = [line for line in result.stdout.splitlines() if b"|" in line or b"+" in line]
    assert {len(line) for line in rows} == {len(rows[0])}


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_json_in_a_pipe_is_utf8_whatever_the_console(encoding: str) -> None:
    result = run("tasks", "--dept", "gxj", "--json", PYTHONIOENCODING=encoding)
    assert len(json.loads(result.stdout.decode("utf-8"))) == 45


def test_it_works_in_the_c_locale() -> None:
    result = run("tasks", "--dept", "市工信局", LC_ALL="C", LANG="C", PLAN_LANG="")
    assert result.returncode == 0
    assert "市工信局" in result.stdout.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"PLAN_LANG": "zh"}, "牵头单位"),
        ({"PLAN_LANG": "en"}, "Support"),
        ({"PLAN_LANG": "", "LC_ALL": "en_US.UTF-8"}, "Support"),
        ({"PLAN_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR"}, "牵头单位"),
    ],
)
def test_the_language(environment: dict[str, str], word: str) -> None:
    result = run("tasks", "--dept", "gxj", PYTHONIOENCODING="utf-8", **environment)
    assert word in result.stdout.decode("utf-8")


def test_the_version() -> None:
    assert run("--version").stdout.decode().split() == ["plan", __version__]


def test_no_arguments_show_the_help() -> None:
    result = run(PLAN_LANG="en")
    assert b"Usage: plan" in result.stdout + result.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX pipe")
def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    program = [sys.executable, "-m", "plan_cli", "tasks", "--json"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().strip() == b"["
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_an_interrupt_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(arguments: list[str]) -> int:
        raise KeyboardInterrupt(arguments)

    monkeypatch.setattr("plan_cli.app.run", interrupted)
    monkeypatch.setattr("plan_cli.__main__.gc.disable", lambda: None)
    monkeypatch.setattr("plan_cli.__main__.gc.freeze", lambda: None)
    monkeypatch.setattr("plan_cli.__main__._prepare_streams", lambda: None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_no_colour_is_written_even_where_it_is_forced() -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        assert b"\x1b" not in run("indicators", **{variable: "1"}).stdout


def test_help_and_version_load_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['plan', sys.argv[1]]\n"
        "from plan_cli.app import run\n"
        "run(sys.argv[1:])\n"
        "heavy = {'rich', 'yaml', 'pydantic'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    for option in ("--help", "--version"):
        subprocess.run([sys.executable, "-c", code, option], check=True, capture_output=True)


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", [["tasks"], ["review", "2023H1"], ["tasks", "--json"]])
def test_a_full_disk_is_told(command: list[str]) -> None:
    with FULL.open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "plan_cli", "--data", str(DATA), *command],
            env={**os.environ, "PLAN_LANG": "en"},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    told = result.stderr.decode()
    assert (result.returncode, "Traceback" in told) == (1, False)
    assert "the output cannot be written" in told


def test_pyyaml_without_libyaml_is_refused_with_a_sentence() -> None:
    code = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from plan_cli.app import run\n"
        "sys.exit(run(['--no-cache', 'tasks']))"
    )
    environment = {**os.environ, "PLAN_LANG": "en"}
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=False, text=True
    )
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: PyYAML has to be installed with libyaml: pip install")
    assert result.stderr.count("\n") == 1
