"""A run imports the command that it was asked for, and no other."""

import subprocess
import sys

import click
import pytest

from plan_cli.app import COMMANDS
from tests.conftest import Run

CODE = """
import sys
from plan_cli.app import run
status = run(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.startswith("plan_cli.commands.")))
raise SystemExit(status)
"""


def imported(*arguments: str) -> set[str]:
    """Return the commands' modules that a run has imported."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], capture_output=True, encoding="utf-8", check=False
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_program_itself_imports_no_command(option: str) -> None:
    assert imported(option) == set()


def test_a_command_imports_no_other() -> None:
    assert imported("rules") == {"plan_cli.commands.rules"}
    assert imported("tasks", "--help") == {"plan_cli.commands.tasks"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_there(plan: Run, name: str) -> None:
    result = plan(name, "--help")
    assert result.exit_code == 0
    assert f"Usage: plan {name} " in result.stdout
    assert COMMANDS[name] in " ".join(result.stdout.split())


def test_a_mistyped_command_is_told_of_those_near_it(plan: Run) -> None:
    result = plan("taks")
    assert result.exit_code == 2
    assert "No such command 'taks'" in result.stderr
    if hasattr(click.exceptions, "NoSuchCommand"):  # click suggests since 8.4
        assert "'tasks'" in result.stderr
