"""Shell completion: the scripts, and what they are offered."""

import os
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import pytest

from plan_cli.app import run
from tests.conftest import Run


def offered(line: str, *, shell: str = "bash") -> list[str]:
    """Return what a shell is offered at the end of `line`."""
    words = line.split(" ")
    variables = {
        "_PLAN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }
    printed, told = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed), redirect_stderr(told):
        for name, value in variables.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit):
            run([])
    assert told.getvalue() == ""
    return printed.getvalue().split("\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plan tasks --dept 市工", ["市工信局", "市工业园区"]),
        ("plan tasks --dept gx", ["gxj", "gxls"]),
        ("plan tasks --section 三（十", ["三（十一）"]),
        ("plan show 11", ["11", "110", "111"]),
        ("plan departments --category 镇", ["镇办"]),
        ("plan sta", ["status"]),
        ("plan --data /nosuch tasks --dept 市", [""]),
    ],
)
def test_bash_is_offered(line: str, expected: list[str]) -> None:
    assert offered(line)[: len(expected)] == expected


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_other_shells_are_offered_the_same(shell: str) -> None:
    assert "市工信局" in "".join(offered("plan tasks --dept 工信", shell=shell))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_there_is_a_script_for(plan: Run, shell: str) -> None:
    script = plan("completion", shell).stdout
    assert script.startswith("# Add this to ")
    assert "_PLAN_COMPLETE" in script


def test_the_bash_script_is_bash(plan: Run) -> None:
    if os.name != "posix":
        pytest.skip("no bash")
    script = plan("completion", "bash").stdout
    checked = subprocess.run(["bash", "-n"], input=script.encode(), check=False)
    assert checked.returncode == 0
